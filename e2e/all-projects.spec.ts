import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startKeyApi } from '../electron/demo/server.ts';
import type { ApiState } from '../electron/demo/state.ts';
import { test as base, signIn } from './support/app.ts';
import { findings } from './support/axe.ts';
import { addConnection, answerBoxes, nameOpenConnection, switcher } from './support/connections.ts';
import { json } from './support/fault.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { listAs, rowOf } from './support/keys.ts';

type Server = FaultServer & { readonly token: string; readonly names: () => Promise<readonly string[]> };

const renamed = (prefix: string) => (state: ApiState) => ({
  ...state,
  keys: state.keys.map((key, index) => ({
    ...key,
    item: { ...key.item, name: `${prefix}_${index}`, last_four_digits: `${prefix.slice(0, 2)}0${index}` },
  })),
});

async function startServer(prefix: string, keys: number) {
  const api = await startKeyApi({ keys, prepare: renamed(prefix) });
  const faults = await startFaultServer({ api: api.fetch });
  const token = api.tokens.admin;
  const names = async () => (await listAs(api.url, token)).map(({ name }) => name);
  const close = async (): Promise<void> => {
    await faults.close();
    await api.close();
  };
  return { server: { ...faults, token, names }, close };
}

/** Three servers give their keys the same ids: only the project tells them apart. */
const test = base.extend<{ readonly alpha: Server; readonly beta: Server; readonly three: Page }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  alpha: async ({}, use) => {
    const { server, close } = await startServer('Alpha', 6);
    await use(server);
    await close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  beta: async ({}, use) => {
    const { server, close } = await startServer('Beta', 5);
    await use(server);
    await close();
  },
  keyApi: { keys: 4, prepare: renamed('Gamma') },
  three: async ({ keydesk: { page, app }, api, faults, alpha, beta }, use) => {
    await answerBoxes(app, 1);
    await signIn(page, alpha.url, alpha.token);
    await nameOpenConnection(page, 'Alpha');
    await addConnection(page, beta.url, beta.token, 'Beta');
    await expect(page.getByText('5 keys', { exact: true })).toBeVisible();
    await addConnection(page, faults.url, api.tokens.admin, 'Gamma');
    await expect(page.getByText('4 keys', { exact: true })).toBeVisible();
    await use(page);
  },
});

const told = (page: Page) => page.getByRole('region', { name: 'Projects that are not up to date' });

async function openAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await expect(page.getByRole('button', { name: 'All projects' })).toBeVisible();
}

test('all keys stand in one table, are searched and filtered together, and lead each to its own project', async ({
  three: page,
}) => {
  await openAll(page);
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  await expect(page.getByRole('columnheader', { name: 'Project' })).toBeVisible();
  await expect(rowOf(page, 'Beta_1')).toContainText('Beta');

  const search = page.getByRole('searchbox', { name: 'Search by name' });
  await search.fill('project:alp');
  await expect(page.getByText('6 of 15 keys')).toBeVisible();
  await search.fill('_1');
  await expect(page.getByText('3 of 15 keys')).toBeVisible();

  await page.getByRole('tab', { name: 'By permission' }).click();
  await expect(page.getByRole('grid').getByText('Beta_1')).toBeVisible();
  await page.getByRole('tab', { name: 'API Keys', exact: true }).click();

  await search.press('ArrowDown');
  await expect(page.locator('tr[data-row]:focus')).toBeVisible();
  await rowOf(page, 'Beta_1').focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Details of Beta_1' })).toBeVisible();
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await openAll(page);
  await expect(search).toHaveValue('_1');
});

test('axe finds nothing in any view of all projects', async ({ three: page }) => {
  test.setTimeout(180_000);
  await openAll(page);
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  for (const name of ['API Keys', 'By permission', 'Review']) {
    await page.getByRole('tab', { name, exact: true }).click();
    await expect(page.getByRole('row').nth(1)).toBeVisible();
    expect(await findings(page)).toEqual([]);
  }
});

test('a key that is deleted from the table over all goes from its own project and from no other', async ({
  three: page,
  alpha,
  beta,
  faults,
}) => {
  await openAll(page);
  await rowOf(page, 'Alpha_2').getByRole('button', { name: 'Actions for Alpha_2' }).click();
  const menu = page.getByRole('menu', { name: 'Actions for Alpha_2' });
  await expect(menu).toContainText('Alpha');
  await menu.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await expect(dialog).toContainText('Alpha_2');
  await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(page.getByText('5 keys', { exact: true })).toBeVisible();
  expect(await alpha.names()).not.toContain('Alpha_2');
  expect([(await alpha.names()).length, (await beta.names()).length]).toEqual([5, 5]);
  for (const server of [beta, faults])
    expect(server.requests.filter(({ method }) => method === 'DELETE')).toEqual([]);
});

