import { z } from 'zod';
import type { KeyRow } from '../../shared/api-key.ts';
import { IN_DEMO } from '../../shared/kept.ts';
import {
  type Changes,
  type KeyHistory,
  NO_HISTORY,
  withList,
  withoutKeys,
} from '../../shared/key-history.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { RecordFile } from '../records/record-file.ts';
import { createRecordKeeper, type RecordKeeper } from '../records/record-keeper.ts';
import { connectionFingerprint, DEMO_ID } from '../session/connection.ts';

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
  /** Forgets everything. @throws the file system's error where something is left. */
  erase(): Promise<void>;
  /** What is still to be written; null where nothing is. */
  unwritten(): Promise<unknown> | null;
};

export type KeyHistoriesParts = {
  /** The file of one connection's history. */
  readonly fileOf: (connection: string) => RecordFile<KeyHistory>;
  /** Removes every file. */
  readonly removeAll: () => Promise<void>;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

type Held = { readonly id: string; readonly keeper: RecordKeeper<KeyHistory> };

const NOTHING: Changes = { beganAt: null, lastVisit: null, changes: [], kept: { kind: 'unknown' } };

/** In the demo nothing is read from the disk and nothing is written. */
const NO_FILE: RecordFile<KeyHistory> = {
  read: async () => ({ kind: 'none' }),
  save: async () => ({ kind: 'closed', reason: 'demo' }),
  remove: async () => undefined,
};

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

/** How the lists of the connections changed, as far as this computer has seen them. One history at a time is held. */
export function createKeyHistories({ fileOf, removeAll, clock = Date.now }: KeyHistoriesParts): KeyHistories {
  let held: Held | null = null;
  /** When the list of a connection was last seen before this run. */
  const lastVisits = new Map<string, Promise<number | null>>();

  function open(id: string): Held {
    const keeper = createRecordKeeper<KeyHistory>({
      file: id === DEMO_ID ? NO_FILE : fileOf(id),
      empty: NO_HISTORY,
      // What could not be read before is the longer one; the list of now is told to it anew.
      join: (found) => found,
    });
    if (!lastVisits.has(id)) lastVisits.set(id, visitOf(keeper));
    return { id, keeper };
  }

  function historyWith(id: string): Held {
    if (held?.id !== id) held = open(id);
    return held;
  }
  const historyOf = (connection: Connection): Held => historyWith(connectionFingerprint(connection));

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
      const { id, keeper } = historyOf(connection);
      const { value, kept } = await keeper.state();
      return {
        beganAt: value.beganAt,
        lastVisit: (await lastVisits.get(id)) ?? null,
        changes: value.changes.toReversed(),
        kept: connection.id === DEMO_ID ? IN_DEMO : kept,
      };
    },

    forget: (fingerprint) => historyWith(fingerprint).keeper.erase(),

    async erase() {
      await held?.keeper.erase();
      held = null;
      lastVisits.clear();
      await removeAll();
    },

    unwritten: () => held?.keeper.unwritten() ?? null,
  };
}
