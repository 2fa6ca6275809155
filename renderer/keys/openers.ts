import type { KeyRow } from '../../shared/api-key.ts';
import type { CreateAttempt } from '../../shared/attempt.ts';
import type { CreateKeyStore } from '../create-key/create-key-store.ts';
import { duplicateOf } from '../create-key/create-key-values.ts';
import { type ActionProblems, deleteProblemOf, duplicateProblemOf } from './action-problems.ts';
import { NOTHING, type Open } from './use-place.ts';

type OpenersParts = {
  readonly setOpen: (open: Open) => void;
  readonly createStore: CreateKeyStore;
  readonly problems: ActionProblems;
  /** A new key waits to be stored: no other one is begun before. */
  readonly isPending: boolean;
};

/** The ways to open something over the list, each where it is possible now, and the way back. */
export function openersOf({ setOpen, createStore, problems, isPending }: OpenersParts) {
  const create = (): void => {
    if (problems.create === null && !isPending) setOpen({ kind: 'create' });
  };
  return {
    create,
    /** Also where nothing can be created now: an attempt that its dialog has taken up is told nowhere else. */
    lookFor(attempt: CreateAttempt): void {
      if (isPending) return;
      createStore.getState().resume(attempt);
      setOpen({ kind: 'create' });
    },
    duplicate(row: KeyRow): void {
      if (row.kind !== 'key' || duplicateProblemOf(row, problems) !== null) return;
      createStore.getState().begin(duplicateOf(row));
      create();
    },
    askToDelete(row: KeyRow): void {
      if (deleteProblemOf(row, problems) === null) setOpen({ kind: 'delete', row });
    },
    showDetails: (row: KeyRow): void => setOpen({ kind: 'details', row }),
    close: (): void => setOpen(NOTHING),
  };
}
