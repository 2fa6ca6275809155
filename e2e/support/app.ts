import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect, type Page, type TestInfo } from '@playwright/test';
import { startKeyApi } from '../../electron/demo/server.ts';
import { type FaultServer, startFaultServer } from './fault-server.ts';
import { type Keydesk, type LaunchOptions, launchKeydesk } from './launch.ts';

type KeyApi = Awaited<ReturnType<typeof startKeyApi>>;
type KeyApiOptions = Parameters<typeof startKeyApi>[0];
type Launch = (options?: Partial<LaunchOptions>) => Promise<Keydesk>;

type Fixtures = {
  /** What the key API of a test starts with: `test.use({ keyApi: { keys: 5000 } })`. */
  keyApi: KeyApiOptions;
  /** A key API of the test's own, on a port of its own. */
  api: KeyApi;
  /** The same key API, where every request is recorded and things can be made to go wrong. */
  faults: FaultServer;
  /** The program's settings and data, in a folder of the test's own. */
  profile: string;
  /** Extra arguments of the program that `keydesk` is: `test.use({ launchArgs: ['--open-demo'] })`. */
  launchArgs: readonly string[];
  /** Starts the program on the test's profile; again after a `close` or `kill` to see what has remained. */
  launch: Launch;
  /** The program, started. */
  keydesk: Keydesk;
};

/** Each test has its own profile, program and key API, and nothing of them is left after it. */
export const test = base.extend<Fixtures>({
  keyApi: [{}, { option: true }],
  launchArgs: [[], { option: true }],

  api: async ({ keyApi }, use) => {
    const api = await startKeyApi(keyApi);
    await use(api);
    await api.close();
  },

  faults: async ({ api }, use) => {
    const faults = await startFaultServer({ api: api.fetch });
    await use(faults);
    await faults.close();
  },

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-profile-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  },

  launch: async ({ profile }, use, testInfo) => {
    const launched: Keydesk[] = [];
    await use(async (options) => {
      const keydesk = await launchKeydesk({ profile, ...options });
      launched.push(keydesk);
      return keydesk;
    });
    for (const [index, keydesk] of launched.entries()) {
      if (testInfo.status !== testInfo.expectedStatus) await attach(keydesk, index + 1, testInfo);
      await keydesk.close();
    }
  },

  keydesk: async ({ launch, launchArgs }, use) => {
    await use(await launch({ args: launchArgs }));
  },
});

/** What is needed to understand a failure: the window as it was and what main wrote. */
async function attach({ page, output }: Keydesk, number: number, testInfo: TestInfo): Promise<void> {
  await testInfo.attach(`program ${number}: output`, { body: output(), contentType: 'text/plain' });
  const picture = testInfo.outputPath(`program-${number}.png`);
  await page.screenshot({ path: picture, timeout: 2000 }).then(
    () => testInfo.attach(`program ${number}: window`, { path: picture, contentType: 'image/png' }),
    () => {}, // There is no window any more.
  );
}

/** Fills in the form of the sign-in and sends it. */
export async function trySignIn(page: Page, address: string, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API address' }).fill(address);
  await page.getByRole('textbox', { name: 'Admin token' }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

/** Connects to a key API and waits for its keys. */
export async function signIn(page: Page, url: string, token: string): Promise<void> {
  await trySignIn(page, url, token);
  await expect(page.getByRole('heading', { name: 'API Keys', exact: true })).toBeVisible();
}
