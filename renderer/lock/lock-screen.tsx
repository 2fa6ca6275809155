import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import type { LockState } from '../../shared/lock-state.ts';
import { useBridge } from '../bridge.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { linkText } from '../links/link-text.ts';
import { settled } from '../settled.ts';
import { Screen } from '../shell/screen.tsx';
import styles from './lock.module.css';
import { UnlockForm } from './unlock-form.tsx';
import { useTouchId } from './use-touch-id.ts';

type LockScreenProps = {
  readonly means: LockState['means'];
  /** A link was opened meanwhile. */
  readonly linkWaits: boolean;
  /** The window was locked when it opened. */
  readonly atOnce: boolean;
  /** Whoever cannot unlock signs out of everything. */
  readonly onSignOut: () => void;
};

function leadText({ passPhrase, touchId }: LockState['means']): string {
  if (passPhrase && touchId) return t('lock.leadBoth');
  if (passPhrase) return t('lock.leadPassPhrase');
  return touchId ? t('lock.leadTouchId') : t('lock.leadNone');
}

/** All there is while the window is locked: main answers nothing but what is asked here. */
export function LockScreen({ means, linkWaits, atOnce, onSignOut }: LockScreenProps) {
  const touchId = useTouchId(means.touchId, atOnce);
  return (
    <Screen title={t('lock.title')}>
      <p className={styles.lead}>{leadText(means)}</p>
      {linkWaits ? (
        <p role="status" className={styles.lead}>
          {linkText({ kind: 'waiting', until: 'unlocked' })}
        </p>
      ) : null}
      {means.passPhrase ? <UnlockForm /> : null}
      {means.touchId ? (
        <Button
          variant={means.passPhrase ? 'default' : 'filled'}
          leftSection={<IconFingerprint size={16} aria-hidden="true" />}
          loading={touchId.busy}
          onClick={touchId.ask}
        >
          {t('lock.unlockTouchId')}
        </Button>
      ) : null}
      {touchId.failed ? (
        <p role="alert" className={styles.problem}>
          {t('lock.touchIdFailed')}
        </p>
      ) : null}
      <SignOutInstead
        words={means.passPhrase ? t('lock.forgot') : t('lock.noOtherWay')}
        onSignOut={onSignOut}
      />
    </Screen>
  );
}

type SignOutInsteadProps = Pick<LockScreenProps, 'onSignOut'> & { readonly words: string };

/** The way out for whoever cannot unlock. */
function SignOutInstead({ words, onSignOut }: SignOutInsteadProps) {
  const bridge = useBridge();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const signOut = async () => {
    setAsking(false);
    setBusy(true);
    onSignOut();
    // Where it succeeds, main unlocks: nothing is left to protect.
    const result = await settled(bridge.signOut());
    setBusy(false);
    setError(result.ok ? null : result.error);
  };

  return (
    <>
      {error ? <ErrorAlert error={error} /> : null}
      <div className={styles.aside}>
        <span>{words}</span>
        <Button size="xs" variant="subtle" color="gray" loading={busy} onClick={() => setAsking(true)}>
          {t('lock.signOutInstead')}
        </Button>
      </div>
      <AlertDialog
        opened={asking}
        title={t('lock.signOutInstead')}
        stayLabel={t('common.cancel')}
        onStay={() => setAsking(false)}
        goLabel={t('common.signOut')}
        onGo={() => void signOut()}
      >
        <p>{t('lock.signOutWords')}</p>
        <p>{t('lock.signOutStays')}</p>
      </AlertDialog>
    </>
  );
}
