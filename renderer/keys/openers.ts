import type { KeyRow } from '../../shared/api-key.ts';
import type { CreateAttempt } from '../../shared/attempt.ts';
import { type Rotation, rotationOf } from '../../shared/rotation.ts';
import type { CreateKeyStore } from '../create-key/create-key-state.ts';
import { duplicateOf } from '../create-key/create-key-values.ts';
import { replacementOf } from '../replace-key/replace-form.ts';
import { type ActionProblems, deleteProblemOf, duplicateProblemOf } from './action-problems.ts';
import type { ListedRow } from './listed-row.ts';
import { NOTHING, type Open } from './use-place.ts';

type OpenersParts = {
  readonly setOpen: (open: Open) => void;
  readonly createStore: CreateKeyStore;
  readonly problems: ActionProblems;
  /** A new key waits to be stored: no other one is begun before. */
  readonly isPending: boolean;
  readonly rows: readonly ListedRow[];
  readonly rotations: readonly Rotation[];
};

export type Openers = ReturnType<typeof openersOf>;

/** The ways to open something over the list, each where it is possible now, and the way back. */
export function openersOf(parts: OpenersParts) {
  const { setOpen, createStore, problems, isPending, rows, rotations } = parts;
  const create = (): void => {
    if (problems.create === null && !isPending) setOpen({ kind: 'create' });
  };
  const rowById = (id: string): KeyRow | null => rows.find((each) => each.id === id)?.row ?? null;
  const askToDelete = (row: KeyRow): void => {
    if (deleteProblemOf(row, problems) === null) setOpen({ kind: 'delete', row });
  };
  /** The form of the key that takes the place of this one. */
  const beginToReplace = (row: KeyRow): void => {
    if (row.kind !== 'key' || duplicateProblemOf(row, problems) !== null) return;
    createStore.getState().begin(
      replacementOf(
        row,
        rows.map((each) => each.row),
      ),
    );
    create();
  };
  const guide = (oldId: string): void => {
    const row = rowById(oldId);
    if (row && !isPending) setOpen({ kind: 'replace', row });
  };
  return {
    create,
    /** Begins, or takes up what was begun: a key is replaced once at a time. */
    replace(row: KeyRow): void {
      const begun = row.id === null ? null : rotationOf(rotations, row.id);
      if (begun) guide(begun.oldKey.id);
      else beginToReplace(row);
    },
    guide,
    createInPlaceOf(oldId: string): void {
      const row = rowById(oldId);
      if (row) beginToReplace(row);
    },
    askToDeleteById(id: string): void {
      const row = rowById(id);
      if (row) askToDelete(row);
    },
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
    askToDelete,
    showDetails: (row: KeyRow): void => setOpen({ kind: 'details', row }),
    close: (): void => setOpen(NOTHING),
  };
}
