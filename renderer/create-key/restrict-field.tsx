import { Switch } from '@mantine/core';
import { IconShieldOff } from '@tabler/icons-react';
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
      label="Restrict key"
      // The label around it holds the description too; the name is the label alone.
      aria-label="Restrict key"
      description={
        restricted
          ? 'Configure granular permissions per resource. Assign the key only the permissions it needs to function.'
          : 'Enable the toggle to configure granular permissions per resource.'
      }
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
        <p className={styles.unrestrictedTitle}>
          Unrestricted: the key has full access to all API resources.
        </p>
        <p>
          Avoid using unrestricted keys. Assign each key only the permissions it needs to function. This
          limits the impact if a key is compromised.
        </p>
      </div>
    </div>
  );
}
