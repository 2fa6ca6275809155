import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file whole or not at all: beside its place, for its owner only, to the disk, then renamed. A file that
 * was good before stays whole when this one cannot be written.
 * @throws the file system's error, with the temporary file gone.
 */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
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

/** Removes what a write that was killed has left beside `file`. */
export async function removeLeftovers(file: string): Promise<void> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const leftovers = names.filter((name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.tmp'));
  // A folder of such a name is nobody's write, and would hold up the start and every sign-out.
  await Promise.all(leftovers.map((name) => rm(join(folder, name), { force: true, recursive: true })));
}
