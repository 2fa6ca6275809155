import { NativeSelect } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';
import { timeRuleText } from '../policy/policy-text.ts';
import styles from './security.module.css';
import { amountOf, choiceValue, timeChoices } from './time-choices.ts';

type TimeSettingProps = {
  readonly label: string;
  readonly hint: ReactNode;
  readonly amounts: readonly number[];
  readonly amountLabel: (amount: number) => string;
  /** Undefined until it is known. */
  readonly amount: number | null | undefined;
  /** The longest that the policy allows; null where it says nothing. */
  readonly most: number | null;
  readonly disabled?: boolean;
  readonly onChange: (amount: number | null) => void;
};

/** A row of the settings: what it is at the left, the choice at the right. */
export function TimeSetting(props: TimeSettingProps) {
  const { label, hint, amounts, amountLabel, amount, most, disabled = false, onChange } = props;
  const id = useId();
  const choices = timeChoices(amounts, amount ?? null, amountLabel, most);
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {most === null ? null : <IconLock className={styles.locked} size={13} aria-hidden="true" />}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint} {most === null ? null : timeRuleText(amountLabel(most))}
        </p>
      </div>
      <NativeSelect
        id={id}
        aria-describedby={`${id}-hint`}
        className={styles.select}
        data={choices}
        value={choiceValue(amount ?? null)}
        disabled={disabled || amount === undefined || choices.length < 2}
        onChange={(event) => onChange(amountOf(event.currentTarget.value))}
      />
    </div>
  );
}
