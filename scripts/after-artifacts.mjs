import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { makeArchive } from './make-archive.mjs';
import { ROOT } from './project.mjs';
import { sourceDate } from './source-date.mjs';

/** The folders that electron-builder leaves, and what their archives call the processor. */
const FOLDERS = [
  { folder: 'linux-unpacked', arch: 'x64' },
  { folder: 'linux-arm64-unpacked', arch: 'arm64' },
];

/**
 * Adds the tar.gz of each Linux folder to what electron-builder has made: its own is another one each time.
 * @param {{
 *   outDir: string,
 *   platformToTargets: ReadonlyMap<{ name: string }, ReadonlyMap<string, unknown>>,
 * }} result
 * @returns {Promise<string[]>}
 */
export async function afterAllArtifactBuild({ outDir, platformToTargets }) {
  const linux = [...platformToTargets].find(([platform]) => platform.name === 'linux');
  if (!linux || [...linux[1].keys()].every((target) => target === 'dir')) return [];
  const { version } = JSON.parse(await readFile(path.join(ROOT, 'package.json'), 'utf8'));
  const epoch = await sourceDate();
  const made = [];
  for (const { folder, arch } of FOLDERS) {
    const unpacked = path.join(outDir, folder);
    if (!(await stat(unpacked).catch(() => null))) continue;
    const name = `keydesk-${version}-linux-${arch}`;
    const file = path.join(outDir, `${name}.tar.gz`);
    await makeArchive({ folder: unpacked, name, file, epoch });
    made.push(file);
  }
  return made;
}
