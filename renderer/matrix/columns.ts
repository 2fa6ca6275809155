import { withoutWord, wordOf } from '../../shared/filter-words.ts';
import { parseFilter } from '../../shared/key-filter.ts';
import type { Area } from '../../shared/key-levels.ts';
import { t } from '../../shared/language/words.ts';
import { canWrite, GROUPS } from '../../shared/permissions.ts';

export type Column = {
  readonly id: Area;
  readonly label: string;
  /** Whether the API has anything to write there. */
  readonly canWrite: boolean;
  /** It begins a group: a line parts it from the column before. */
  readonly isFirst: boolean;
};

export type ColumnGroup = { readonly label: string; readonly from: number; readonly count: number };

/** The resources of the catalogue in its order, and one column for all that it does not know. */
export const COLUMNS: readonly Column[] = [
  ...GROUPS.flatMap(({ resources }) =>
    resources.map((resource, index) => ({
      id: resource.id,
      label: resource.label,
      canWrite: canWrite(resource),
      isFirst: index === 0,
    })),
  ),
  { id: 'other', label: t('matrix.other'), canWrite: true, isFirst: true },
];

/** The groups over their columns. t('matrix.other') stands alone: its column says it all. */
export const COLUMN_GROUPS: readonly ColumnGroup[] = GROUPS.map(({ label, resources }) => ({
  label,
  from: COLUMNS.findIndex(({ id }) => id === resources[0]?.id),
  count: resources.length,
}));

export type ColumnFilter = 'write' | 'any' | null;

/** What a column is filtered by: who can write there, who gets there at all, or nothing. */
export function columnFilter(query: string, { id }: Column): ColumnFilter {
  const held = parseFilter(query).terms.find(
    ({ condition, negated }) => condition.kind === 'access' && condition.resource === id && !negated,
  );
  if (held?.condition.kind !== 'access') return null;
  return held.condition.access === 'write' ? 'write' : 'any';
}

/** The next filter of a column: who can write there, then who gets there at all, then none. */
export function nextColumnFilter(query: string, column: Column): ColumnFilter {
  switch (columnFilter(query, column)) {
    case null:
      return column.canWrite ? 'write' : 'any';
    case 'write':
      return 'any';
    case 'any':
      return null;
  }
}

/** The query with another filter of a column; what else is in it stays. */
export function withColumnFilter(query: string, { id }: Column, filter: ColumnFilter): string {
  const held = parseFilter(query).terms.filter(
    ({ condition }) => condition.kind === 'access' && condition.resource === id,
  );
  const rest = held.reduce((left, { word }) => withoutWord(left, word), query);
  if (filter === null) return rest;
  return `${rest} ${wordOf({ kind: 'access', resource: id, access: filter })}`.trim();
}

/** What a press on the head of a column does. */
export function columnHint(filter: ColumnFilter, { id, label }: Column): string {
  const where = id === 'other' ? t('matrix.families') : label;
  switch (filter) {
    case 'write':
      return t('matrix.showWrite', { where });
    case 'any':
      return t('matrix.showAny', { where });
    case null:
      return t('matrix.showAll', { where });
  }
}
