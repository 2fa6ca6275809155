import type { KeyRow } from '../../shared/api-key.ts';
import type { Connection } from '../../shared/session-state.ts';
import { useErrand } from '../connections/use-errand.ts';
import type { CreateKeyStore } from '../create-key/create-key-state.ts';
import { useLinkTarget } from '../links/use-link-target.ts';
import { type ActionProblems, deleteProblemOf, duplicateProblemOf } from './action-problems.ts';
import type { KeysState } from './keys-state.ts';
import type { Openers } from './openers.ts';

type AskedParts = {
  readonly connection: Connection;
  readonly state: KeysState;
  /** Something is open: what is asked for waits. */
  readonly isBusy: boolean;
  readonly problems: ActionProblems;
  readonly openers: Openers;
  readonly createStore: CreateKeyStore;
  /** The row takes the focus before something opens over it. */
  readonly fromRow: (then: (row: KeyRow) => void) => (row: KeyRow) => void;
};

/** What is asked for from elsewhere and opens here: by a link, or on the way from another project. */
export function useAskedFromOutside(parts: AskedParts) {
  const { connection, state, isBusy, problems, openers, createStore, fromRow } = parts;
  const linkWords = useLinkTarget({
    state,
    isBusy,
    createProblem: problems.create,
    onOpen: openers.showDetails,
    onCreate: (form) => {
      createStore.getState().begin(form, 'from-link');
      openers.create();
    },
  });
  const errand = useErrand({
    connectionId: connection.id,
    state,
    isBusy,
    whyNot: ({ kind }, row) => {
      if (kind === 'details') return null;
      return kind === 'delete' ? deleteProblemOf(row, problems) : duplicateProblemOf(row, problems);
    },
    on: {
      details: fromRow(openers.showDetails),
      duplicate: fromRow(openers.duplicate),
      replace: fromRow(openers.replace),
      delete: fromRow(openers.askToDelete),
    },
  });
  return { linkWords, errand };
}
