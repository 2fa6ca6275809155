import { RESOURCES, type ResourceId, readPermissions } from '../../shared/permissions.ts';
import type { ListedRow } from '../keys/listed-row.ts';

export type AccessCounts = Readonly<Record<ResourceId, { readonly read: number; readonly write: number }>>;

/** How many of the keys read each resource, and how many write it: an unrestricted one does both. */
export function countAccess(rows: readonly ListedRow[]): AccessCounts {
  const counts = Object.fromEntries(RESOURCES.map(({ id }) => [id, { read: 0, write: 0 }])) as Record<
    ResourceId,
    { read: number; write: number }
  >;
  for (const { row } of rows) {
    if (row.kind === 'unreadable') continue;
    const access = row.restricted ? readPermissions(row.permissions).resources : null;
    for (const { id } of RESOURCES) {
      const held = access?.[id];
      if (!held || (held.kind === 'level' && held.level === 'write')) counts[id].write += 1;
      else if (held.kind === 'level' && held.level === 'read') counts[id].read += 1;
    }
  }
  return counts;
}
