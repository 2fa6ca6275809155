import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import type { KeyExport } from '../../shared/key-export.ts';
import type { Connection } from '../../shared/session-state.ts';
import { useOpenAttempts } from '../attempts/use-open-attempts.ts';
import { useBridge } from '../bridge.ts';
import { createCreateKeyStore } from '../create-key/create-key-store.ts';
import { useFilterFacts } from '../filter/use-filter-facts.ts';
import { useLocalFacts } from '../local-facts/use-local-facts.ts';
import { usePendingSecret } from '../new-key/use-pending-secret.ts';
import { useReplacing } from '../replace-key/use-replacing.ts';
import { useSeveral } from '../several/use-several.ts';
import { useNow } from '../use-now.ts';
import { actionProblems } from './action-problems.ts';
import type { KeysStore } from './keys-state.ts';
import { openersOf } from './openers.ts';
import type { OpenMenu } from './row-menu.tsx';
import type { RowsHandle } from './rows-handle.ts';
import { useArrival } from './use-arrival.ts';
import { useAskedFromOutside } from './use-asked-from-outside.ts';
import { useCurrentRow } from './use-current-row.ts';
import { NOTHING, type Open, usePlace } from './use-place.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { useWakeUp } from './use-wake-up.ts';

export type KeysDeskParts = {
  readonly store: KeysStore;
  readonly connection: Connection;
  /** The server does not accept the token any more, and the person wants to sign in again. */
  readonly onSignIn: () => void;
  readonly onExport: (what: KeyExport) => void;
};

export type KeysDesk = ReturnType<typeof useKeysDesk>;

/** What the views of the keys share: the list, where the person is in it, and the ways to open something over it. */
export function useKeysDesk(parts: KeysDeskParts) {
  const { store, connection } = parts;
  const bridge = useBridge();
  const state = useStore(store.state);
  const now = useNow();
  const [createStore] = useState(() => createCreateKeyStore({ bridge }));
  const place = usePlace(state, createStore);
  const { query, sort, open, setOpen } = place;
  // A form that came back with the page while its key was made is over: it is not to be sent again.
  const [pending, setPending] = usePendingSecret(() => {
    setOpen(NOTHING);
    createStore.getState().reset();
  });
  const [menu, setMenu] = useState<OpenMenu | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const table = useRef<RowsHandle>(null);
  const known = useLocalFacts();
  const filterFacts = useFilterFacts(known.facts, connection.user?.id ?? null, now, connection.name);
  const rows = useVisibleRows(state.list, query, sort, filterFacts);
  const several = useSeveral({ keys: store, all: state.list.rows, shown: rows, table });
  const arrival = useArrival(rows, table);
  const opened = useCurrentRow(state, 'row' in open ? open.row : null);
  const attempts = useOpenAttempts(store, createStore, open.kind === 'delete' ? open.row.id : null);
  const replacing = useReplacing(connection, state, known.facts, pending);
  useWakeUp(store);

  const problems = actionProblems(connection, state.load);
  const openers = openersOf({
    setOpen,
    createStore,
    problems,
    isPending: pending !== null,
    rows: state.list.rows,
    rotations: known.facts.rotations,
  });
  /** The row takes the focus first, so that it gets it back when what opens is closed. */
  const fromRow = (then: (row: KeyRow) => void) => (row: KeyRow) => {
    table.current?.focusRow(rowId(row));
    then(row);
  };
  const asked = useAskedFromOutside({
    connection,
    state,
    isBusy: open.kind !== 'nothing' || pending !== null,
    problems,
    openers,
    createStore,
    fromRow,
  });

  const isLoading = state.load.kind === 'loading';
  return {
    ...parts,
    ...place,
    state,
    now,
    createStore,
    pending,
    setPending,
    menu,
    setMenu,
    search,
    table,
    known,
    filterFacts,
    rows,
    several,
    arrival,
    opened,
    attempts: attempts.filter(replacing.isToldByAttempt),
    replacing,
    problems,
    openers,
    ...asked,
    /** No row has come yet, and some will. */
    isWaiting: isLoading && state.list.rows.length === 0,
    /** The project has no keys. */
    isBare: state.list.rows.length === 0 && state.load.kind === 'ready',
    /** The row that a dialog of this kind is about, as the list has it now; null where no such dialog is open. */
    openedRow: (kind: Open['kind']): KeyRow | null => (open.kind === kind && opened ? opened.row : null),
    showMenu: (row: KeyRow, at: DOMRect): void => setMenu({ row, at }),
    fromMenu: fromRow,
  };
}
