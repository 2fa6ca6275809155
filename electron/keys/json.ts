import type { KeyRow } from '../../shared/api-key.ts';

function isoDate(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString();
}

function entryOf(row: KeyRow) {
  const { name, id, lastFour, createdAt } = row;
  const facts = { name, id, lastFour, createdAt: isoDate(createdAt) };
  return row.kind === 'key'
    ? { ...facts, restricted: row.restricted, permissions: row.permissions, creatorId: row.creatorId }
    : { ...facts, unreadable: row.problems };
}

/**
 * The rows as JSON, one object a key, dates in ISO 8601; what could not be read is null and named in `unreadable`.
 * @param projectOf what the project of a key is called, where they are of several; null: that is not told.
 */
export function toJson(rows: readonly KeyRow[], projectOf: ((row: KeyRow) => string) | null = null): string {
  const keys = rows.map((row) => (projectOf ? { project: projectOf(row), ...entryOf(row) } : entryOf(row)));
  return `${JSON.stringify({ keys }, null, 2)}\n`;
}
