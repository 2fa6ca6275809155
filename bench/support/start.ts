import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { type Keyring, keyringModule, startKeyring } from '../../e2e/support/keyring.ts';
import { electronPath, launchKeydesk, PROJECT_ROOT } from '../../e2e/support/launch.ts';
import { processesOf } from '../../e2e/support/outside.ts';
import type { KeyApi } from './rows.ts';
import { ROOT_FLAGS, SHELL } from './window.ts';

/** What one start tells of itself. */
export type Start = {
  /** From the beginning of the process until the window is ready to show. */
  readonly ready: number;
  /** Until rows are painted; null where there are none to come. */
  readonly rows: number | null;
  /** Bytes of what the page had asked for when it was first painted. */
  readonly loaded: { readonly js: number; readonly css: number };
  /** Of all its processes, once they have come to rest; null where that was not waited for. */
  readonly megabytes: number | null;
};

type Line = {
  readonly ready?: number;
  readonly rows?: number;
  readonly painted?: number;
  readonly loaded?: readonly { readonly name: string; readonly startTime: number }[];
};

const HOOK = path.join(SHELL, 'start-hook.cjs');

/** Starts the bare window, or the program on a profile with an offline copy. */
export async function start(
  what: 'bare' | 'keydesk',
  profile: string,
  keyring: Keyring,
  rests: boolean,
): Promise<Start> {
  const args = what === 'bare' ? [SHELL, '--page=bare'] : [PROJECT_ROOT];
  const program = spawn(electronPath(), ['-r', HOOK, ...ROOT_FLAGS, ...args, `--user-data-dir=${profile}`], {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...keyring.env, ...(what === 'keydesk' ? { BENCH_ROW: 'tr[data-row]' } : {}) },
  });
  try {
    const told = await toldBy(program, what === 'keydesk');
    const megabytes = rests ? await atRest(program.pid ?? 0) : null;
    const loaded = await bytesOf(told.loaded ?? [], told.painted ?? 0);
    return { ready: told.ready ?? Number.NaN, rows: told.rows ?? null, loaded, megabytes };
  } finally {
    if (program.pid !== undefined) process.kill(-program.pid, 'SIGKILL');
  }
}

async function toldBy({ stdout }: ChildProcess, hasRows: boolean): Promise<Line> {
  let told: Line = {};
  if (!stdout) return told;
  for await (const line of createInterface({ input: stdout, signal: AbortSignal.timeout(60_000) })) {
    if (line.startsWith('bench ')) told = { ...told, ...(JSON.parse(line.slice(6)) as Line) };
    if (told.ready !== undefined && (told.rows !== undefined || !hasRows)) return told;
  }
  throw new Error('The program ended before it had shown anything');
}

async function bytesOf(
  loaded: readonly { readonly name: string; readonly startTime: number }[],
  painted: number,
) {
  const bytes = { js: 0, css: 0 };
  for (const { name, startTime } of loaded) {
    const kind = name.endsWith('.js') ? 'js' : name.endsWith('.css') ? 'css' : null;
    if (kind === null || startTime > painted) continue;
    const file = path.join(PROJECT_ROOT, 'out', 'renderer', new URL(name).pathname);
    bytes[kind] += (await readFile(file)).length / 1000;
  }
  return bytes;
}

/** Waits until the processes of a group do nothing any more, and adds up what is theirs: shared pages count in parts. */
async function atRest(pid: number): Promise<number> {
  let before = await ticksOf(pid);
  for (let second = 0; second < 15; second += 1) {
    await wait(1000);
    const ticks = await ticksOf(pid);
    if (ticks - before < 8) break;
    before = ticks;
  }
  const parts = await Promise.all(
    (await processesOf({ pid })).map(async (each) => {
      const rollup = await readFile(`/proc/${each.pid}/smaps_rollup`, 'utf8').catch(() => '');
      return Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
    }),
  );
  return parts.reduce((sum, each) => sum + each, 0) / 1024;
}

async function ticksOf(pid: number): Promise<number> {
  const all = await Promise.all(
    (await processesOf({ pid })).map(async (each) => {
      const stat = await readFile(`/proc/${each.pid}/stat`, 'utf8').catch(() => '');
      const [user = '0', system = '0'] = stat
        .slice(stat.lastIndexOf(')') + 2)
        .split(' ')
        .slice(11, 13);
      return Number(user) + Number(system);
    }),
  );
  return all.reduce((sum, each) => sum + each, 0);
}

/** Signs in once under a keyring, so that later starts find a token and an offline copy. */
export async function prepareProfile(
  profile: string,
  { url, token }: KeyApi,
  keys: number,
  keyring: Keyring,
): Promise<void> {
  const module = await keyringModule(profile);
  const { page, close } = await launchKeydesk({ profile, env: keyring.env, modules: [module] });
  await page.getByRole('textbox', { name: 'API address' }).fill(url);
  await page.getByRole('textbox', { name: 'Admin token' }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page.locator(`table[aria-rowcount="${keys + 1}"][aria-busy="false"]`).waitFor({ timeout: 120_000 });
  await page.getByText('Updated just now').waitFor({ timeout: 60_000 });
  // What is still to be written is written before the program ends.
  await close();
}

export { startKeyring };
