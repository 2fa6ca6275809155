import { z } from 'zod';
import { type Activity, type ActivityEntry, MOST_ENTRIES } from '../../shared/activity.ts';
import { APP_ERROR_KINDS } from '../../shared/app-error.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { RecordFile } from '../records/record-file.ts';
import { createRecordKeepers } from '../records/record-keepers.ts';
import { connectionFingerprint } from '../session/connection.ts';

const text = z.string().nullable();

const storedEntry = z.object({
  at: z.number(),
  action: z.enum(['create', 'delete']),
  key: z.object({ id: text, name: text, lastFour: text }),
  connection: z.object({ name: z.string(), address: text, user: text }),
  result: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('done') }),
    z.object({ kind: z.literal('already-gone') }),
    z.object({ kind: z.literal('failed'), error: z.enum(APP_ERROR_KINDS) }),
    z.object({ kind: z.literal('unknown') }),
  ]),
});

/** What lies in the file of a connection's activity. */
export const activityRecord = z.array(storedEntry);

/** What a call came to; when, and by which connection, the log knows itself. */
export type Done = Pick<ActivityEntry, 'action' | 'key' | 'result'>;

export type ActivityLog = {
  /** Notes what a call of this connection came to. */
  record(connection: Connection, done: Done): void;
  /** What was done by the connection; nobody sees what was done by another one. */
  activity(connection: Connection | null): Promise<Activity>;
  /** "Remove connection": forgets what was done by it. @throws the file system's error. */
  forget(fingerprint: string): Promise<void>;
  /** What is still to be written; null where nothing is. */
  unwritten(): Promise<unknown> | null;
};

export type ActivityLogParts = {
  /** The file of one connection's activity. */
  readonly fileOf: (connection: string) => RecordFile<ActivityEntry[]>;
  /** There is one entry more. */
  readonly onRecorded: () => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

const NOTHING: Activity = { entries: [], kept: { kind: 'unknown' } };

const lastOf = <T>(entries: readonly T[]): T[] => entries.slice(-MOST_ENTRIES);

/** What was done from this computer. Entries are only ever added, and go with their connection. */
export function createActivityLog({ fileOf, onRecorded, clock = Date.now }: ActivityLogParts): ActivityLog {
  const keepers = createRecordKeepers<ActivityEntry[]>({
    fileOf,
    empty: [],
    join: (found, meanwhile) => lastOf([...found, ...meanwhile]),
  });
  const keeperOf = (connection: Connection) => keepers.of(connectionFingerprint(connection));

  return {
    record(connection, done) {
      const { name, address, user } = connection;
      const by = { name, address, user: user?.email ?? null };
      const entry: ActivityEntry = { at: clock(), ...done, connection: by };
      void keeperOf(connection)
        .change((entries) => lastOf([...entries, entry]))
        .catch(() => undefined);
      onRecorded();
    },

    async activity(connection) {
      if (!connection) return NOTHING;
      const { value: entries, kept } = await keeperOf(connection).state();
      return { entries, kept };
    },

    forget: (fingerprint) => keepers.of(fingerprint).erase(),

    unwritten: keepers.unwritten,
  };
}
