import { type ChildProcess, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export const PROJECT_ROOT = path.resolve(import.meta.dirname, '..', '..');
const CLOSE_MS = 5000;

export type LaunchOptions = {
  /** The folder of the program's settings and data. */
  readonly profile: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** CommonJS modules that main loads before the program. */
  readonly modules?: readonly string[];
  /** A packaged program instead of the built one. */
  readonly executable?: string;
};

export type Keydesk = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What main has written to stdout and stderr so far. */
  readonly output: () => string;
  /** Closes the program as its menu would; if it does not close in time, its processes are killed. */
  readonly close: () => Promise<void>;
  /** Ends every process of the program at once, as a crash of the machine would. */
  readonly kill: () => Promise<void>;
};

/** Starts the built program on a profile and waits for its first window. */
export async function launchKeydesk({
  profile,
  args = [],
  env = {},
  modules = [],
  executable,
}: LaunchOptions): Promise<Keydesk> {
  if (!executable && !existsSync(path.join(PROJECT_ROOT, 'out', 'main'))) {
    throw new Error('The program is not built: npm run build');
  }
  // Without a path Playwright takes the `electron` package's, which this variable leads to the Electron in use; only
  // then it also holds back the program until it is connected (with a path, one launch in a hundred hung).
  if (!executable) process.env['ELECTRON_OVERRIDE_DIST_PATH'] = path.dirname(electronPath());
  const app = await _electron.launch({
    ...(executable ? { executablePath: executable } : {}),
    args: [
      ...modules.flatMap((module) => ['-r', module]),
      ...(executable ? [] : [PROJECT_ROOT]),
      `--user-data-dir=${profile}`,
      ...args,
    ],
    // Electron does not start as root with the sandbox on; without this, Playwright turns it off for everybody.
    chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
    env: { ...inheritedEnvironment(), ...env },
    cwd: profile,
    // Light or dark is for the program to say, as its nativeTheme has it.
    colorScheme: null,
  });
  // Asked for once: Playwright does not answer it any more when the program has ended.
  const program = app.process();
  const output = recordOutput(program);
  const close = () => closeWithin(app, program, CLOSE_MS);
  try {
    return { app, page: await app.firstWindow(), output, close, kill: () => kill(program) };
  } catch (error) {
    await kill(program);
    throw new Error(`No window was opened. The program said:\n${output()}`, { cause: error });
  }
}

/** Asked of the script that chooses the Electron, unless whoever started the tests has already done so. */
export function electronPath(): string {
  process.env['KEYDESK_ELECTRON'] ??= execFileSync(
    process.execPath,
    [path.join(PROJECT_ROOT, 'scripts', 'electron-path.mjs')],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
  ).trim();
  return process.env['KEYDESK_ELECTRON'];
}

/** Without what would make the executable behave as plain Node or the page load from a development server. */
function inheritedEnvironment(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE, ELECTRON_RENDERER_URL, NODE_OPTIONS, ...rest } = process.env;
  return Object.fromEntries(
    Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

function recordOutput(program: ChildProcess): () => string {
  const chunks: string[] = [];
  const record = (chunk: Buffer) => chunks.push(chunk.toString());
  program.stdout?.on('data', record);
  program.stderr?.on('data', record);
  return () => chunks.join('');
}

async function closeWithin(app: ElectronApplication, program: ChildProcess, ms: number): Promise<void> {
  if (hasEnded(program)) return;
  const isClosed = app.close().then(
    () => true,
    () => false,
  );
  const isLate = new Promise<false>((resolve) => setTimeout(resolve, ms, false));
  if (!(await Promise.race([isClosed, isLate]))) await kill(program);
}

/** Playwright starts Electron as the leader of a process group. */
async function kill(program: ChildProcess): Promise<void> {
  if (hasEnded(program) || program.pid === undefined) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  try {
    if (process.platform === 'win32') program.kill('SIGKILL');
    else process.kill(-program.pid, 'SIGKILL');
  } catch {
    return;
  }
  await ended;
}

function hasEnded(program: ChildProcess): boolean {
  return program.exitCode !== null || program.signalCode !== null;
}
