import { z } from 'zod';
import { type Activity, type ActivityEntry, MOST_ENTRIES } from '../../shared/activity.ts';
import { APP_ERROR_KINDS } from '../../shared/app-error.ts';
import { IN_DEMO } from '../../shared/kept.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { RecordFile } from '../records/record-file.ts';
import { createRecordKeeper } from '../records/record-keeper.ts';
import { connectionFingerprint, DEMO_ID } from '../session/connection.ts';

const text = z.string().nullable();

const storedEntry = z.object({
  at: z.number(),
  /** Which connection it belongs to, as a fingerprint. */
  owner: z.string(),
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

type StoredEntry = z.infer<typeof storedEntry>;

/** What lies in the file of the activity. */
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
  /** Forgets everything. @throws the file system's error where something is left. */
  erase(): Promise<void>;
  /** What is still to be written; null where nothing is. */
  unwritten(): Promise<unknown> | null;
};

export type ActivityLogParts = {
  readonly file: RecordFile<StoredEntry[]>;
  /** There is one entry more. */
  readonly onRecorded: () => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

const NOTHING: Activity = { entries: [], kept: { kind: 'unknown' } };

const lastOf = <T>(entries: readonly T[]): T[] => entries.slice(-MOST_ENTRIES);

function withoutOwner({ owner: _owner, ...entry }: StoredEntry): ActivityEntry {
  return entry;
}

/** What was done from this computer. Entries are only ever added; those of the demo live in memory alone. */
export function createActivityLog({ file, onRecorded, clock = Date.now }: ActivityLogParts): ActivityLog {
  const keeper = createRecordKeeper<StoredEntry[]>({
    file,
    empty: [],
    join: (found, meanwhile) => lastOf([...found, ...meanwhile]),
  });
  let ofDemo: ActivityEntry[] = [];

  return {
    record(connection, done) {
      const { name, address, user } = connection;
      const by = { name, address, user: user?.email ?? null };
      const entry: ActivityEntry = { at: clock(), ...done, connection: by };
      if (connection.id === DEMO_ID) {
        ofDemo = lastOf([...ofDemo, entry]);
        return onRecorded();
      }
      const owner = connectionFingerprint(connection);
      void keeper.change((entries) => lastOf([...entries, { owner, ...entry }])).catch(() => undefined);
      onRecorded();
    },

    async activity(connection) {
      if (!connection) return NOTHING;
      if (connection.id === DEMO_ID) return { entries: ofDemo, kept: IN_DEMO };
      const owner = connectionFingerprint(connection);
      const { value, kept } = await keeper.state();
      return { entries: value.filter((entry) => entry.owner === owner).map(withoutOwner), kept };
    },

    forget: (owner) => keeper.change((entries) => entries.filter((entry) => entry.owner !== owner)),

    async erase() {
      ofDemo = [];
      await keeper.erase();
    },

    unwritten: keeper.unwritten,
  };
}
