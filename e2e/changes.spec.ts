import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { json } from './support/fault.ts';
import { test } from './support/keyring-app.ts';
import { askAs, deleteKey, listAs, rowOf } from './support/keys.ts';

const rowsOf = (page: Page): Locator =>
  page.getByRole('table', { name: 'Changes' }).locator('tbody').getByRole('row');
const openChanges = (page: Page): Promise<void> => page.getByRole('tab', { name: 'Changes' }).click();
const make = (url: string, token: string, name: string): Promise<Response> =>
  askAs(url, token, 'POST', '/v1/api_key/', { name, restricted: true, permissions: ['calls.view'] });

test('since the last visit: what was made and deleted elsewhere meanwhile', async ({ start, api }) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  await expect(first.page.getByText('24 keys', { exact: true })).toBeVisible();
  await openChanges(first.page);
  await expect(first.page.getByRole('status')).toContainText('0 made, 0 deleted, 0 seen for the first time');
  await expect(first.page.getByText('The first whole list was seen on', { exact: false })).toBeVisible();
  await first.close();

  const [gone] = await listAs(api.url, api.tokens.admin);
  await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${gone?.id}`);
  await make(api.url, api.tokens.admin, 'Made_Elsewhere');
  const second = await start();
  await expect(rowOf(second.page, 'Made_Elsewhere')).toBeVisible();
  await openChanges(second.page);
  await expect(second.page.getByRole('combobox', { name: 'Changes since' })).toHaveValue('last-visit');
  await expect(second.page.getByRole('status')).toContainText('1 made, 1 deleted');
  const deleted = rowsOf(second.page).filter({ hasText: gone?.name ?? '?' });
  await expect(deleted).toContainText('Deleted');
  await expect(deleted).toContainText(gone?.last_four_digits ?? '?');
  await expect(deleted.getByRole('button')).toHaveCount(0);
  await rowsOf(second.page).getByRole('button', { name: 'Details of Made_Elsewhere' }).click();
  await expect(second.page.getByRole('dialog', { name: 'Details of Made_Elsewhere' })).toBeVisible();
  await second.page.keyboard.press('Escape');
  await expect(second.page.getByRole('button', { name: 'Details of Made_Elsewhere' })).toBeFocused();

  // What is deleted from here is there at once.
  await second.page.getByRole('tab', { name: 'API Keys' }).click();
  await deleteKey(second.page, 'Made_Elsewhere');
  await openChanges(second.page);
  await expect(rowsOf(second.page).first()).toContainText('Deleted from here');
  await second.close();

  // It outlives the start, and the visit after that has nothing new.
  const third = await start();
  await openChanges(third.page);
  await expect(third.page.getByRole('status')).toContainText('0 made, 0 deleted');
  await third.page.getByRole('combobox', { name: 'Changes since' }).selectOption('all');
  await expect(third.page.getByRole('status')).toContainText('1 made, 2 deleted');
});

test('since a date, and a refresh is seen while one looks', async ({ start, api }) => {
  const { page } = await start();
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await openChanges(page);
  const since = page.getByRole('combobox', { name: 'Changes since' });
  await since.selectOption('date');
  await page.getByLabel('Date').fill('2026-01-01');
  await make(api.url, api.tokens.admin, 'Seen_While_Looking');
  await page.keyboard.press('F5');
  await expect(rowsOf(page)).toHaveCount(1);
  await expect(rowsOf(page)).toContainText('Seen_While_Looking');
  await page.getByLabel('Date').fill('2200-01-01');
  await expect(page.getByText('Nothing changed in this time', { exact: false })).toBeVisible();
});

test('whoever is no administrator any more has no history either', async ({
  start,
  api,
  faults,
  profile,
}) => {
  const { page } = await start();
  const histories = () => readdir(path.join(profile, 'history'));
  await signIn(page, faults.url, api.tokens.admin);
  await expect.poll(() => histories().catch(() => [])).toHaveLength(1);
  // The history is written before the page has heard the end of the walk, and till then it walks no other.
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  faults.rule({ call: 'list', fault: json(403, {}) });
  await page.keyboard.press('F5');
  await expect(page.getByRole('heading', { name: 'Administrators only' })).toBeVisible();
  await expect.poll(histories).toEqual([]);
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ start, api }) => {
    const keydesk = await start();
    const { page } = keydesk;
    await setTheme(keydesk, theme);
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await openChanges(page);
    await expect(page.getByText('Nothing changed', { exact: false })).toBeVisible();
    expect(await findings(page), 'empty').toEqual([]);
    await make(api.url, api.tokens.admin, 'Looked_At');
    await page.keyboard.press('F5');
    await expect(rowsOf(page)).toHaveCount(1);
    expect(await findings(page), 'filled').toEqual([]);
    await page.getByRole('combobox', { name: 'Changes since' }).selectOption('date');
    await expect(page.getByLabel('Date')).toBeVisible();
    expect(await findings(page), 'date').toEqual([]);
  });
}