test('a project that is offline and one with a dead token are told, and disturb no other', async ({
  three: page,
  alpha,
  beta,
}) => {
  await openAll(page);
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Updated/)).toBeVisible();
  await alpha.refuse();
  beta.rule({ fault: json(401, { error_code: 'UNAUTHORIZED' }) });
  await page.keyboard.press('F5');
  await expect(told(page)).toContainText(/Alpha: list from just now/);
  await expect(told(page)).toContainText(/Beta needs a new token/);
  await expect(told(page)).not.toContainText('Gamma');
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.getByRole('button', { name: 'All projects' }).click();
  await expect(page.getByRole('menuitemradio', { name: /Beta/ })).toContainText('Token refused');
  await expect(page.getByRole('menuitemradio', { name: /Gamma/ })).not.toContainText('Token refused');
});

test('the palette offers the keys of all projects, and opens one in its own', async ({ three: page }) => {
  await openAll(page);
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('combobox');
  for (const typed of ['beta_3', 'Be03']) {
    await palette.fill(typed);
    await expect(page.getByRole('option', { name: /Beta_3/ })).toContainText('Beta');
    await expect(page.getByRole('option', { name: /Alpha_3/ })).toBeHidden();
  }
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Details of Beta_3' })).toBeVisible();
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
});

test('the table sorts by project, and is saved with whose each key is', async ({
  three: page,
  keydesk: { app },
  profile,
}) => {
  await openAll(page);
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  const rows = page.locator('tr[data-row]');
  const header = page.getByRole('columnheader', { name: 'Project' });
  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(rows.first()).toContainText('Alpha_');
  await header.getByRole('button').click();
  await expect(rows.first()).toContainText('Gamma_');

  await page.getByRole('searchbox', { name: 'Search by name' }).fill('_1');
  await expect(page.getByText('3 of 15 keys')).toBeVisible();
  const file = path.join(profile, 'all.csv');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, file);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Export as CSV…' }).click();
  await expect.poll(() => readFile(file, 'utf8').catch(() => '')).not.toBe('');
  const lines = (await readFile(file, 'utf8')).trim().split('\r\n');
  expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual([
    'Project,Name',
    'Gamma,Gamma_1',
    'Beta,Beta_1',
    'Alpha,Alpha_1',
  ]);
});

test('"Not for this key" is noted in the project of the key alone', async ({ three: page }) => {
  await openAll(page);
  await page.getByRole('tab', { name: 'Review', exact: true }).click();
  const first = page.getByRole('button', { name: /^Not for this key…: (Alpha|Beta|Gamma)_/ }).first();
  await expect(first).toBeVisible();
  const name = (await first.getAttribute('aria-label'))?.replace(/^Not for this key…: /, '') ?? '';
  await first.click();
  const dialog = page.getByRole('dialog', { name: 'Not for this key' });
  await dialog.getByLabel('Why').fill('on purpose');
  await dialog.getByRole('button', { name: 'Not for this key' }).click();
  await expect(page.getByRole('button', { name: `Not for this key…: ${name}` })).toBeHidden();
  await page.getByRole('switch', { name: 'Show 1 that somebody has looked at' }).click();
  await expect(page.getByText('on purpose')).toBeVisible();
  await page.keyboard.press('F5');
  await expect(page.getByText('on purpose')).toBeVisible();
});

test('locked, the reading of all projects ends; unlocked, they are there again and are read', async ({
  three: page,
  alpha,
}) => {
  const phrase = 'correct horse battery';
  await page.evaluate((passPhrase) => window.keydesk.setPassPhrase({ current: null, passPhrase }), phrase);
  await openAll(page);
  await expect(page.getByText(/^Updated/)).toBeVisible();
  alpha.rule({ fault: { kind: 'hang', carriedOut: false } });
  const before = alpha.requests.length;
  await page.keyboard.press('F5');
  await expect.poll(() => alpha.requests.length).toBe(before + 1);
  await page.keyboard.press('Control+l');
  await expect(page.getByRole('heading', { name: 'Keydesk is locked' })).toBeVisible();
  alpha.heal();
  expect(alpha.requests.length).toBe(before + 1);
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(phrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(page.getByRole('button', { name: 'All projects' })).toBeVisible();
  await expect(page.getByText('15 keys', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Updated/)).toBeVisible();
});

test('a whole key of another project is found by its last four, and opened there', async ({
  three: page,
  faults,
  beta,
  alpha,
}) => {
  await page.getByRole('button', { name: 'Refresh' }).focus();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('whose');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Whose key is this?' });
  const pasted = 'kdemo_abcdefghijklmnopqrstuvwxyzBe03';
  await dialog.getByLabel('Whole key').fill(pasted);
  await dialog.getByRole('button', { name: 'Find' }).click();
  await expect(dialog.getByText('One key ends in Be03')).toBeVisible();
  await expect(dialog).toContainText('Beta');
  await dialog.getByRole('button', { name: 'Open there' }).click();
  await expect(page.getByRole('dialog', { name: 'Details of Beta_3' })).toBeVisible();
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
  const sent = [alpha, beta, faults].flatMap((server) => server.requests.map((one) => JSON.stringify(one)));
  expect(sent.length).toBeGreaterThan(0);
  expect(sent.filter((text) => text.includes('abcdefghijklmnop'))).toEqual([]);
});
