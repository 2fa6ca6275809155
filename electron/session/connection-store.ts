import { rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { createQueue } from '../key-api/queue.ts';
import { readPlain, removeLeftovers, writeWhole } from './safe-file.ts';

const savedConnection = z.object({
  id: z.uuid(),
  address: z.string(),
  name: z.string(),
  projectId: z.string().nullable(),
  /** The token as the keyring encrypted it, in base64. */
  token: z.string(),
});

const connectionsFile = z.object({ version: z.literal(1), connections: z.array(savedConnection) });

export type SavedConnection = z.infer<typeof savedConnection>;

export type ConnectionStore = {
  /** The saved connection, or null. A damaged file is put aside as `.bad`, never overwritten. */
  read(): Promise<SavedConnection | null>;
  /** @throws the file system's error; what was saved before stays whole. */
  save(connection: SavedConnection): Promise<void>;
  remove(): Promise<void>;
};

/**
 * The connections in the profile folder, tokens in their encrypted form only. One thing at a time is done with the
 * file: a write that is under way must not outlive a removal.
 */
export function createConnectionStore(file: string): ConnectionStore {
  const inTurn = createQueue();

  async function read(): Promise<SavedConnection | null> {
    await removeLeftovers(file);
    const bytes = await readPlain(file).catch(() => null);
    if (bytes === null) return null;
    try {
      return connectionsFile.parse(JSON.parse(bytes.toString('utf8'))).connections[0] ?? null;
    } catch {
      await rename(file, `${file}.bad`).catch(() => undefined);
      return null;
    }
  }

  async function save(connection: SavedConnection): Promise<void> {
    const content = { version: 1, connections: [connection] } satisfies z.infer<typeof connectionsFile>;
    await writeWhole(file, JSON.stringify(content));
  }

  async function remove(): Promise<void> {
    await removeLeftovers(file);
    // A damaged or newer file may hold a token that still works.
    await rm(`${file}.bad`, { force: true });
    await rm(file, { force: true, recursive: true });
  }

  return {
    read: () => inTurn(read),
    save: (connection) => inTurn(() => save(connection)),
    remove: () => inTurn(remove),
  };
}
