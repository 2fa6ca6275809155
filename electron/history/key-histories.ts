import { z } from 'zod';
import type { KeyRow } from '../../shared/api-key.ts';
import {
  type Changes,
  type KeyHistory,
  NO_HISTORY,
  withList,
  withoutKeys,
} from '../../shared/key-history.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { RecordFile } from '../records/record-file.ts';
import type { RecordKeeper } from '../records/record-keeper.ts';
import { createRecordKeepers } from '../records/record-keepers.ts';
import { connectionFingerprint } from '../session/connection.ts';

/**
 * What lies in the file of a history. What has passed the check of its tag was written by this program: a hundred
 * thousand ids are not looked at one by one.
 */
export const historyRecord = z.custom<KeyHistory>(
  (value) => typeof value === 'object' && value !== null && 'known' in value && 'changes' in value,
);

export type KeyHistories = {
  /** A whole list of the connection has come. */
  replaced(connection: Connection, rows: readonly KeyRow[]): void;
  /** Keys of it were deleted from here. */
  deleted(connection: Connection, ids: readonly string[]): void;
  changes(connection: Connection | null): Promise<Changes>;
  /** Nobody may see the keys of this connection any more. @throws the file system's error where something is left. */
  forget(fingerprint: string): Promise<void>;
  /** What is still to be written; null where nothing is. */
  unwritten(): Promise<unknown> | null;
};

export type KeyHistoriesParts = {
  /** The file of one connection's history. */
  readonly fileOf: (connection: string) => RecordFile<KeyHistory>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

const NOTHING: Changes = { beganAt: null, lastVisit: null, changes: [], kept: { kind: 'unknown' } };

/** What was deleted from here after the last list was seen too. */
function lastSeen({ listAt, changes }: KeyHistory): number {
  return Math.max(listAt, changes.at(-1)?.at ?? listAt);
}

/** Asked before the first list of this run is told to it. */
function visitOf({ state }: RecordKeeper<KeyHistory>): Promise<number | null> {
  return state().then(
    ({ value }) => (value.beganAt === null ? null : lastSeen(value)),
    () => null,
  );
}

/** How the lists of the connections changed, as far as this computer has seen them. */
export function createKeyHistories({ fileOf, clock = Date.now }: KeyHistoriesParts): KeyHistories {
  const keepers = createRecordKeepers<KeyHistory>({
    fileOf,
    empty: NO_HISTORY,
    // What could not be read before is the longer one; the list of now is told to it anew.
    join: (found) => found,
  });
  /** When the list of a connection was last seen before this run. */
  const lastVisits = new Map<string, Promise<number | null>>();

  function historyOf(connection: Connection) {
    const id = connectionFingerprint(connection);
    const keeper = keepers.of(id);
    const lastVisit = lastVisits.get(id) ?? visitOf(keeper);
    lastVisits.set(id, lastVisit);
    return { keeper, lastVisit };
  }

  function change(connection: Connection, to: (history: KeyHistory) => KeyHistory): void {
    void historyOf(connection)
      .keeper.change(to)
      .catch(() => undefined);
  }

  return {
    replaced(connection, rows) {
      const at = clock();
      change(connection, (history) => withList(history, rows, at));
    },

    deleted(connection, ids) {
      const at = clock();
      change(connection, (history) => withoutKeys(history, new Set(ids), at));
    },

    async changes(connection) {
      if (!connection) return NOTHING;
      const { keeper, lastVisit } = historyOf(connection);
      const { value, kept } = await keeper.state();
      return {
        beganAt: value.beganAt,
        lastVisit: await lastVisit,
        changes: value.changes.toReversed(),
        kept,
      };
    },

    async forget(fingerprint) {
      await keepers.of(fingerprint).erase();
      lastVisits.delete(fingerprint);
    },

    unwritten: keepers.unwritten,
  };
}
