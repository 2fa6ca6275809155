import type { KeyRow } from '../../shared/api-key.ts';
import { tableToCsv } from '../records/export-table.ts';
import { isoDate } from '../records/iso-date.ts';

const COLUMNS = [
  'Name',
  'Key ID',
  'Key',
  'Creation date',
  'Key permissions',
  'Permissions',
  'Creator ID',
  'Remark',
] as const;

/** The cells of a row in the order of {@link COLUMNS}. */
function cellsOf(row: KeyRow): readonly string[] {
  const { name, id, lastFour, createdAt } = row;
  const masked = lastFour === null ? '' : `••••${lastFour}`;
  const facts = [name ?? '', id ?? '', masked, isoDate(createdAt)];
  return row.kind === 'key'
    ? [
        ...facts,
        row.restricted ? 'Restricted' : 'Unrestricted',
        row.permissions.join(' '),
        row.creatorId ?? '',
        '',
      ]
    : [...facts, '', '', '', `Unreadable: ${row.problems.join(', ')}`];
}

/**
 * The list as a CSV file (RFC 4180), dates in ISO 8601. A cell that a spreadsheet would run as a formula begins with an
 * apostrophe.
 * @param projectOf what the project of a key is called, where they are of several; null: there is no such column.
 */
export function toCsv(rows: readonly KeyRow[], projectOf: ((row: KeyRow) => string) | null = null): string {
  if (!projectOf) return tableToCsv(COLUMNS, rows.map(cellsOf));
  return tableToCsv(
    ['Project', ...COLUMNS],
    rows.map((row) => [projectOf(row), ...cellsOf(row)]),
  );
}
