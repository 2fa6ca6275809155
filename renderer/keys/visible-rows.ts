import type { KeyRow } from '../../shared/api-key.ts';
import { locale } from '../../shared/language/words.ts';
import { fold, type ListedRow } from './listed-row.ts';

/** `project`: where the rows are of several. */
export type SortColumn = 'name' | 'project' | 'created' | 'permissions';
export type SortDirection = 'ascending' | 'descending';
export type Sort = { readonly column: SortColumn; readonly direction: SortDirection };

/** Newest first: the order in which the key API sends them. */
export const USUAL_SORT: Sort = { column: 'created', direction: 'descending' };

/** What a column begins with: names from A, the newest and the unrestricted keys first. */
const FIRST_DIRECTION = {
  name: 'ascending',
  project: 'ascending',
  created: 'descending',
  permissions: 'descending',
} as const satisfies Record<SortColumn, SortDirection>;

/** The order after a click on a column's header. */
export function nextSort(sort: Sort, column: SortColumn): Sort {
  if (sort.column !== column) return { column, direction: FIRST_DIRECTION[column] };
  return { column, direction: sort.direction === 'ascending' ? 'descending' : 'ascending' };
}

type Compare = (a: ListedRow, b: ListedRow) => number;

const collator = new Intl.Collator(locale(), { numeric: true });

/** What cannot be read stands last, whatever the direction. */
function lastIfNull(a: unknown, b: unknown): number {
  return Number(a === null) - Number(b === null);
}

function rank(item: ListedRow): number | null {
  return item.row.kind === 'unreadable' ? null : item.row.restricted ? 0 : 1;
}

function compareNumbers(value: (item: ListedRow) => number | null, sign: number): Compare {
  return (a, b) => {
    const [left, right] = [value(a), value(b)];
    return left === null || right === null ? lastIfNull(left, right) : sign * (left - right);
  };
}

const collate = collator.compare;
const byKey: Compare = (a, b) => (a.sortKey < b.sortKey ? -1 : a.sortKey > b.sortKey ? 1 : 0);
/** The collator is dear: it is asked only where the names differ in case, accents or signs alone. */
const byName: Compare = (a, b) => byKey(a, b) || collate(a.row.name ?? '', b.row.name ?? '');

function compareNames(sign: number): Compare {
  return (a, b) => lastIfNull(a.row.name, b.row.name) || sign * byName(a, b);
}

/** The first place in `sorted`, from `from` on, whose row comes after `item`. */
function placeOf(item: ListedRow, sorted: readonly ListedRow[], from: number, compare: Compare): number {
  let low = from;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const row = sorted[middle];
    if (row && compare(row, item) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Merges two lists that are in order: only the rows of `added` are compared, each with a handful of others. */
function merge(
  sorted: readonly ListedRow[],
  added: readonly ListedRow[],
  compare: Compare,
): readonly ListedRow[] {
  const merged: ListedRow[] = [];
  let taken = 0;
  const takeUntil = (end: number) => {
    for (; taken < end; taken += 1) {
      const row = sorted[taken];
      if (row) merged.push(row);
    }
  };
  for (const item of added) {
    takeUntil(placeOf(item, sorted, taken, compare));
    merged.push(item);
  }
  takeUntil(sorted.length);
  return merged;
}

/** The place of a row's project among all of them. */
export type ProjectRank = (row: KeyRow) => number;
const OF_ONE: ProjectRank = () => 0;

/** Sorts stably. `sorted` (rows that already are in this order) comes first, `added` is sorted into it. */
export function sortRows(
  sorted: readonly ListedRow[],
  added: readonly ListedRow[],
  { column, direction }: Sort,
  rankOf = OF_ONE,
): readonly ListedRow[] {
  const sortIn = (compare: Compare) => merge(sorted, [...added].sort(compare), compare);
  const sign = direction === 'ascending' ? 1 : -1;
  switch (column) {
    case 'project':
      return sortIn(compareNumbers(({ row }) => rankOf(row), sign));
    case 'created':
      return sortIn(compareNumbers(({ row }) => row.createdAt, sign));
    case 'permissions':
      return sortIn(compareNumbers(rank, sign));
    case 'name':
      return sortIn(compareNames(sign));
  }
}

/** The rows of a list; a new generation means that it is another list, not the old one grown longer. */
export type RowList = { readonly generation: number; readonly rows: readonly ListedRow[] };

type Sorted = {
  readonly list: RowList;
  readonly rows: readonly ListedRow[];
  readonly rankOf: ProjectRank | undefined;
};

/** What of a list is in order already, and what is still to be sorted in. */
type Begun = { readonly sorted: readonly ListedRow[]; readonly added: readonly ListedRow[] };

function begunWith({ list: before, rows }: Sorted, list: RowList): Begun {
  if (before.generation === list.generation && before.rows.length <= list.rows.length)
    return { sorted: rows, added: list.rows.slice(before.rows.length) };
  const known = new Set(before.rows);
  const added = list.rows.filter((item) => !known.has(item));
  if (added.length === list.rows.length) return { sorted: [], added };
  const kept = new Set(list.rows);
  return { sorted: rows.filter((item) => kept.has(item)), added };
}

export type Sorter = (list: RowList, sort: Sort, rankOf?: ProjectRank) => readonly ListedRow[];

/** Sorts lists. An order once found is kept: of a list that has grown or changed, only what is new is sorted in. */
export function createSorter(): Sorter {
  const orders = new Map<string, Sorted>();
  let generation: number | null = null;
  return (list, sort, rankOf) => {
    const name = `${sort.column} ${sort.direction}`;
    const found = orders.get(name);
    const known = sort.column === 'project' && found?.rankOf !== rankOf ? undefined : found;
    if (known?.list === list) return known.rows;
    if (list.generation !== generation) orders.clear();
    generation = list.generation;
    const { sorted, added } = known ? begunWith(known, list) : { sorted: [], added: list.rows };
    const rows = sortRows(sorted, added, sort, rankOf);
    orders.set(name, { list, rows, rankOf });
    return rows;
  };
}

/** The rows whose name contains what is looked for. */
export function filterRows(rows: readonly ListedRow[], query: string): readonly ListedRow[] {
  const wanted = fold(query.trim());
  return wanted === '' ? rows : rows.filter(({ folded }) => folded.includes(wanted));
}
