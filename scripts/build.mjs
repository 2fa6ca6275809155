import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { run } from './processes.mjs';
import { ROOT, tool } from './project.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources',
  'electron.vite.config.ts',
  'scripts/licences.mjs',
  'scripts/shipped-packages.mjs',
  'package-lock.json',
  'package.json',
  'tsconfig.json',
];
/** Beside the built program: the hash of the sources it was built from. */
const STAMP = path.join(ROOT, 'out', '.sources');

/**
 * Makes the next {@link build} build anew: the development server puts its own, looser program into `out/`.
 */
export async function forgetBuild() {
  await rm(STAMP, { force: true });
}

/**
 * Builds the program into `out/`, unless what is there was built from these very sources.
 * @param {{ path: string }} electron
 * @returns {Promise<number>} the exit code
 */
export async function build(electron) {
  const sources = await hashOf(SOURCES);
  if ((await readFile(STAMP, 'utf8').catch(() => '')) === sources) return 0;
  const code = await run(
    process.execPath,
    [tool('electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'error'],
    { env: { ELECTRON_EXEC_PATH: electron.path }, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  if (code === 0) await writeFile(STAMP, sources);
  return code;
}

/** @param {readonly string[]} names */
async function hashOf(names) {
  const hash = createHash('sha256');
  for (const name of names) {
    for (const file of await filesIn(path.join(ROOT, name))) {
      hash
        .update(`${path.relative(ROOT, file)}\0`)
        .update(await readFile(file))
        .update('\0');
    }
  }
  return hash.digest('hex');
}

/**
 * The files at a path, which may be a file itself or not be there.
 * @param {string} place
 * @returns {Promise<string[]>}
 */
async function filesIn(place) {
  try {
    const entries = await readdir(place, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile());
    return files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  } catch (error) {
    const code = /** @type {NodeJS.ErrnoException} */ (error).code;
    if (code === 'ENOTDIR') return [place];
    if (code === 'ENOENT') return [];
    throw error;
  }
}
