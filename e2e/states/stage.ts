import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { startKeyApi } from '../../electron/demo/server.ts';
import { USUAL_SETTINGS } from '../../shared/connections.ts';
import type { SpokenLanguage } from '../../shared/language/languages.ts';
import { setLanguage, t } from '../../shared/language/words.ts';
import { answerBoxes } from '../support/connections.ts';
import { type FaultServer, startFaultServer } from '../support/fault-server.ts';
import { chooseLanguage } from '../support/language.ts';
import { type Keydesk, launchKeydesk } from '../support/launch.ts';
import { startLoginProxy } from '../support/login-proxy.ts';
import { resize } from '../support/window-size.ts';
import { button, field, heading, keyCount, question, search, updated } from './find.ts';
import { OTHER_KEYS, type OtherServer, startOther } from './other-server.ts';

type KeyApi = Awaited<ReturnType<typeof startKeyApi>>;

/** The program on a server of its own, as a state finds it. */
export type Stage = {
  readonly keydesk: Keydesk;
  readonly page: Page;
  readonly profile: string;
  readonly api: KeyApi;
  /** The same server, where things can be made to go wrong. */
  readonly faults: FaultServer;
  /** Servers of other projects, where the start has some. */
  readonly others: readonly OtherServer[];
  readonly close: () => Promise<void>;
};

type Start = {
  readonly keyApi?: Parameters<typeof startKeyApi>[0];
  /** The policy of this computer. */
  readonly policy?: (api: KeyApi) => string;
  /** The names of other projects, each on a server of its own. */
  readonly others?: readonly string[];
  /** Whether the way to a server is by a proxy that asks for a login. */
  readonly proxy?: true;
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
  'several connections': { others: ['Booking staging', 'Sandbox'], prepare: connectAll },
  'behind a proxy': { proxy: true },
  'broken policy': { policy: () => '{"version": 1,, ' },
  ruled: {
    policy: ({ url }) =>
      JSON.stringify({
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

/** Starts a program for the states of one start. Until it is closed, the states are shown and found in its language. */
export async function openStage(name: StartName, language: SpokenLanguage): Promise<Stage> {
  const start: Start = STARTS[name];
  const profile = await mkdtemp(path.join(tmpdir(), 'keydesk-states-'));
  const api = await startKeyApi(start.keyApi);
  const faults = await startFaultServer({ api: api.fetch });
  const others = await Promise.all((start.others ?? []).map(startOther));
  const proxy = start.proxy ? await startLoginProxy('somebody:pass') : null;
  await chooseLanguage(profile, language);
  setLanguage(language);
  const args = [...(await policyArgs(start, profile, api)), ...(proxy ? proxyArgs(proxy.port) : [])];
  const keydesk = await launchKeydesk({ profile, args });
  const close = async () => {
    await keydesk.close();
    setLanguage('en');
    for (const server of [...others, ...(proxy ? [proxy] : [])]) await server.close();
    await faults.close();
    await api.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  };
  const { page } = keydesk;
  page.setDefaultTimeout(15_000);
  const stage = { keydesk, page, profile, api, faults, others, close };
  try {
    await heading(page, t('signIn.title')).waitFor();
    await resize(keydesk, SMALL);
    await start.prepare?.(stage);
  } catch (error) {
    await close();
    throw error;
  }
  return stage;
}

async function policyArgs(start: Start, profile: string, api: KeyApi): Promise<readonly string[]> {
  if (!start.policy) return [];
  const file = path.join(profile, 'policy.json');
  await writeFile(file, start.policy(api), { mode: 0o644 });
  return [`--policy-file=${file}`];
}

const proxyArgs = (port: number) => [`--proxy-server=127.0.0.1:${port}`, '--proxy-bypass-list=<-loopback>'];

/** Fills in the sign-in and sends it. */
export async function sendSignIn({ page }: Stage, address: string, token: string): Promise<void> {
  await field(page, t('common.apiAddress')).fill(address);
  await field(page, t('signIn.adminToken')).fill(token);
  await button(page, t('signIn.connect')).click();
}

/** Connects as an administrator and waits for the list. */
export async function connect(stage: Stage): Promise<void> {
  await sendSignIn(stage, stage.faults.url, stage.api.tokens.admin);
  await heading(stage.page, t('views.keys')).waitFor({ state: 'attached' });
  await updated(stage.page).waitFor();
}

/** Connects to the other projects, too. */
async function connectAll(stage: Stage): Promise<void> {
  const { page, others, keydesk } = stage;
  await connect(stage);
  await answerBoxes(keydesk.app, 1);
  for (const { url, token, name } of others) {
    await page.evaluate(
      async ({ input, look }) => {
        const answer = await window.keydesk.connect(input);
        if (!answer.ok || answer.value.kind !== 'signed-in') throw new Error('Not connected');
        await window.keydesk.changeConnection({ connectionId: answer.value.connection.id, settings: look });
      },
      { input: { address: url, token }, look: lookOf(name) },
    );
  }
  await keyCount(page, OTHER_KEYS).waitFor();
}

const lookOf = (ownName: string) =>
  ({ ...USUAL_SETTINGS, ownName, environment: 'staging', colour: 'violet' }) as const;

export async function signOut({ page }: Stage): Promise<void> {
  await page.evaluate(() => window.keydesk.signOut());
  await heading(page, t('signIn.title')).waitFor();
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
    const discard = button(question(page), t('create.discard'));
    if (await discard.isVisible()) await discard.click();
    else await page.keyboard.press('Escape');
    // It goes, or it asks whether to discard; or the key press was for a field in it, and the next one is not.
    await Promise.any([
      over.nth(count - 1).waitFor({ state: 'hidden', timeout: 1_000 }),
      over.nth(count).waitFor({ state: 'visible', timeout: 1_000 }),
    ]).catch(() => undefined);
  }
}
