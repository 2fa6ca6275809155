import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { json } from './support/fault.ts';
import { startKeyring } from './support/keyring.ts';
import { test as base } from './support/keyring-app.ts';
import { askAs, listAs } from './support/keys.ts';
import type { Keydesk } from './support/launch.ts';
import { filesWith } from './support/leak-search.ts';

/* The offline copy, in a real window and under a real keyring. */

const offline = (page: Page) => page.getByRole('status').filter({ hasText: /^Offline/ });
const rows = (page: Page) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for / }) });
const retry = (page: Page) => page.getByRole('button', { name: 'Retry' });

/** The files of the offline copies. */
const copies = async (profile: string): Promise<readonly string[]> =>
  readdir(path.join(profile, 'offline')).catch(() => []);

type Offline = { readonly withCopy: () => Promise<void> };

const test = base.extend<Offline>({
  /** Signs in and loads a list whole; its copy then lies on the disk. */
  withCopy: async ({ start, profile, faults, api }, use) =>
    use(async () => {
      const first = await start();
      await signIn(first.page, faults.url, api.tokens.admin);
      await expect(first.page.getByText('30 keys', { exact: true })).toBeVisible();
      await expect.poll(() => copies(profile)).toHaveLength(1);
      await first.close();
    }),
});
test.use({ keyApi: { keys: 30 } });

test('fault 1: without its server, the copy is on screen with its time, and Retry brings the list', async ({
  start,
  withCopy,
  faults,
}) => {
  await withCopy();
  await faults.refuse();
  const { page } = await start();
  await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
  await expect(offline(page)).toContainText('just now');
  await expect(page.getByRole('alert')).toContainText('The server does not accept connections');

  // All that needs no server works.
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('a');
  await expect(page.getByText(/ of 30 keys$/)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('');
  await rows(page).first().dblclick();
  await expect(page.getByRole('dialog').getByText('Communication')).toBeVisible();
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Delete' })).toBeDisabled();
  await expect(page.getByRole('dialog')).toContainText('Not possible while offline');
  await page.keyboard.press('Escape');

  // What needs it says why not.
  await expect(page.getByRole('button', { name: 'Create API Key' })).toBeDisabled();
  await rows(page).first().click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
  await page.keyboard.press('Escape');

  await faults.comeBack();
  await retry(page).click();
  await expect(offline(page)).toBeHidden();
  await expect(page.getByRole('button', { name: 'Create API Key' })).toBeEnabled();
});

test('the fresh list takes the place of the copy without a jump', async ({
  start,
  withCopy,
  faults,
  api,
}) => {
  await withCopy();
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  faults.rule({ call: 'list', fault: { kind: 'hold', until: held } });
  const { page } = await start();
  await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
  await expect(page.getByText('Refreshing', { exact: true })).toBeVisible();
  const wanted = (await listAs(api.url, api.tokens.admin))[25];
  await page.getByRole('columnheader', { name: 'Name', exact: true }).getByRole('button').click();
  await rows(page).nth(5).dblclick();
  const details = page.getByRole('dialog');
  await expect(details).toBeVisible();
  const title = await details.getAttribute('aria-labelledby');
  const before = await rows(page).allTextContents();
  answer();
  await expect(page.getByText('Refreshing', { exact: true })).toBeHidden();
  await expect(details).toBeVisible();
  expect(await details.getAttribute('aria-labelledby')).toBe(title);
  expect(await rows(page).allTextContents()).toEqual(before);
  expect(wanted).toBeDefined();
});

test('fault 12: a refused list hides the copy at once and deletes it', async ({
  start,
  withCopy,
  profile,
  faults,
}) => {
  await withCopy();
  faults.rule({
    call: 'list',
    fault: json(403, { status: 'error', error_code: 'MISSING_PERMISSIONS', message: 'no' }),
  });
  const { page } = await start();
  await expect(page.getByRole('heading', { name: 'Administrators only' })).toBeVisible();
  await expect(rows(page)).toHaveCount(0);
  await expect.poll(() => copies(profile)).toEqual([]);
});

test('fault 11: a dead token is asked for once, over the list, whose place is kept', async ({
  start,
  withCopy,
  profile,
  faults,
  api,
}) => {
  await withCopy();
  const refusal = json(401, { status: 'error', error_code: 'INVALID_API_KEY', message: 'no' });
  for (const call of ['projects', 'me', 'list'] as const) faults.rule({ call, fault: refusal });
  const { page } = await start();
  const prompt = page.getByRole('dialog', { name: 'Sign in again' });
  await expect(prompt).toHaveCount(1);
  await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
  await prompt.getByRole('button', { name: 'Not now' }).click();
  await page.getByRole('searchbox', { name: 'Search by name' }).fill('a');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  faults.heal();
  await prompt.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.admin);
  await prompt.getByRole('button', { name: 'Sign in' }).click();
  await expect(prompt).toBeHidden();
  await expect(page.getByRole('searchbox', { name: 'Search by name' })).toHaveValue('a');
  await expect(page.getByRole('button', { name: 'Create API Key' })).toBeEnabled();
  expect(await copies(profile)).toHaveLength(1);
});

