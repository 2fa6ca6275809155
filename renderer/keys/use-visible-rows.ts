import { useDeferredValue, useMemo, useState } from 'react';
import type { ListedRow } from './listed-row.ts';
import { createSorter, filterRows, type RowList, type Sort } from './visible-rows.ts';

/** From here on, sorting takes longer than a frame. */
const LARGE = 5_000;

/**
 * The rows to show. What is looked for counts at once; rows that have come and another order may wait a moment where
 * the list is large, so that typing never waits for them.
 */
export function useVisibleRows(list: RowList, query: string, sort: Sort): readonly ListedRow[] {
  const [sorter] = useState(createSorter);
  const now = useMemo(() => ({ list, sort }), [list, sort]);
  const deferred = useDeferredValue(now);
  const shown = list.rows.length < LARGE ? now : deferred;
  const sorted = useMemo(() => sorter(shown.list, shown.sort), [sorter, shown.list, shown.sort]);
  return useMemo(() => filterRows(sorted, query), [sorted, query]);
}
