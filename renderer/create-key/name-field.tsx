import { TextInput } from '@mantine/core';
import styles from './create-key.module.css';
import { nameHint } from './name-hint.ts';

type NameFieldProps = {
  readonly value: string;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly onChange: (name: string) => void;
};

/** The name of the new key, with advice that never stands in the way. */
export function NameField({ value, problem, disabled, onChange }: NameFieldProps) {
  return (
    <div>
      <TextInput
        label="Name"
        placeholder="E.g: 'CRM_Query'"
        aria-required="true"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={
          nameHint(value) ??
          'Name keys according to their use: “CRM_Production”, “Mobile_App_Staging”. Don’t share keys between environments.'
        }
        error={problem}
        errorProps={{ role: 'alert' }}
        classNames={{ description: `${styles.advice} ${styles.nameAdvice}`, error: styles.problem }}
        dir="auto"
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </div>
  );
}
