import { chmod, lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';

const DAY = 24 * 60 * 60 * 1000;

/**
 * The folder outside the checkout that holds what is costly to fetch: a second clone then starts in seconds.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {NodeJS.Platform} [platform]
 * @param {string} [home]
 */
export function cacheFolder(env = process.env, platform = process.platform, home = homedir()) {
  if (env['KEYDESK_CACHE']) return path.resolve(env['KEYDESK_CACHE']);
  if (platform === 'darwin') return path.join(home, 'Library', 'Caches', 'keydesk');
  if (platform === 'win32') {
    return path.join(env['LOCALAPPDATA'] ?? path.join(home, 'AppData', 'Local'), 'keydesk', 'Cache');
  }
  return path.join(env['XDG_CACHE_HOME'] || path.join(home, '.cache'), 'keydesk');
}

/**
 * A folder of the cache, made if it is not there. It is made beside its place and renamed into it, so that an
 * interrupted run never leaves a half one and of two runs at once the second simply takes the first's.
 * @param {string} root
 * @param {string} name
 * @param {(folder: string, scratch: string) => Promise<void>} fill puts into `folder` what is to be kept;
 *   whatever it leaves in `scratch` is thrown away
 */
export async function inCache(root, name, fill) {
  const place = path.join(root, name);
  if (await exists(place)) return place;
  await mkdir(root, { recursive: true });
  await removeAbandoned(root);
  const temporary = await mkdtemp(path.join(root, 'making-'));
  try {
    const folder = path.join(temporary, 'folder');
    const scratch = path.join(temporary, 'scratch');
    await Promise.all([mkdir(folder), mkdir(scratch)]);
    await fill(folder, scratch);
    await makeReadable(folder);
    await rename(folder, place).catch(async (error) => {
      if (!(await exists(place))) throw error;
    });
    return place;
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/** @param {string} file */
export async function exists(file) {
  return stat(file).then(
    () => true,
    () => false,
  );
}

/**
 * What runs that were killed have left. A day is longer than any run that is still at work.
 * @param {string} root
 */
async function removeAbandoned(root) {
  for (const name of await readdir(root)) {
    if (!name.startsWith('making-')) continue;
    const folder = path.join(root, name);
    const made = await stat(folder).catch(() => null);
    if (made && Date.now() - made.mtimeMs > DAY) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * Lets every user read the files and start the programs, whatever the umask: some tests run as another user.
 * @param {string} file
 */
async function makeReadable(file) {
  const entry = await lstat(file);
  if (entry.isSymbolicLink()) return;
  const executable = entry.isDirectory() || (entry.mode & 0o100) !== 0;
  await chmod(file, executable ? 0o755 : 0o644);
  if (!entry.isDirectory()) return;
  for (const name of await readdir(file)) await makeReadable(path.join(file, name));
}
