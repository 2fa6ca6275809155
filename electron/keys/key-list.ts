import type { KeyRow } from '../../shared/api-key.ts';
import type { Notice } from '../../shared/notice.ts';
import type { Connection } from '../../shared/session-state.ts';
import { createQueue } from '../key-api/queue.ts';
import type { ListCopy, OfflineCopies } from './offline-copy.ts';

/** Follows how the list of a connection changes. */
export type ListWatcher = {
  replaced(connection: Connection, rows: readonly KeyRow[]): void;
  deleted(connection: Connection, keyIds: readonly string[]): void;
};

export type KeyListParts = {
  readonly copies: OfflineCopies;
  readonly watcher: ListWatcher;
  readonly raise: (notice: Notice) => void;
  readonly withdraw: (kind: Notice['kind']) => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** The last whole list of each connection: in memory, and on the disk where the keyring keeps its token. */
export type KeyList = {
  /** The last whole list of the connection; null where none was loaded or recalled in this run. */
  current(connectionId: string): ListCopy | null;
  /** The same; where there is none in memory, the offline copy. */
  recall(connectionId: string): Promise<ListCopy | null>;
  /** Takes over a list that was loaded whole. */
  replace(connection: Connection, rows: readonly KeyRow[]): void;
  /** Takes out keys that were deleted. */
  without(connection: Connection, ...keyIds: readonly string[]): void;
  /** Forgets the list of a connection, its offline copy included. @throws where the disk does not let go of it. */
  forget(connectionId: string): Promise<void>;
  /** Forgets everything. @throws where the disk does not let go of it. */
  forgetAll(): Promise<void>;
  /** Deletes the copies of connections that are not known any more: nobody else would. */
  keepOnly(isKnown: (connectionId: string) => boolean): Promise<void>;
  /** Waits for what is being written. */
  settled(): Promise<void>;
};

/** What may stand in the way of saving a copy. */
const OF_SAVING = [
  'copy-not-saved',
  'copy-unprotected',
  'copy-newer',
] as const satisfies readonly Notice['kind'][];

export function createKeyList({ copies, watcher, raise, withdraw, clock = Date.now }: KeyListParts): KeyList {
  const held = new Map<string, ListCopy>();
  /** Goes up whenever something is forgotten: what was being read then is not held any more. */
  let forgotten = 0;
  /** One after another, so that the last one asked for is the one that stays. */
  const inTurn = createQueue();
  const waiting = new Set<string>();

  const current = (connectionId: string) => held.get(connectionId) ?? null;

  async function save(connectionId: string): Promise<void> {
    waiting.delete(connectionId);
    const copy = current(connectionId);
    // Signed out while this waited for its turn.
    if (!copy) return;
    // The keyring may ask its person first: a sign-out meanwhile wants nothing kept.
    const saved = await copies.save(connectionId, copy, () => held.has(connectionId));
    if (saved === 'off' || saved === 'not-wanted') return;
    if (saved === 'saved') for (const kind of OF_SAVING) withdraw(kind);
    else raise({ kind: `copy-${saved}` });
  }

  function hold(connection: Connection, copy: ListCopy): void {
    held.set(connection.id, copy);
    const { tokenStorage } = connection;
    // The disk that did not take the token takes no copy either.
    if (tokenStorage.kind === 'memory' && tokenStorage.reason === 'not-saved')
      raise({ kind: 'copy-not-saved' });
    // A token that is not kept is asked for at the next start, under another connection.
    if (tokenStorage.kind !== 'keyring' || waiting.has(connection.id)) return;
    waiting.add(connection.id);
    void inTurn(() => save(connection.id));
  }

  return {
    current,

    async recall(connectionId) {
      const known = current(connectionId);
      if (known) return known;
      const before = forgotten;
      const read = await copies.read(connectionId);
      switch (read.kind) {
        case 'copy':
          if (forgotten !== before) return null;
          held.set(connectionId, read.copy);
          return read.copy;
        case 'none':
          return null;
        case 'unreadable':
          raise({ kind: 'copy-unreadable' });
          return null;
        case 'newer':
          raise({ kind: 'copy-newer' });
          return null;
      }
    },

    replace(connection, rows) {
      const { project, user } = connection;
      hold(connection, { savedAt: clock(), project, user, rows });
      watcher.replaced(connection, rows);
    },

    without(connection, ...keyIds) {
      const copy = current(connection.id);
      const gone = new Set<string | null>(keyIds);
      watcher.deleted(connection, keyIds);
      if (copy) hold(connection, { ...copy, rows: copy.rows.filter(({ id }) => !gone.has(id)) });
    },

    async forget(connectionId) {
      forgotten += 1;
      held.delete(connectionId);
      await copies.remove(connectionId);
    },

    async forgetAll() {
      forgotten += 1;
      held.clear();
      await copies.removeAll();
      for (const kind of [...OF_SAVING, 'copy-unreadable'] as const) withdraw(kind);
    },

    keepOnly: (isKnown) => copies.keepOnly(isKnown),

    settled: () => inTurn(async () => undefined),
  };
}
