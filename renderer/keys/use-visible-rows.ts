import { useDeferredValue, useMemo, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { type FilterFacts, matchesTerms, parseFilter } from '../../shared/key-filter.ts';
import type { ListedRow } from './listed-row.ts';
import {
  createSorter,
  filterRows,
  type ProjectRank,
  type RowList,
  type Sort,
  type Sorter,
} from './visible-rows.ts';

/** From here on, sorting and asking every key for its permissions takes longer than a frame. */
const LARGE = 5_000;

/** The part of a query that is about more than names, and the time where it counts. */
function conditionsOf(query: string, now: number) {
  const { terms, text } = parseFilter(query);
  const countsTime = terms.some(({ condition }) => condition.kind === 'age');
  return { text, words: terms.map(({ word }) => word).join(' '), at: countsTime ? now : 0 };
}

/** What a filter has to know; where the rows are of several projects, of the one that a row is of. */
export type RowFacts = FilterFacts & {
  readonly of?: (row: KeyRow) => Omit<FilterFacts, 'now'>;
  readonly rankOf?: ProjectRank;
  /** Where an order that was found outlives the table. */
  readonly sorter?: Sorter;
};

/**
 * The rows to show. Names that are looked for count at once; rows that have come, another order and other conditions
 * may wait a moment where the list is large, so that typing never waits for them.
 */
export function useVisibleRows(
  list: RowList,
  query: string,
  sort: Sort,
  { now, userId, environmentOf, project, of, rankOf, sorter: kept }: RowFacts,
): readonly ListedRow[] {
  const [sorter] = useState(() => kept ?? createSorter());
  const { text, words, at } = useMemo(() => conditionsOf(query, now), [query, now]);
  const current = useMemo(() => ({ list, sort, words }), [list, sort, words]);
  const deferred = useDeferredValue(current);
  const shown = list.rows.length < LARGE ? current : deferred;
  const sorted = useMemo(
    () => sorter(shown.list, shown.sort, rankOf),
    [sorter, shown.list, shown.sort, rankOf],
  );
  const met = useMemo(() => {
    const { terms } = parseFilter(shown.words);
    const own = { userId, environmentOf, project };
    const factsOf = (row: KeyRow) => ({ ...(of ? of(row) : own), now: at });
    return terms.length === 0 ? sorted : sorted.filter(({ row }) => matchesTerms(row, terms, factsOf(row)));
  }, [sorted, shown.words, at, userId, environmentOf, project, of]);
  return useMemo(() => filterRows(met, text), [met, text]);
}
