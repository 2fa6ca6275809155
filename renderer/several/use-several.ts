import { type RefObject, useEffect, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { useBridge } from '../bridge.ts';
import type { KeysStore } from '../keys/keys-state.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import type { RowsHandle } from '../keys/rows-handle.ts';
import { later } from '../later.ts';
import { createDeletionStore } from './deletion-store.ts';
import { useSelection } from './use-selection.ts';

type SeveralParts = {
  readonly keys: KeysStore;
  readonly all: readonly ListedRow[];
  readonly shown: readonly ListedRow[];
  readonly table: RefObject<RowsHandle | null>;
};

/** The first row below the last of these keys that is none of them; else the last above. */
export function neighbourOf(shown: readonly ListedRow[], ids: ReadonlySet<string>): string | null {
  const last = shown.findLastIndex(({ id }) => ids.has(id));
  return shown[last + 1]?.id ?? shown.findLast(({ id }) => !ids.has(id))?.id ?? null;
}

/** What is done with several keys: which they are, and what is asked or shown of them. */
export function useSeveral({ keys, all, shown, table }: SeveralParts) {
  const bridge = useBridge();
  const selected = useSelection(all, shown);
  const [deletions] = useState(() => createDeletionStore({ bridge, removeKeys: keys.removeKeys, later }));
  const [asking, setAsking] = useState<readonly KeyRow[] | null>(null);
  const [comparing, setComparing] = useState<readonly KeyRow[] | null>(null);
  /** Where the focus goes when the rows that had it are gone. */
  const [neighbour, setNeighbour] = useState<string | null>(null);
  useEffect(() => deletions.start(), [deletions]);

  return {
    selected,
    deletions,
    asking,
    comparing,
    askToDelete(rows: readonly KeyRow[]): void {
      setNeighbour(neighbourOf(shown, selected.ids));
      setAsking(rows);
    },
    answered: () => setAsking(null),
    compare: setComparing,
    compared: () => setComparing(null),
    clear(): void {
      table.current?.focusCurrent?.();
      selected.onSelect({ kind: 'clear' });
    },
    /** The dialog is over: whoever has the focus nowhere gets it beside where the keys were. */
    backToRows(): void {
      setTimeout(() => {
        if (document.activeElement !== document.body) return;
        if (!neighbour || !table.current?.focusRow(neighbour)) table.current?.focusFirst();
      }, AFTER_DIALOG);
    },
  };
}

/** A dialog gives the focus back before this is over. */
const AFTER_DIALOG = 100;

export type SeveralKeys = ReturnType<typeof useSeveral>;
