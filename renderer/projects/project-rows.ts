import { isSameRow, type KeyRow, rowId } from '../../shared/api-key.ts';
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

/** What `idWithin` has put together. */
export function idOutside(idWithinAll: string): { readonly connectionId: string; readonly id: string } {
  const [id = '', connectionId = ''] = idWithinAll.split('@');
  return { connectionId, id };
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

/** Takes the rows of a list part by part. Those that are as before stay the very same, and with nothing new the list does. */
export function createRowsTaker(connectionId: string, before: readonly ListedRow[]) {
  const known = new Map(before.map((item) => [item.id, item]));
  const taken: ListedRow[] = [];
  return {
    take(rows: readonly KeyRow[]): void {
      for (const row of rows) {
        const old = known.get(idWithin(connectionId, rowId(row)));
        taken.push(old && isSameRow(old.row, row) ? old : projectRow(connectionId, row));
      }
    },
    whole(): readonly ListedRow[] {
      const isUnchanged =
        taken.length === before.length && taken.every((item, index) => item === before[index]);
      return isUnchanged ? before : taken;
    },
  };
}
