import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { electronPath, PROJECT_ROOT } from './launch.ts';
import { readySandbox } from './outside.ts';

const run = promisify(execFile);

/** How a program is called: its executable and the arguments that come before all others. */
export type Subject = { readonly command: string; readonly args: readonly string[]; readonly folder: string };

export type Packaged = {
  /** The program as it is shipped. */
  readonly shipped: Subject;
  /** The same build on an Electron for development: what the shipped one must not do, this one does. */
  readonly development: Subject;
  readonly remove: () => Promise<void>;
};

/** Packages the program and lays the unpackaged one beside it, where an ordinary user may read both. */
export async function packageProgram(): Promise<Packaged> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-package-'));
  await chmod(folder, 0o755);
  const output = path.join(folder, 'dist');
  await run('npm', ['run', 'package', '--', '--as-built', `-c.directories.output=${output}`], {
    cwd: PROJECT_ROOT,
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: path.dirname(electronPath()) },
    maxBuffer: 64 * 1024 * 1024,
  });
  const shipped = path.join(output, 'linux-unpacked');
  const electron = path.join(folder, 'electron');
  const program = path.join(folder, 'program');
  await cp(path.dirname(electronPath()), electron, { recursive: true });
  await mkdir(program);
  await cp(path.join(PROJECT_ROOT, 'out'), path.join(program, 'out'), { recursive: true });
  await cp(path.join(PROJECT_ROOT, 'package.json'), path.join(program, 'package.json'));
  for (const each of [shipped, electron]) readySandbox(each);
  return {
    shipped: { command: path.join(shipped, 'keydesk'), args: [], folder: shipped },
    development: { command: path.join(electron, 'electron'), args: [program], folder: electron },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
