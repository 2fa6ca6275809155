import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startKeyApi } from '../../electron/demo/server.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';
import { type Keydesk, launchKeydesk } from '../support/launch.ts';
import { resize } from '../support/window-size.ts';
import { button, field, heading, search } from './find.ts';

type KeyApi = Awaited<ReturnType<typeof startKeyApi>>;

/** The program on a server of its own, as a state finds it. */
export type Stage = {
  readonly keydesk: Keydesk;
  readonly page: Page;
  readonly api: KeyApi;
  /** The same server, where things can be made to go wrong. */
  readonly faults: FaultServer;
  readonly close: () => Promise<void>;
};

type Start = {
  readonly keyApi?: Parameters<typeof startKeyApi>[0];
  /** The policy of this computer. */
  readonly policy?: (api: KeyApi) => unknown;
  /** What is done before the first state. */
  readonly prepare?: (stage: Stage) => Promise<void>;
};

/** How the program can stand before a state is shown: one program is started for each. */
export const STARTS = {
  'signed out': {},
  'several projects': { keyApi: { projects: 3 } },
  'no keys': { keyApi: { keys: 0 }, prepare: connect },
  'three thousand keys': { keyApi: { keys: 3_000 } },
  demo: { prepare: connect },
  creating: { prepare: connect },
  elsewhere: { prepare: connect },
  production: { prepare: connect },
  ruled: {
    policy: ({ url }) => ({
      version: 1,
      connections: [{ name: 'Ours', address: url }],
      clipboardSeconds: 30,
      lockMinutes: 5,
      offlineCopy: false,
      updates: false,
      demo: false,
    }),
  },
} as const satisfies Readonly<Record<string, Start>>;

export type StartName = keyof typeof STARTS;

/** Starts a program for the states of one start. */
export async function openStage(name: StartName): Promise<Stage> {
  const start: Start = STARTS[name];
  const profile = await mkdtemp(path.join(tmpdir(), 'keydesk-states-'));
  const api = await startKeyApi(start.keyApi);
  const faults = await startFaultServer({ api: api.fetch });
  const policy = path.join(profile, 'policy.json');
  if (start.policy) await writeFile(policy, JSON.stringify(start.policy(api)), { mode: 0o644 });
  const keydesk = await launchKeydesk({ profile, args: start.policy ? [`--policy-file=${policy}`] : [] });
  const close = async () => {
    await keydesk.close();
    await faults.close();
    await api.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const { page } = keydesk;
  page.setDefaultTimeout(15_000);
  const stage = { keydesk, page, api, faults, close };
  try {
    await heading(page, 'Connect a project').waitFor();
    await resize(keydesk, SMALL);
    await start.prepare?.(stage);
  } catch (error) {
    await close();
    throw error;
  }
  return stage;
}

/** Fills in the sign-in and sends it. */
export async function sendSignIn({ page }: Stage, address: string, token: string): Promise<void> {
  await field(page, 'API address').fill(address);
  await field(page, 'Admin token').fill(token);
  await button(page, 'Connect').click();
}

/** Connects as an administrator and waits for the list. */
export async function connect(stage: Stage): Promise<void> {
  await sendSignIn(stage, stage.faults.url, stage.api.tokens.admin);
  await heading(stage.page, 'API Keys').waitFor({ state: 'attached' });
  await stage.page.getByText(/^Updated/).waitFor();
}

export async function signOut({ page }: Stage): Promise<void> {
  await page.evaluate(() => window.keydesk.signOut());
  await heading(page, 'Connect a project').waitFor();
}

/** The main view with nothing open, nothing searched and nothing wrong. */
export async function goHome({ page, faults }: Stage): Promise<void> {
  faults.heal();
  await closeAll(page);
  const box = search(page);
  if ((await box.isVisible()) && (await box.inputValue()) !== '') await box.fill('');
  await page.mouse.move(0, 0);
}

export const SMALL = { width: 900, height: 600 } as const;

/** Zooms as the menu does. */
export async function setZoom({ app, page }: Keydesk, factor: number): Promise<void> {
  await app.evaluate(({ BrowserWindow }, zoom) => {
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(zoom);
  }, factor);
  await page.waitForFunction((width) => innerWidth === width, SMALL.width / factor);
}

/** Whatever lies over the window is closed, by Escape; a key press more would be for what lies behind it. */
async function closeAll(page: Page): Promise<void> {
  const over = page.locator('[role="dialog"], [role="alertdialog"], [role="menu"]').filter({ visible: true });
  for (let turn = 0; turn < 6; turn += 1) {
    const count = await over.count();
    if (count === 0) return;
    const discard = button(page, 'Discard');
    if (await discard.isVisible()) await discard.click();
    else await page.keyboard.press('Escape');
    // It goes, or it asks whether to discard; or the key press was for a field in it, and the next one is not.
    await Promise.any([
      over.nth(count - 1).waitFor({ state: 'hidden', timeout: 1_000 }),
      over.nth(count).waitFor({ state: 'visible', timeout: 1_000 }),
    ]).catch(() => undefined);
  }
}
