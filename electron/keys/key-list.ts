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

/** The last whole list of the connection: in memory, and on the disk where the keyring keeps its token. */
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
  let held: { readonly connectionId: string; readonly copy: ListCopy } | null = null;
  /** Goes up whenever something is forgotten: what was being read then is not held any more. */
  let forgotten = 0;
  /** One after another, so that the last one asked for is the one that stays. */
  const inTurn = createQueue();
  let waiting: string | null = null;

  const current = (connectionId: string) => (held?.connectionId === connectionId ? held.copy : null);

  async function save(connectionId: string): Promise<void> {
    waiting = null;
    const copy = current(connectionId);
    // Signed out, or another connection was opened, while this waited for its turn.
    if (!copy) return;
    const saved = await copies.save(connectionId, copy);
    if (saved === 'off') return;
    if (saved === 'saved') for (const kind of OF_SAVING) withdraw(kind);
    else raise({ kind: `copy-${saved}` });
  }

  function hold(connection: Connection, copy: ListCopy): void {
    held = { connectionId: connection.id, copy };
    const { tokenStorage } = connection;
    // The disk that did not take the token takes no copy either.
    if (tokenStorage.kind === 'memory' && tokenStorage.reason === 'not-saved')
      raise({ kind: 'copy-not-saved' });
    // A token that is not kept is asked for at the next start, under another connection.
    if (tokenStorage.kind !== 'keyring' || waiting === connection.id) return;
    waiting = connection.id;
    void inTurn(() => save(connection.id));
  }

  return {
    current,

    async recall(connectionId) {
      const known = current(connectionId);
      if (known) return known;
      const before = forgotten;
      const read = await inTurn(() => copies.read(connectionId));
      switch (read.kind) {
        case 'copy':
          if (forgotten !== before) return null;
          held = { connectionId, copy: read.copy };
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
      if (held?.connectionId === connectionId) held = null;
      await inTurn(() => copies.remove(connectionId));
    },

    async forgetAll() {
      forgotten += 1;
      held = null;
      await inTurn(() => copies.removeAll());
      for (const kind of [...OF_SAVING, 'copy-unreadable'] as const) withdraw(kind);
    },

    settled: () => inTurn(async () => undefined),
  };
}
