import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Attempt } from '../../shared/attempt.ts';
import { useBridge } from '../bridge.ts';
import type { CreateKeyStore } from '../create-key/create-key-store.ts';
import type { KeysStore } from '../keys/keys-store.ts';

const NONE: readonly Attempt[] = [];

/** The creates and deletes of which nobody knows what came, as main tells of them. */
function useAttempts(): readonly Attempt[] {
  const bridge = useBridge();
  const [attempts, setAttempts] = useState(NONE);

  useEffect(() => {
    // The answer to the first question is worth nothing once a newer state has been told.
    let settled = false;
    const tell = (next: readonly Attempt[]) => {
      settled = true;
      setAttempts(next);
    };
    const stop = bridge.on('attemptsChanged', tell);
    bridge.getAttempts().then(
      (first) => {
        if (!settled && first.length > 0) tell(first);
      },
      () => undefined,
    );
    return () => {
      settled = true;
      stop();
    };
  }, [bridge]);

  return attempts;
}

/**
 * The attempts to be told above the table: all but those that an open dialog deals with.
 * @param deletingId the key that the delete dialog is about.
 */
export function useOpenAttempts(
  keys: KeysStore,
  createStore: CreateKeyStore,
  deletingId: string | null,
): readonly Attempt[] {
  const attempts = useAttempts();
  const { uncertain, leftoverId } = useStore(createStore);

  // Whether a key is gone, the list tells; what it said before the attempt counts no more.
  const unclearDelete = attempts.findLast(
    ({ kind, stage }) => kind === 'delete' && stage === 'uncertain',
  )?.id;
  useEffect(() => {
    if (unclearDelete) keys.readAgain();
  }, [unclearDelete, keys]);

  return attempts.filter(({ id, details }) => {
    if (id === uncertain?.attempt.id) return false;
    const keyId = details?.keyId ?? null;
    return keyId === null || (keyId !== leftoverId && keyId !== deletingId);
  });
}
