import { copyFile, rename, rm } from 'node:fs/promises';
import { createQueue } from '../key-api/queue.ts';
import {
  type ConnectionFile,
  NO_CONNECTIONS,
  parseConnections,
  writtenConnections,
} from './connection-file.ts';
import { readPlain, removeLeftovers, writeWhole } from './safe-file.ts';

export type ConnectionStore = {
  /** What is saved. A damaged file is put aside as `.bad`, never overwritten; a newer one is left alone. */
  read(): Promise<ConnectionFile>;
  /** @throws the file system's error, or where a newer file lies there; what was saved before stays whole. */
  write(file: ConnectionFile): Promise<void>;
  /** Deletes what was put aside: it may hold a token that still works. */
  removeAside(): Promise<void>;
  remove(): Promise<void>;
  /** Whether what was read is all that there is: a newer file knows of connections that this program does not. */
  isWhole(): boolean;
};

/**
 * The connections in the profile folder, tokens in their encrypted form only. One thing at a time is done with the
 * file: a write that is under way must not outlive a removal.
 */
export function createConnectionStore(file: string): ConnectionStore {
  const inTurn = createQueue();
  const aside = `${file}.bad`;
  let isNewer = false;

  async function read(): Promise<ConnectionFile> {
    await removeLeftovers(file);
    const bytes = await readPlain(file).catch(() => null);
    if (bytes === null) return NO_CONNECTIONS;
    const found = parseConnections(bytes.toString('utf8'));
    isNewer = found.kind === 'newer';
    if (found.kind === 'damaged') await rename(file, aside).catch(() => undefined);
    if (found.kind !== 'found') return NO_CONNECTIONS;
    if (found.damaged) await copyFile(file, aside).catch(() => undefined);
    return found.file;
  }

  async function write(content: ConnectionFile): Promise<void> {
    if (isNewer) throw new Error('The file is of a newer version');
    await writeWhole(file, writtenConnections(content));
  }

  async function remove(): Promise<void> {
    await removeLeftovers(file);
    await rm(aside, { force: true });
    await rm(file, { force: true, recursive: true });
    isNewer = false;
  }

  return {
    read: () => inTurn(read),
    write: (content) => inTurn(() => write(content)),
    removeAside: () => inTurn(() => rm(aside, { force: true })),
    remove: () => inTurn(remove),
    isWhole: () => !isNewer,
  };
}
