import { Switch } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import styles from './create-key.module.css';

type RestrictFieldProps = {
  readonly restricted: boolean;
  readonly problem: string | null;
  readonly disabled: boolean;
  readonly onChange: (restricted: boolean) => void;
};

/** Whether the key is restricted. On at first: a key gets nothing that nobody chose. */
export function RestrictField({ restricted, problem, disabled, onChange }: RestrictFieldProps) {
  return (
    <Switch
      label={t('create.restrict')}
      // The label around it holds the description too; the name is the label alone.
      aria-label={t('create.restrict')}
      description={restricted ? t('create.restrictOn') : t('create.restrictOff')}
      error={problem}
      classNames={{ description: styles.advice, error: styles.problem, label: styles.switchLabel }}
      checked={restricted}
      disabled={disabled}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}

/** What it means that a key is not restricted: the one thing in this dialog that is red. */
export function UnrestrictedWarning() {
  return (
    <div role="status" className={styles.unrestricted}>
      <IconShieldOff size={18} aria-hidden="true" />
      <div>
        <p className={styles.unrestrictedTitle}>{t('create.unrestrictedTitle')}</p>
        <p>{t('create.unrestrictedAdvice')}</p>
      </div>
    </div>
  );
}
