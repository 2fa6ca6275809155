import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const temporaryFor = (file: string): string => `${file}.${randomBytes(6).toString('hex')}.tmp`;

/**
 * Writes a file whole or not at all: beside its place, for its owner only, to the disk, then renamed. A file that
 * was good before stays whole when this one cannot be written.
 * @throws the file system's error, with the temporary file gone.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = temporaryFor(file);
  try {
    // 'wx' follows no link that somebody else may have put there.
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The same without a pause, for what is small and written while the program ends. */
export function writeWholeSync(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = temporaryFor(file);
  try {
    const handle = openSync(temporary, 'wx', 0o600);
    try {
      writeFileSync(handle, content);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Far more than any file here but a list of keys can have. */
const MOST_BYTES = 16 * 1024 * 1024;

/**
 * The whole of a plain file. What is none (a pipe has no end) or is too large to be one of ours is refused.
 * @param most bytes.
 * @throws the file system's error, or one without a code.
 */
export async function readPlain(file: string, most = MOST_BYTES): Promise<Buffer> {
  const about = await stat(file);
  if (!about.isFile() || about.size > most) throw new Error('Not a file of ours');
  return readFile(file);
}

/** The same without a pause. */
export function readPlainSync(file: string): Buffer {
  const about = statSync(file);
  if (!about.isFile() || about.size > MOST_BYTES) throw new Error('Not a file of ours');
  return readFileSync(file);
}

/** The end of a temporary file's name: ours, and electron-store's. */
const TEMPORARY = /\.tmp(-\w+)?$/;

async function removeTemporary(folder: string, isMeant: (name: string) => boolean): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  const leftovers = names.filter((name) => TEMPORARY.test(name) && isMeant(name));
  // A folder of such a name is nobody's write, and would hold up the start and every sign-out.
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}

/** Removes what a write that was killed has left beside `file`. */
export function removeLeftovers(file: string): Promise<void> {
  return removeTemporary(dirname(file), (name) => name.startsWith(`${basename(file)}.`));
}

/** The same of every file of a folder, before any of them is written in this run. */
export function removeLeftoversIn(folder: string): Promise<void> {
  return removeTemporary(folder, () => true);
}
