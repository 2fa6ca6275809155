import { execFile } from 'node:child_process';
import { cp, mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { electronPath, PROJECT_ROOT } from './launch.ts';

const run = promisify(execFile);

const BUILDER = 'node_modules/electron-builder/cli.js';

/** The environment of a build with the Electron of the tests. Any date will do, as long as it is the same one. */
const ENVIRONMENT = {
  ELECTRON_EXEC_PATH: electronPath(),
  SOURCE_DATE_EPOCH: '1700000000',
} as const;

/** Runs a script of a package or of the project in a folder. */
export async function runScript(
  folder: string,
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> {
  await run(process.execPath, [path.join(PROJECT_ROOT, script), ...args], {
    cwd: folder,
    env: { ...process.env, ...ENVIRONMENT, ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}

/** A folder of the same files. Whoever empties it leaves the other one whole, as a link to it would not. */
async function linkFolder(from: string, to: string): Promise<void> {
  await run('cp', ['--archive', '--link', from, to]).catch(() =>
    cp(from, to, { recursive: true, force: true }),
  );
}

/**
 * Builds and packages the program out of a copy of its sources in a folder of its own, as another computer would.
 * @returns the folder of the packaged program
 */
export async function packageElsewhere(folder: string): Promise<string> {
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: PROJECT_ROOT,
    maxBuffer: 16 * 1024 * 1024,
  });
  await mkdir(folder, { recursive: true });
  for (const name of stdout.split('\0').filter(Boolean)) {
    await cp(path.join(PROJECT_ROOT, name), path.join(folder, name), { recursive: true });
  }
  await linkFolder(path.join(PROJECT_ROOT, 'node_modules'), path.join(folder, 'node_modules'));
  await runScript(folder, 'node_modules/electron-vite/bin/electron-vite.js', ['build']);
  await runScript(folder, BUILDER, ['--dir', ...(await builderArgs())]);
  return path.join(folder, 'dist', 'linux-unpacked');
}

/** Has electron-builder make something of what is built in the project's own folder. */
export async function packageWith(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<void> {
  await runScript(PROJECT_ROOT, BUILDER, [...args, ...(await builderArgs())], env);
}

/** With the Electron of the tests; the owner's address, which a deb must have, is nobody's. */
async function builderArgs(): Promise<readonly string[]> {
  const dist = path.dirname(electronPath());
  const version = (await readFile(path.join(dist, 'version'), 'utf8')).trim();
  return [
    '--publish=never',
    `-c.electronDist=${dist}`,
    `-c.electronVersion=${version}`,
    '-c.extraMetadata.homepage=https://keydesk.invalid',
  ];
}
