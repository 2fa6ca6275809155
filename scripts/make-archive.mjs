import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { start } from './processes.mjs';

/** @import { Readable } from 'node:stream' */

/** What the other targets put into the folder for themselves, also after it was packaged. */
const OF_OTHERS = ['resources/apparmor-profile', 'resources/package-type', 'resources/app-update.yml'];

/**
 * Packs a folder so that the same content gives the same bytes: files in the order of their names, no owner, one
 * date for all, no name and no time in the header.
 * @param {{ folder: string, name: string, file: string, epoch: number }} options `name` of the folder in the
 *   archive; `epoch`: that one date, in seconds
 */
export async function makeArchive({ folder, name, file, epoch }) {
  const tar = start(
    'tar',
    [
      '--create',
      '--format=gnu',
      '--sort=name',
      `--mtime=@${epoch}`,
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      '--mode=go=rX,u+rw,a-s',
      ...OF_OTHERS.map((each) => `--exclude=./${each}`),
      `--transform=s,^\\.,${name},S`,
      `--directory=${folder}`,
      '.',
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const ended = new Promise((resolve) => tar.once('close', resolve));
  try {
    await pipeline(/** @type {Readable} */ (tar.stdout), createGzip({ level: 9 }), createWriteStream(file));
    const code = await ended;
    if (code !== 0) throw new Error(`tar ended with ${code}`);
  } catch (error) {
    await rm(file, { force: true });
    throw error;
  }
}
