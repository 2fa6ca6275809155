import { createRequire } from 'node:module';
import path from 'node:path';
import { cacheFolder } from './cache.mjs';
import { electronIn } from './electron-dist.mjs';
import { downloadElectron, downloadedName } from './electron-download.mjs';
import { isRegistryElectronHere, prepareRegistryElectron } from './electron-from-registry.mjs';
import { createFailureMemory } from './failure-memory.mjs';
import { say } from './say.mjs';

/** @import { Electron, ElectronSource } from './electron-dist.mjs' */
/** @import { FailureMemory } from './failure-memory.mjs' */

const require = createRequire(import.meta.url);

/**
 * The choice of the Electron to run: the one the environment names; the version the program ships on, if it is
 * there or can be downloaded; else the older one of the npm registry. One line says which it is.
 * @param {{
 *   wanted: string,
 *   find: () => Promise<Electron | null>,
 *   download: () => Promise<Electron>,
 *   fallback: (() => Promise<Electron>) | null,
 *   failures: FailureMemory,
 *   say: (line: string) => void,
 * }} options `find` looks only at what is on the disk; `fallback` is null where the registry has none
 * @returns {Promise<Electron>}
 */
export async function chooseElectron({ wanted, find, download, fallback, failures, say: tell }) {
  const there = await find();
  if (there) return announce(there);
  // Without a fallback there is nothing to go on with, so a remembered failure is no reason not to try.
  if (fallback && (await failures.recalls(wanted))) return announce(await fallback());
  try {
    const downloaded = await download();
    await failures.forget();
    return announce(downloaded);
  } catch (error) {
    const reason = reasonOf(error);
    if (!fallback) throw new Error(`Electron ${wanted} could not be downloaded: ${reason}`, { cause: error });
    await failures.remember(wanted, reason);
    return announce(await fallback());
  }

  /** @param {Electron} electron */
  function announce(electron) {
    tell(`Electron ${electron.version} (${originOf(electron, wanted)})`);
    return electron;
  }
}

/**
 * @param {Electron} electron
 * @param {string} wanted
 */
function originOf({ source }, wanted) {
  return source === 'registry' ? `from the npm registry; ${wanted} could not be downloaded` : source;
}

/**
 * fetch says only "fetch failed"; why is in its cause.
 * @param {unknown} error
 * @returns {string}
 */
function reasonOf(error) {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? reasonOf(error.cause) : error.message;
}

/** The Electron to run on this machine. Dependencies must be installed. */
export async function ensureElectron() {
  const root = cacheFolder();
  /** @type {string} */
  const wanted = require('electron/package.json').version;
  return chooseElectron({
    wanted,
    find: () => findElectron(root, wanted),
    download: async () => usable(await downloadElectron({ root, version: wanted }), 'downloaded'),
    fallback: isRegistryElectronHere
      ? async () => usable(await prepareRegistryElectron({ root }), 'registry')
      : null,
    failures: createFailureMemory({ file: path.join(root, 'download-failed.json') }),
    say,
  });
}

/**
 * @param {string} root
 * @param {string} wanted
 */
async function findElectron(root, wanted) {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  const named = override ? await electronIn(override, 'installed') : null;
  if (named) return named;
  const installed = path.join(path.dirname(require.resolve('electron/package.json')), 'dist');
  const candidates = [
    await electronIn(installed, 'installed'),
    await electronIn(path.join(root, downloadedName(wanted)), 'downloaded'),
  ];
  return candidates.find((electron) => electron?.version === wanted) ?? null;
}

/**
 * @param {string} dist
 * @param {ElectronSource} source
 */
async function usable(dist, source) {
  const electron = await electronIn(dist, source);
  if (!electron) throw new Error(`${dist} holds no Electron that can be started`);
  return electron;
}
