import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { json } from './support/fault.ts';
import { test } from './support/keyring-app.ts';
import { createKey, deleteKey, listAs, storeKey } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';

const tableOf = (page: Page): Locator => page.getByRole('table', { name: 'Activity' });
const rowsOf = (page: Page): Locator => tableOf(page).locator('tbody').getByRole('row');
const openActivity = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Activity' }).click();

test('what was made and deleted is noted with its key, outlives a sign-out and a start, and is unreadable on the disk', async ({
  start,
  api,
  profile,
}) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  await createKey(first.page, { name: 'Noted_In_Activity', levels: { Calls: 'Read' } });
  await storeKey(first.page);
  const [made] = await listAs(api.url, api.tokens.admin);
  await deleteKey(first.page, 'Noted_In_Activity');
  await openActivity(first.page);
  await expect(rowsOf(first.page)).toHaveCount(2);
  // Newest first.
  await expect(rowsOf(first.page).first()).toContainText('Deleted');
  await expect(rowsOf(first.page).last()).toContainText('Created');
  for (const row of await rowsOf(first.page).all()) {
    await expect(row).toContainText('Noted_In_Activity');
    await expect(row).toContainText(made?.id.slice(0, 8) ?? '?');
    await expect(row).toContainText(made?.last_four_digits ?? '?');
    await expect(row).toContainText('alex.morgan@example.com');
  }
  await expect(first.page.getByText('Kept on this computer only, encrypted')).toBeVisible();
  await first.page.getByRole('button', { name: 'Connection' }).click();
  await first.page.getByRole('menuitem', { name: 'Sign out' }).click();
  await first.page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await expect(first.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await first.close();
  expect(await filesWith(profile, ['Noted_In_Activity', made?.id ?? '?'])).toEqual([]);

  const second = await start();
  await signIn(second.page, api.url, api.tokens.admin);
  await openActivity(second.page);
  await expect(rowsOf(second.page)).toHaveCount(2);
});

test('failures and what nobody knows are noted, and it is exported as CSV and JSON', async ({
  start,
  api,
  faults,
  profile,
}) => {
  const { page, app } = await start();
  await signIn(page, faults.url, api.tokens.admin);
  const [newest, next] = await listAs(api.url, api.tokens.admin);
  faults.rule({ call: 'delete', time: 1, fault: json(422, { message: 'No' }) });
  faults.rule({ call: 'delete', time: 2, fault: { kind: 'reset', carriedOut: true } });
  for (const name of [newest?.name ?? '?', next?.name ?? '?']) {
    await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete API key' });
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await expect(dialog).toBeHidden();
  }
  await openActivity(page);
  await expect(rowsOf(page).last()).toContainText('Failed: not accepted by the server');
  await expect(rowsOf(page).first()).toContainText('Not known: there was no clear answer');

  const exported = async (file: string, item: string): Promise<string> => {
    const place = path.join(profile, file);
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    }, place);
    await page.getByRole('button', { name: 'Export…' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect.poll(() => readFile(place, 'utf8').catch(() => '')).not.toBe('');
    return readFile(place, 'utf8');
  };
  const csv = await exported('activity.csv', 'Export as CSV…');
  expect(csv.trim().split('\r\n')).toHaveLength(3);
  expect(csv).toContain(`,delete,${newest?.name},${newest?.id},`);
  const { activity } = JSON.parse(await exported('activity.json', 'Export as JSON…')) as {
    activity: { result: { kind: string } }[];
  };
  expect(activity.map(({ result }) => result.kind)).toEqual(['failed', 'unknown']);
});

test('nobody sees what was done by another connection', async ({ start, api }) => {
  const { page } = await start();
  await signIn(page, api.url, api.tokens.admin);
  const [newest] = await listAs(api.url, api.tokens.admin);
  await deleteKey(page, newest?.name ?? '?');
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Open the demo project' }).click();
  await openActivity(page);
  await expect(page.getByText('Nothing yet.')).toBeVisible();
  await expect(page.getByText('this is the demo')).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`by the keyboard, and axe finds nothing, ${theme}`, async ({ start, api }) => {
    const keydesk = await start();
    const { page } = keydesk;
    await setTheme(keydesk, theme);
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await page.getByRole('tab', { name: 'API Keys' }).press('End');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('tab', { name: 'Activity' })).toHaveAttribute('aria-selected', 'true');
    await expect(page.getByText('Nothing yet.')).toBeVisible();
    expect(await findings(page), 'empty').toEqual([]);
    await page.getByRole('tab', { name: 'API Keys' }).click();
    const [newest] = await listAs(api.url, api.tokens.admin);
    await deleteKey(page, newest?.name ?? '?');
    await openActivity(page);
    await expect(rowsOf(page)).toHaveCount(1);
    expect(await findings(page), 'filled').toEqual([]);
    await page.getByRole('button', { name: 'Export…' }).focus();
    await page.keyboard.press('Tab');
    await expect(tableOf(page)).toBeFocused();
  });
}
