import { constants } from 'node:fs';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * @typedef {'installed' | 'downloaded' | 'registry'} ElectronSource
 * @typedef {{ path: string, dist: string, version: string, source: ElectronSource }} Electron
 */

/**
 * Where the executable lies in a folder of Electron's.
 * @param {string} dist
 * @param {NodeJS.Platform} [platform]
 */
function executableIn(dist, platform = process.platform) {
  if (platform === 'darwin') return path.join(dist, 'Electron.app', 'Contents', 'MacOS', 'Electron');
  return path.join(dist, platform === 'win32' ? 'electron.exe' : 'electron');
}

/**
 * The Electron in a folder, or null where there is none that can be started.
 * @param {string} dist
 * @param {ElectronSource} source
 * @returns {Promise<Electron | null>}
 */
export async function electronIn(dist, source) {
  const executable = executableIn(path.resolve(dist));
  try {
    await access(executable, constants.X_OK);
    const version = (await readFile(path.join(dist, 'version'), 'utf8')).trim().replace(/^v/, '');
    return { path: executable, dist: path.resolve(dist), version, source };
  } catch {
    return null;
  }
}
