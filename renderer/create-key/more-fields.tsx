import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../../shared/language/words.ts';
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
      <summary>
        {opened || expiresAt === null
          ? t('create.more')
          : t('create.moreExpires', { date: fullDate(expiresAt) })}
      </summary>
      <TextInput
        type="date"
        label={t('create.expiresEnd')}
        description={t('create.expiryHint')}
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
