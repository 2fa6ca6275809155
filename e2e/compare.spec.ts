import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { askAs, rowOf } from './support/keys.ts';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Compare API keys' });
const compareButton = (page: Page): Locator =>
  page.getByRole('region', { name: 'Selected keys' }).getByRole('button', { name: 'Compare' });
const lineOf = (page: Page, label: string): Locator =>
  dialogOf(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: label, exact: true }) });

const KEYS = [
  { name: 'Third', restricted: false },
  { name: 'Second', restricted: true, permissions: ['calls.view', 'calls.create', 'billing.view'] },
  { name: 'First', restricted: true, permissions: ['calls.view', 'billing.view', 'workflows.view'] },
] as const;

test.beforeEach(async ({ keydesk: { page }, api }) => {
  for (const key of KEYS) await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', key);
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByText('27 keys', { exact: true })).toBeVisible();
});

test('two keys by the keyboard: first what differs, and back to where one was', async ({
  keydesk: { page },
}) => {
  await page.getByRole('searchbox').press('ArrowDown');
  await expect(rowOf(page, 'First')).toBeFocused();
  await page.keyboard.press('Space');
  await expect(compareButton(page)).toBeDisabled();
  await page.keyboard.press('Shift+ArrowDown');
  await expect(compareButton(page)).toBeEnabled();
  await compareButton(page).focus();
  await page.keyboard.press('Enter');
  const dialog = dialogOf(page);
  for (const name of ['First', 'Second']) {
    await expect(dialog.getByRole('columnheader', { name })).toBeVisible();
  }
  const headers = await dialog.getByRole('rowheader').allInnerTexts();
  const different = headers.slice(
    0,
    headers.findIndex((header) => header.startsWith('The same')),
  );
  expect(different.filter((header) => header !== 'Creation date')).toEqual([
    expect.stringMatching(/^Different \(\d\)$/),
    'Calls',
    'workflows.view',
  ]);
  expect(await lineOf(page, 'Calls').getByRole('cell').allInnerTexts()).toEqual([
    'Read',
    expect.stringMatching(/^Custom: .*create/),
  ]);
  expect(await lineOf(page, 'workflows.view').getByRole('cell').allInnerTexts()).toEqual(['Yes', 'No']);
  expect(await lineOf(page, 'Billing').getByRole('cell').allInnerTexts()).toEqual(['Read', 'Read']);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(compareButton(page)).toBeFocused();
});

test('up to four, an unrestricted one among them; five are too many', async ({ keydesk: { page } }) => {
  for (const { name } of KEYS) await rowOf(page, name).click({ modifiers: ['Control'] });
  await rowOf(page, 'Booking_App').click({ modifiers: ['Control'] });
  await compareButton(page).click();
  await expect(dialogOf(page).getByRole('columnheader')).toHaveCount(4);
  await expect(lineOf(page, 'Agents').getByText('Full access')).toHaveCount(1);
  await expect(lineOf(page, 'Restriction')).toContainText('Unrestricted');
  await page.keyboard.press('Escape');
  await rowOf(page, 'CRM_Production').click({ modifiers: ['Control'] });
  await expect(compareButton(page)).toBeDisabled();
  await expect(compareButton(page)).toHaveAttribute('title', 'Two to four keys can be compared');
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ keydesk, keydesk: { page } }) => {
    await setTheme(keydesk, theme);
    for (const { name } of KEYS) await rowOf(page, name).click({ modifiers: ['Control'] });
    await compareButton(page).click();
    await expect(dialogOf(page)).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}
