import { Button } from '@mantine/core';
import { useState } from 'react';
import type { AppError, Result } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import type { Rotation } from '../../shared/rotation.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { settled } from '../settled.ts';
import { PlacesCheckList } from './places-check-list.tsx';
import styles from './replace-key.module.css';
import { ReplaceSteps } from './replace-steps.tsx';

type StoredCheckListProps = {
  /** The one that the new key belongs to. */
  readonly rotation: Rotation;
  readonly facts: LocalFacts;
  /** The old key may be the one that this connection signs in with. */
  readonly isOwn: boolean;
};

/** Beside a new key that takes another's place: where the old one is used. */
export function StoredCheckList({ rotation, facts, isOwn }: StoredCheckListProps) {
  const { oldKey } = rotation;
  // Once the new key signs in, the old one is this connection's no more: what came of it stays in sight.
  const [wasOwn, setWasOwn] = useState(isOwn);
  if (isOwn && !wasOwn) setWasOwn(true);
  return (
    <div className={styles.stored}>
      <ReplaceSteps current={1} />
      {wasOwn ? <SignInWithIt /> : null}
      <PlacesCheckList keyId={oldKey.id} facts={keyFactsOf(facts, oldKey.id)} />
    </div>
  );
}

type Signing =
  | { readonly kind: 'not-yet' | 'under-way' | 'done' }
  | { readonly kind: 'failed'; readonly error: AppError };

function ended(result: Result<SessionState>): Signing {
  return result.ok ? { kind: 'done' } : { kind: 'failed', error: result.error };
}

/** Main hands the key over itself: the page never sees it. */
function SignInWithIt() {
  const bridge = useBridge();
  const [signing, setSigning] = useState<Signing>({ kind: 'not-yet' });

  const signIn = async () => {
    setSigning({ kind: 'under-way' });
    setSigning(ended(await settled(bridge.signInWithNewKey())));
  };

  if (signing.kind === 'done') {
    return (
      <p role="status" className={styles.words}>
        {t('replace.signsInNow')}
      </p>
    );
  }
  return (
    <>
      {signing.kind === 'failed' ? <ErrorAlert error={signing.error} /> : null}
      <div className={styles.own}>
        <p>{t('replace.mayBeOwn')}</p>
        <Button
          variant="default"
          aria-disabled={signing.kind === 'under-way'}
          onClick={() => signing.kind !== 'under-way' && void signIn()}
        >
          {t('replace.signInWithNew')}
        </Button>
      </div>
    </>
  );
}
