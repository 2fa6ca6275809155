import type { Place, Sequence } from './pagination.ts';
import type { StoredKey } from './state.ts';

/** The keys of the project in memory: found by id and by hash, and paged through in the order of creation. */
export type KeyStore = Sequence<StoredKey> & {
  readonly find: (id: string) => StoredKey | undefined;
  readonly findByHash: (hash: string) => StoredKey | undefined;
  readonly add: (key: StoredKey) => void;
  /** Puts a changed key in the place of the one with its id. */
  readonly replace: (key: StoredKey) => void;
  readonly remove: (id: string) => void;
};

/** What orders two keys: the time of creation and, where it is the same, which was added first. */
type Rank = { readonly createdAt: number; readonly added: number };
type Entry = Rank & { readonly key: StoredKey };

function compare(a: Rank, b: Rank): number {
  return a.createdAt - b.createdAt || a.added - b.added;
}

/** The first position whose entry is not before `rank`. */
function lowerBound(entries: readonly Entry[], rank: Rank): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const entry = entries[middle];
    if (entry && compare(entry, rank) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @param keys in the order in which they were added. */
export function createKeyStore(keys: readonly StoredKey[]): KeyStore {
  let added = 0;
  const entryOf = (key: StoredKey): Entry => ({ key, createdAt: key.createdAt, added: added++ });
  const entries = keys.map(entryOf).sort(compare);
  const byId = new Map(entries.map((entry) => [entry.key.item.id, entry]));
  const byHash = new Map(keys.map((key) => [key.hash, key]));
  /** Where deleted keys stood: a walk whose cursor is deleted meanwhile goes on at that place. */
  const deleted = new Map<string, Rank>();

  const insert = (entry: Entry): void => {
    entries.splice(lowerBound(entries, entry), 0, entry);
    byId.set(entry.key.item.id, entry);
    byHash.set(entry.key.hash, entry.key);
  };

  const remove = (id: string): Rank | undefined => {
    const entry = byId.get(id);
    if (!entry) return undefined;
    entries.splice(lowerBound(entries, entry), 1);
    byId.delete(id);
    byHash.delete(entry.key.hash);
    deleted.set(id, entry);
    return entry;
  };

  const placeOf = (id: string): Place | null => {
    const rank = byId.get(id) ?? deleted.get(id);
    if (!rank) return null;
    const start = lowerBound(entries, rank);
    return { start, end: byId.has(id) ? start + 1 : start };
  };

  return {
    find: (id) => byId.get(id)?.key,
    findByHash: (hash) => byHash.get(hash),
    // A key that comes back after a failed delete takes its old place.
    add: (key) => insert({ ...entryOf(key), ...deleted.get(key.item.id), key }),
    replace: (key) => {
      const rank = remove(key.item.id);
      if (rank) insert({ ...rank, key });
    },
    remove: (id) => {
      remove(id);
    },
    count: () => entries.length,
    slice: (start, end) => entries.slice(start, end).map(({ key }) => key),
    placeOf,
  };
}
