import { Modal } from '@mantine/core';
import type { Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { LockState } from '../../shared/lock-state.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { PolicySection } from '../policy/policy-section.tsx';
import { usePolicy } from '../policy/use-policy.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { PassPhrase } from './pass-phrase.tsx';
import styles from './security.module.css';
import { CLIPBOARD_CHOICES, LOCK_CHOICES, minutesLabel, secondsLabel } from './time-choices.ts';
import { TimeSetting } from './time-setting.tsx';
import { TokenStorage } from './token-storage.tsx';

/** Why the dialog is open. */
export type SecurityPurpose = 'settings' | 'pass-phrase';

type SecurityDialogProps = {
  /** Null where it is closed. */
  readonly purpose: SecurityPurpose | null;
  readonly means: LockState['means'];
  readonly session: SessionState;
  readonly onResult: (result: Result<SessionState>) => unknown;
  readonly onClose: () => void;
};

/** "Security": the lock, the clipboard, and where the token is kept. */
export function SecurityDialog({ purpose, onClose, ...panel }: SecurityDialogProps) {
  return (
    <Modal
      opened={purpose !== null}
      onClose={onClose}
      title={t('security.title')}
      size={560}
      padding={24}
      transitionProps={{ duration: 0 }}
      classNames={{ header: styles.header, title: styles.title, body: styles.body }}
    >
      {purpose ? <SecurityPanel purpose={purpose} {...panel} /> : null}
    </Modal>
  );
}

type SecurityPanelProps = Omit<SecurityDialogProps, 'purpose' | 'onClose'> & {
  readonly purpose: SecurityPurpose;
};

function SecurityPanel({ purpose, means, session, onResult }: SecurityPanelProps) {
  const { values, isTold, error, change } = useSettings();
  const policy = usePolicy();
  const canUnlock = means.passPhrase || means.touchId;

  return (
    <>
      <PassPhrase isSet={means.passPhrase} wanted={purpose === 'pass-phrase'} />
      {error ? <ErrorAlert error={error} /> : null}
      <section className={styles.section} aria-label={t('security.lockAndClipboard')}>
        <TimeSetting
          label={t('security.lockAfter')}
          hint={canUnlock ? t('security.lockHint') : t('security.lockOff')}
          amounts={LOCK_CHOICES}
          amountLabel={minutesLabel}
          amount={isTold ? values.lockMinutes : undefined}
          most={policy.rules.lockMinutes}
          disabled={!canUnlock}
          onChange={(lockMinutes) => void change({ lockMinutes })}
        />
        <TimeSetting
          label={t('security.clearAfter')}
          hint={t('security.clearHint')}
          amounts={CLIPBOARD_CHOICES}
          amountLabel={secondsLabel}
          amount={isTold ? values.clipboardSeconds : undefined}
          most={policy.rules.clipboardSeconds}
          onChange={(clipboardSeconds) => void change({ clipboardSeconds })}
        />
      </section>
      {session.kind === 'signed-in' ? (
        <section className={styles.section} aria-label={t('security.adminToken')}>
          <TokenStorage storage={session.connection.tokenStorage} onResult={onResult} />
        </section>
      ) : null}
      <PolicySection policy={policy} />
    </>
  );
}
