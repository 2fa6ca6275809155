import { NativeSelect } from '@mantine/core';
import { type ReactNode, useId } from 'react';
import styles from './security.module.css';
import { amountOf, choiceValue, timeChoices } from './time-choices.ts';

type TimeSettingProps = {
  readonly label: string;
  readonly hint: ReactNode;
  readonly amounts: readonly number[];
  readonly amountLabel: (amount: number) => string;
  /** Undefined until it is known. */
  readonly amount: number | null | undefined;
  readonly disabled?: boolean;
  readonly onChange: (amount: number | null) => void;
};

/** A row of the settings: what it is at the left, the choice at the right. */
export function TimeSetting(props: TimeSettingProps) {
  const { label, hint, amounts, amountLabel, amount, disabled = false, onChange } = props;
  const id = useId();
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <label htmlFor={id} className={styles.label}>
          {label}
        </label>
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      </div>
      <NativeSelect
        id={id}
        aria-describedby={`${id}-hint`}
        className={styles.select}
        data={timeChoices(amounts, amount ?? null, amountLabel)}
        value={choiceValue(amount ?? null)}
        disabled={disabled || amount === undefined}
        onChange={(event) => onChange(amountOf(event.currentTarget.value))}
      />
    </div>
  );
}
