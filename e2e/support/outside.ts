import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { readdir, readFile, readlink, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@playwright/test';
import { displayFor } from './keyring.ts';

/*
 * Programs that are looked at from outside: Playwright cannot attach to the shipped one. They run as an ordinary
 * user with the sandbox on; where the tests run as root, that is `nobody`.
 */

const NOBODY = 65_534;
const IS_ROOT = process.getuid?.() === 0;

/** The ordinary user, where the tests do not run as one already. */
export const ORDINARY_USER: number | undefined = IS_ROOT ? NOBODY : undefined;

export type Outside = {
  readonly pid: number;
  /** The profile folder, of this start alone. */
  readonly profile: string;
  readonly output: () => string;
  /** Waits until the program shows its first screen: its boot has then run to the end. */
  readonly started: () => Promise<void>;
  /** Its exit code, once it has ended by itself; null after a signal. */
  readonly ended: Promise<number | null>;
  /** Ends every process of it and removes its profile. */
  readonly end: () => Promise<void>;
};

export type OutsideOptions = {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** A profile that is there already; it is left when the program ends. */
  readonly profile?: string;
  /** A command that starts it, as the user of the tests; it is to become the ordinary one itself. */
  readonly starter?: readonly string[];
};

/** A folder that the ordinary user owns. */
export function ownFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `keydesk-${name}-`));
  chmodSync(folder, 0o755);
  if (IS_ROOT) chownSync(folder, NOBODY, NOBODY);
  return folder;
}

/** The environment of a program of the ordinary user. */
function environment(home: string): Record<string, string> {
  const { PATH = '', DBUS_SESSION_BUS_ADDRESS = 'disabled:' } = process.env;
  return { PATH, DBUS_SESSION_BUS_ADDRESS, HOME: home, TMPDIR: home, ...displayFor(home, ORDINARY_USER) };
}

/** Starts a program as the ordinary user, its sandbox on. */
export function startOutside({
  command,
  args = [],
  env = {},
  profile,
  starter = [],
}: OutsideOptions): Outside {
  const home = ownFolder('outside');
  const folder = profile ?? path.join(home, 'profile');
  const [first = command, ...rest] = [...starter, command, ...args, `--user-data-dir=${folder}`];
  const program = spawn(first, rest, {
    cwd: home,
    env: { ...environment(home), ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(IS_ROOT && starter.length === 0 ? { uid: NOBODY, gid: NOBODY } : {}),
  });
  const { pid } = program;
  if (pid === undefined) throw new Error(`${command} could not be started`);
  const output = record(program);
  const ended = new Promise<number | null>((resolve) => program.once('exit', resolve));
  return {
    pid,
    profile: folder,
    output,
    ended,
    async started() {
      const log = path.join(folder, 'logs', 'keydesk.log');
      const begins = () => existsSync(log) && readFileSync(log, 'utf8').includes('"event":"session"');
      const isOpen = () => begins() || program.exitCode;
      await expect.poll(isOpen, { message: 'the program begins', timeout: 20_000 }).toBe(true);
    },
    async end() {
      if (program.exitCode === null && program.signalCode === null) {
        process.kill(-pid, 'SIGKILL');
        await ended;
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

function record(program: ChildProcess): () => string {
  const chunks: string[] = [];
  for (const stream of [program.stdout, program.stderr]) {
    stream?.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
  }
  return () => chunks.join('');
}

export type OutsideProcess = { readonly pid: number; readonly type: string; readonly seccomp: string };

/** The processes of a program that was started here: they are one group. */
export async function processesOf({ pid: group }: Pick<Outside, 'pid'>): Promise<readonly OutsideProcess[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(
    pids.map(async (pid): Promise<OutsideProcess | null> => {
      try {
        const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
        if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) !== group) return null;
        const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
        const status = await readFile(`/proc/${pid}/status`, 'utf8');
        return {
          pid: Number(pid),
          type: /--type=([a-z-]+)/.exec(command)?.[1] ?? 'main',
          seccomp: /^Seccomp:\s+(\d)/m.exec(status)?.[1] ?? '?',
        };
      } catch {
        return null;
      }
    }),
  );
  return all.filter((found) => found !== null);
}

/** The TCP ports that any process of the program listens on. */
export async function portsOf(program: Outside): Promise<readonly number[]> {
  const tables = await Promise.all(['/proc/net/tcp', '/proc/net/tcp6'].map(readTable));
  const listening = new Map(tables.flat());
  const processes = await processesOf(program);
  const sockets = await Promise.all(processes.map(({ pid }) => socketsOf(pid)));
  return sockets.flat().flatMap((inode) => listening.get(inode) ?? []);
}

/** The listening sockets of a table of the kernel's: inode and port. */
async function readTable(file: string): Promise<readonly (readonly [string, number])[]> {
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').slice(1);
  return lines
    .map((line) => line.trim().split(/\s+/))
    .filter((fields) => fields[3] === '0A')
    .map((fields) => [fields[9] ?? '', Number.parseInt(fields[1]?.split(':')[1] ?? '', 16)] as const);
}

async function socketsOf(pid: number): Promise<readonly string[]> {
  const folder = `/proc/${pid}/fd`;
  const names = await readdir(folder).catch(() => []);
  const targets = await Promise.all(names.map((name) => readlink(path.join(folder, name)).catch(() => '')));
  return targets.flatMap((target) => /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []);
}

/** Where an ordinary user may not make namespaces, the sandbox needs its helper to be root's, with the setuid bit. */
export function readySandbox(folder: string): void {
  if (!IS_ROOT) return;
  try {
    execFileSync('unshare', ['--user', 'true'], { uid: NOBODY, gid: NOBODY, stdio: 'ignore' });
  } catch {
    const helper = path.join(folder, 'chrome-sandbox');
    chownSync(helper, 0, 0);
    chmodSync(helper, 0o4755);
  }
}
