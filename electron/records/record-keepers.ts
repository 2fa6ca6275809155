import { DEMO_FINGERPRINT } from '../session/connection.ts';
import type { RecordFile } from './record-file.ts';
import { createRecordKeeper, type RecordKeeper, type RecordKeeperParts } from './record-keeper.ts';

export type RecordKeepersParts<T> = Omit<RecordKeeperParts<T>, 'file'> & {
  /** The file of one connection's record, by the fingerprint of the connection. */
  readonly fileOf: (connection: string) => RecordFile<T>;
};

/** In the demo nothing is read from the disk and nothing is written. */
const NO_FILE = {
  read: async () => ({ kind: 'closed', reason: 'demo' }) as const,
  save: async () => ({ kind: 'closed', reason: 'demo' }) as const,
  remove: async () => undefined,
};

/**
 * A record of each connection, in a file of its own that goes with it. Each is held for the whole run: another keeper
 * of the same file would overtake what this one is still writing.
 */
export function createRecordKeepers<T>({ fileOf, ...parts }: RecordKeepersParts<T>) {
  const held = new Map<string, RecordKeeper<T>>();

  function keeperOf(connection: string): RecordKeeper<T> {
    const known = held.get(connection);
    if (known) return known;
    const file = connection === DEMO_FINGERPRINT ? NO_FILE : fileOf(connection);
    const keeper = createRecordKeeper<T>({ ...parts, file });
    held.set(connection, keeper);
    return keeper;
  }

  return {
    of: keeperOf,

    /** What is still to be written of any of them; null where nothing is. */
    unwritten(): Promise<unknown> | null {
      const writing = [...held.values()].flatMap((keeper) => keeper.unwritten() ?? []);
      return writing.length > 0 ? Promise.all(writing) : null;
    },
  };
}
