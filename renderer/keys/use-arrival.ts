import { type RefObject, useEffect, useState } from 'react';
import { isDialogOpen } from '../shortcuts.ts';
import type { ListedRow } from './listed-row.ts';
import type { RowsHandle } from './rows-handle.ts';

const HIGHLIGHT_TIME = 2500;

/** Whoever types or has opened something in the meantime keeps the focus. */
function isFree(): boolean {
  return !isDialogOpen() && !(document.activeElement instanceof HTMLInputElement);
}

type Arrival = {
  /** The row to be marked for a moment. */
  readonly highlighted: string | null;
  /** Waits for a row: once the list has it, it gets the focus and stands out for a moment. */
  readonly expect: (id: string) => void;
};

/** Brings a key that was just created before one's eyes as soon as it is in the list. */
export function useArrival(rows: readonly ListedRow[], table: RefObject<RowsHandle | null>): Arrival {
  const [expected, setExpected] = useState<string | null>(null);
  const [highlighted, setHighlighted] = useState<string | null>(null);

  useEffect(() => {
    if (expected === null || !rows.some(({ id }) => id === expected)) return;
    if (isFree()) table.current?.focusRow(expected);
    setHighlighted(expected);
    setExpected(null);
  }, [expected, rows, table]);

  useEffect(() => {
    if (highlighted === null) return;
    const timer = setTimeout(() => setHighlighted(null), HIGHLIGHT_TIME);
    return () => clearTimeout(timer);
  }, [highlighted]);

  return { highlighted, expect: setExpected };
}

/** A dialog fades out and gives the focus back before this is over. */
const AFTER_DIALOG = 250;

/** Where a deleted row had the focus, its neighbour gets it. */
export function focusNeighbour(
  rows: readonly { readonly id: string }[],
  deleted: string,
  table: RefObject<RowsHandle | null>,
): void {
  const index = rows.findIndex(({ id }) => id === deleted);
  const neighbour = rows[index + 1] ?? rows[index - 1];
  if (index < 0 || !neighbour) return;
  setTimeout(() => {
    if (document.activeElement === document.body) table.current?.focusRow(neighbour.id);
  }, AFTER_DIALOG);
}
