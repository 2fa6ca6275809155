import type { ApiKey } from './api-key.ts';
import {
  canWrite,
  type PermissionLevel,
  RESOURCES,
  type ResourceAccess,
  type ResourceId,
  readPermissions,
} from './permissions.ts';

/** How far a key reaches a resource: one of the three levels, or a set of verbs that is none of them. */
export type Reach = PermissionLevel | 'custom';

/** A resource of the catalogue, or all families that are not in it. */
export type Area = ResourceId | 'other';

/** What a key may do, in the form that filters, the matrix and the review ask for it. */
export type KeyLevels = Readonly<Record<Area, Reach>>;

function reachOf(access: ResourceAccess): Reach {
  return access.kind === 'custom' ? 'custom' : access.level;
}

function levelsOf(permissions: readonly string[]): KeyLevels {
  const { resources, other } = readPermissions(permissions);
  const known = Object.fromEntries(RESOURCES.map(({ id }) => [id, reachOf(resources[id])]));
  return { ...known, other: other.length > 0 ? 'custom' : 'none' } as KeyLevels;
}

/** An unrestricted key does all that there is to do. */
const EVERYTHING = {
  ...Object.fromEntries(RESOURCES.map((resource) => [resource.id, canWrite(resource) ? 'write' : 'read'])),
  other: 'write',
} as KeyLevels;

/** So many sets of permissions are remembered: a project has few, but a server may send any number. */
const MOST_REMEMBERED = 20_000;

const bySet = new Map<string, KeyLevels>();
const byKey = new WeakMap<ApiKey, KeyLevels>();

function remembered(permissions: readonly string[]): KeyLevels {
  const name = JSON.stringify(permissions);
  const known = bySet.get(name);
  if (known) return known;
  if (bySet.size >= MOST_REMEMBERED) bySet.clear();
  const levels = levelsOf(permissions);
  bySet.set(name, levels);
  return levels;
}

/** The levels of a key. Worked out when they are first asked for, and once for all keys of the same permissions. */
export function keyLevels(key: ApiKey): KeyLevels {
  if (!key.restricted) return EVERYTHING;
  const known = byKey.get(key);
  if (known) return known;
  const levels = remembered(key.permissions);
  byKey.set(key, levels);
  return levels;
}

/** Whether it can change something of the resource: a custom set always holds more than `view`. */
export function changes(reach: Reach): boolean {
  return reach === 'write' || reach === 'custom';
}
