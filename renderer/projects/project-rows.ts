import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { type ListedRow, listRow } from '../keys/listed-row.ts';

/** Whose a row is. Two servers may give two keys the same id: only both together name one. */
export type RowOwner = { readonly connectionId: string; readonly row: KeyRow };

/** Told of the very row, never of its id. */
const owners = new WeakMap<KeyRow, RowOwner>();

/** Whose this row is; null for one that is of no table over all projects. */
export function ownerOf(row: KeyRow): RowOwner | null {
  return owners.get(row) ?? null;
}

/** The identity of a row among those of all projects. Without a blank: the elements of the row are named by it. */
export function idWithin(connectionId: string, id: string): string {
  return `${id}@${connectionId}`;
}

/** A row as the table over all projects has it. */
function projectRow(connectionId: string, row: KeyRow): ListedRow {
  owners.set(row, { connectionId, row });
  return { ...listRow(row), id: idWithin(connectionId, rowId(row)) };
}

/** The same row with that identity as its id, for views that tell keys apart by their ids. */
export function withOwnId<R extends KeyRow>(connectionId: string, row: R): R {
  const renamed = { ...row, id: idWithin(connectionId, rowId(row)) };
  owners.set(renamed, { connectionId, row });
  return renamed;
}

function isSame(one: KeyRow, other: KeyRow): boolean {
  return one.kind === 'unreadable' || other.kind === 'unreadable'
    ? false
    : one.id === other.id &&
        one.name === other.name &&
        one.lastFour === other.lastFour &&
        one.createdAt === other.createdAt &&
        one.creatorId === other.creatorId &&
        one.restricted === other.restricted &&
        one.permissions.join() === other.permissions.join();
}

/** The rows of a list; those that are as before stay the very same, and with nothing new the list does. */
export function rowsOf(
  connectionId: string,
  rows: readonly KeyRow[],
  before: readonly ListedRow[],
): readonly ListedRow[] {
  const known = new Map(before.map((item) => [item.id, item]));
  const next = rows.map((row) => {
    const old = known.get(idWithin(connectionId, rowId(row)));
    return old && isSame(old.row, row) ? old : projectRow(connectionId, row);
  });
  const isUnchanged = next.length === before.length && next.every((item, index) => item === before[index]);
  return isUnchanged ? before : next;
}
