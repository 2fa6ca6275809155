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

/** The rows as JSON, one object a key, dates in ISO 8601; what could not be read is null and named in `unreadable`. */
export function toJson(rows: readonly KeyRow[]): string {
  return `${JSON.stringify({ keys: rows.map(entryOf) }, null, 2)}\n`;
}
