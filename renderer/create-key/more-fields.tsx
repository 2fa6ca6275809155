import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { fullDate } from '../format.ts';
import { useNow } from '../use-now.ts';
import styles from './create-key.module.css';
import { dayOf, endOfDay, expiryProblem } from './expiry-values.ts';

type MoreFieldsProps = {
  readonly expiresAt: number | null;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly onChange: (expiresAt: number | null) => void;
};

/** "More": what few keys need. */
export function MoreFields({ expiresAt, problem, disabled, onChange }: MoreFieldsProps) {
  const now = useNow();
  const [wasOpened, setOpened] = useState(expiresAt !== null);
  const opened = wasOpened || problem !== null;
  return (
    <details className={styles.more} open={opened} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{opened || expiresAt === null ? 'More' : `More: expires ${fullDate(expiresAt)}`}</summary>
      <TextInput
        type="date"
        label="Expires at the end of"
        description="Sent when the key is created. The API never reports it back: Keydesk remembers it, on this computer only."
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        error={problem ?? expiryProblem(expiresAt, now)}
        errorProps={{ role: 'alert' }}
        classNames={{ description: styles.advice, error: styles.problem, input: styles.date }}
        data-expiry
        min={dayOf(now)}
        defaultValue={expiresAt === null ? '' : dayOf(expiresAt)}
        disabled={disabled}
        onChange={(event) => onChange(endOfDay(event.currentTarget.value))}
      />
    </details>
  );
}