test.describe('fault 31: a copy that is', () => {
  const damages: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut', (whole) => whole.subarray(0, whole.length >> 1)],
    ['zero-filled', (whole) => Buffer.alloc(whole.length)],
    ['random', (whole) => Buffer.from(whole.map((_, place) => (place * 7919) % 256))],
  ];
  for (const [name, damage] of damages) {
    test(`${name} is told, put aside and loaded afresh`, async ({ start, withCopy, profile }) => {
      await withCopy();
      const [file = ''] = await copies(profile);
      const place = path.join(profile, 'offline', file);
      await writeFile(place, damage(await readFile(place)));
      const { page } = await start();
      await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
      await expect(page.getByText('The offline copy could not be read')).toBeVisible();
      await expect.poll(async () => [...(await copies(profile))].sort()).toEqual([file, `${file}.bad`]);
    });
  }
});

test('fault 31: a copy encrypted with another key is told, put aside and loaded afresh', async ({
  start,
  withCopy,
  profile,
  faults,
  api,
}) => {
  await withCopy();
  const [file = ''] = await copies(profile);
  const connections = path.join(profile, 'connections.json');
  const known = await readFile(connections);
  const place = path.join(profile, 'offline', file);
  const first = await readFile(place);
  // The same connection under another keyring: its copy takes the place of the first one.
  const other = await startKeyring();
  try {
    const { page, close } = await start(other.env);
    await signIn(page, faults.url, api.tokens.admin);
    const isAnother = async () => !(await readFile(place).catch(() => first)).equals(first);
    await expect.poll(isAnother).toBe(true);
    await close();
  } finally {
    await other.stop();
  }
  await writeFile(connections, known);
  const { page } = await start();
  await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
  await expect(page.getByText('The offline copy could not be read')).toBeVisible();
  await expect.poll(async () => [...(await copies(profile))].sort()).toEqual([file, `${file}.bad`]);
});

test('fault 36: a copy of a newer version is left alone, and the window says so', async ({
  start,
  withCopy,
  profile,
}) => {
  await withCopy();
  const [file = ''] = await copies(profile);
  const place = path.join(profile, 'offline', file);
  const newer = `${JSON.stringify({ format: 'keydesk-offline-copy', version: 99 })}\nof the future`;
  await writeFile(place, newer);
  const { page, close } = await start();
  await expect(page.getByText('30 keys', { exact: true })).toBeVisible();
  await expect(page.getByText('newer version of Keydesk')).toBeVisible();
  await close();
  expect(await readFile(place, 'utf8')).toBe(newer);
});

test('fault 38: after sign-out no file holds the token, a key name or a key id, and the copy is gone', async ({
  start,
  withCopy,
  profile,
  api,
}) => {
  await withCopy();
  const { page, close } = await start();
  await expect(page.getByText(/^Updated/)).toBeVisible();
  const keys = await listAs(api.url, api.tokens.admin);
  await page.evaluate(() => window.keydesk.signOut());
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  expect(await copies(profile)).toEqual([]);
  await close();
  const names = keys.map(({ name }) => name).filter((name) => name.length > 8);
  expect(await filesWith(profile, [api.tokens.admin, ...keys.map(({ id }) => id), ...names])).toEqual([]);
});

test('fault 26: names that a spreadsheet would run are escaped in the exported file, also offline', async ({
  start,
  profile,
  faults,
  api,
}) => {
  const NAMES = ['=HYPERLINK("http://evil.example";"x")', '+1+1', '-2+3', '@SUM(A1)'];
  for (const name of NAMES) {
    await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', { name, restricted: false });
  }
  const exported = async ({ app }: Keydesk, file: string, command: () => Promise<void>): Promise<string> => {
    const place = path.join(profile, file);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, place);
    await command();
    await expect.poll(() => readFile(place, 'utf8').catch(() => '')).not.toBe('');
    return readFile(place, 'utf8');
  };
  const expectEscaped = (text: string): void => {
    expect(text).toContain('\n"\'=HYPERLINK(""http://evil.example"";""x"")",');
    for (const name of NAMES.slice(1)) expect(text).toContain(`\n"'${name}",`);
    expect(text).not.toMatch(/(^|[\n,])"?[=+\-@]/);
    expect(text.trim().split('\r\n')).toHaveLength(35);
  };

  const first = await start();
  await signIn(first.page, faults.url, api.tokens.admin);
  await expect(first.page.getByText('34 keys', { exact: true })).toBeVisible();
  const online = await exported(first, 'online.csv', async () => {
    await first.page.getByRole('button', { name: 'Export', exact: true }).click();
    await first.page.getByRole('menuitem', { name: 'Export as CSV…' }).click();
  });
  expectEscaped(online);
  await expect.poll(() => copies(profile)).toHaveLength(1);
  await first.close();

  await faults.refuse();
  const second = await start();
  await expect(offline(second.page)).toBeVisible();
  const fromMenu = () =>
    second.app.evaluate(({ Menu }) => {
      const file = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&File');
      file?.submenu?.items.find(({ label }) => label === 'Export as CSV…')?.click();
    });
  expect(await exported(second, 'offline.csv', fromMenu)).toBe(online);
});
