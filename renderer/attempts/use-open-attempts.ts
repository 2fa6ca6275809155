import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Attempt, openCreateOf } from '../../shared/attempt.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { CreateKeyStore } from '../create-key/create-key-state.ts';
import type { KeysStore } from '../keys/keys-state.ts';
import { useTold } from '../use-told.ts';

export const NO_ATTEMPTS: readonly Attempt[] = [];

const ask = (bridge: Bridge) => bridge.getAttempts();

/**
 * The attempts to be told above the table: all but those that an open dialog deals with.
 * @param deletingId the key that the delete dialog is about.
 */
export function useOpenAttempts(
  keys: KeysStore,
  createStore: CreateKeyStore,
  deletingId: string | null,
): readonly Attempt[] {
  const attempts = useTold('attemptsChanged', ask, NO_ATTEMPTS);
  const { uncertain, leftoverId, phase, form } = useStore(createStore);

  // Whether a key is gone, the list tells; what it said before the attempt counts no more.
  const unclearDelete = attempts.findLast(
    ({ kind, stage }) => kind === 'delete' && stage === 'uncertain',
  )?.id;
  useEffect(() => {
    if (unclearDelete) keys.readAgain();
  }, [unclearDelete, keys]);

  // Its dialog is about to say what came of it: an answer comes after the event that tells of it.
  const saved = phase.kind === 'saving' ? openCreateOf(form.name.trim(), attempts) : null;

  return attempts.filter(({ id, details }) => {
    if (id === uncertain?.attempt.id || id === saved?.id) return false;
    const keyId = details?.keyId ?? null;
    return keyId === null || (keyId !== leftoverId && keyId !== deletingId);
  });
}
