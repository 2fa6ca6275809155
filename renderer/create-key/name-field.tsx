import { TextInput } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
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
        label={t('common.name')}
        placeholder={t('create.placeholder')}
        aria-required="true"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        inputWrapperOrder={['label', 'input', 'error', 'description']}
        description={nameHint(value) ?? t('create.nameAdvice')}
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
