import { createRequire } from 'node:module';
import { inCache } from './cache.mjs';
import { say } from './say.mjs';

const require = createRequire(import.meta.url);
const STALL_MS = 10_000;

/**
 * Electron's own release download into the cache, checked against the checksums in the `electron` package.
 * @param {{
 *   root: string,
 *   version: string,
 *   mirror?: string,
 *   stallMs?: number,
 *   tell?: (line: string) => void,
 * }} options `stallMs`: given up when no byte arrives for so long, as where a firewall swallows the connection
 * @returns {Promise<string>} its folder
 */
export async function downloadElectron({ root, version, mirror, stallMs = STALL_MS, tell = say }) {
  return inCache(root, downloadedName(version), async (folder, scratch) => {
    const { downloadArtifact, ElectronDownloadCacheMode } = await import('@electron/get');
    const { extract } = await import('@electron-internal/extract-zip');
    const stall = createStallGuard(stallMs);
    let announced = false;
    const zip = await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json'),
      cacheMode: ElectronDownloadCacheMode.ReadOnly,
      tempDirectory: scratch,
      ...(mirror ? { mirrorOptions: { mirror } } : {}),
      downloadOptions: {
        quiet: true,
        signal: stall.signal,
        getProgressCallback: async () => {
          stall.alive();
          if (!announced) tell(`Downloading Electron ${version} …`);
          announced = true;
        },
      },
    }).finally(stall.stop);
    await extract(zip, { dir: folder });
  });
}

/** @param {string} version */
export function downloadedName(version) {
  return `electron-${version}-${process.platform}-${process.arch}`;
}

/**
 * A signal that aborts when `alive` has not been called for a while.
 * @param {number} ms
 */
function createStallGuard(ms) {
  const controller = new AbortController();
  const giveUp = () => controller.abort(new Error(`no byte arrived for ${ms / 1000} s`));
  const timer = setTimeout(giveUp, ms);
  return {
    signal: controller.signal,
    alive: () => void timer.refresh(),
    stop: () => clearTimeout(timer),
  };
}
