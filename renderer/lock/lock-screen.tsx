import { Button } from '@mantine/core';
import { IconFingerprint } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppError } from '../../shared/app-error.ts';
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
};

function leadText({ passPhrase, touchId }: LockState['means']): string {
  if (passPhrase && touchId) return 'Unlock it with your pass phrase or with Touch ID.';
  if (passPhrase) return 'Unlock it with your pass phrase.';
  return touchId ? 'Unlock it with Touch ID.' : 'Touch ID is not available now, and no pass phrase is set.';
}

/** All there is while the window is locked: main answers nothing but what is asked here. */
export function LockScreen({ means, linkWaits, atOnce }: LockScreenProps) {
  const touchId = useTouchId(means.touchId, atOnce);
  return (
    <Screen title="Keydesk is locked">
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
          Unlock with Touch ID
        </Button>
      ) : null}
      {touchId.failed ? (
        <p role="alert" className={styles.problem}>
          Touch ID did not unlock Keydesk
        </p>
      ) : null}
      <SignOutInstead words={means.passPhrase ? 'Forgot the pass phrase?' : 'No other way in?'} />
    </Screen>
  );
}

/** The way out for whoever cannot unlock. */
function SignOutInstead({ words }: { readonly words: string }) {
  const bridge = useBridge();
  const [asking, setAsking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);

  const signOut = async () => {
    setAsking(false);
    setBusy(true);
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
          Sign out instead
        </Button>
      </div>
      <AlertDialog
        opened={asking}
        title="Sign out instead"
        stayLabel="Cancel"
        onStay={() => setAsking(false)}
        goLabel="Sign out"
        onGo={() => void signOut()}
      >
        <p>
          Every connection is signed out: tokens, offline copies and the pass phrase are deleted from this
          computer. A new key that has not been stored is lost.
        </p>
        <p>The connections stay in the list; the projects and their keys stay as they are.</p>
      </AlertDialog>
    </>
  );
}
