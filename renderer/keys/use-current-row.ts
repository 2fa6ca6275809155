import { useMemo } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import type { KeysState } from './keys-state.ts';

/** A key that something open is about, as the list has it now. */
export type CurrentRow = {
  readonly row: KeyRow;
  /** A whole list came that does not have it. */
  readonly isGone: boolean;
};

/**
 * The list may have been loaded anew since the row was opened. One that has no id cannot be found again: it stays.
 * @param opened the row as it was when it was opened; null where none is.
 */
export function useCurrentRow({ list, isWhole }: KeysState, opened: KeyRow | null): CurrentRow | null {
  return useMemo(() => {
    if (opened === null) return null;
    if (opened.id === null) return { row: opened, isGone: false };
    const found = list.rows.find(({ id }) => id === opened.id);
    return { row: found?.row ?? opened, isGone: isWhole && !found };
  }, [list, isWhole, opened]);
}
