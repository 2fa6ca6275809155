import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings } from './support/axe.ts';
import { rowOf } from './support/keys.ts';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search by name' });
const rows = (page: Page) =>
  page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
const names = (page: Page) => rows(page).getByRole('cell').and(page.locator(':first-child')).allInnerTexts();

test.describe('a filter', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  });

  for (const [query, found] of [
    ['billing:write', ['Local_Development', 'Terraform_CI', 'Legacy_Backend', 'First_Key']],
    ['billing:write older:730d -restricted', ['Legacy_Backend', 'First_Key']],
    ['members:read partner', []],
    ['contacts:write partner', ['Partner_Sync']],
    ['phones:custom', ['Number_Procurement']],
    ['newer:1d', ['CRM_Production']],
    ['unrestricted by:me', ['Local_Development']],
  ] as const) {
    test(`"${query}" finds ${found.length}`, async ({ keydesk: { page } }) => {
      await box(page).fill(query);
      await expect(page.getByText(`${found.length} of 24 keys`, { exact: true })).toBeVisible();
      if (found.length > 0) await expect.poll(() => names(page)).toEqual(found);
    });
  }

  test('is completed by the keyboard alone', async ({ keydesk: { page } }) => {
    await box(page).pressSequentially('bill');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.type('w');
    await expect(page.getByRole('option')).toHaveText(['billing:writeWrite, or custom']);
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(box(page)).toHaveValue('billing:write ');
    await expect(page.getByText('4 of 24 keys', { exact: true })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(rowOf(page, 'Local_Development')).toBeFocused();
  });

  test('says what it did not understand', async ({ keydesk: { page } }) => {
    await box(page).fill('older:soon');
    await expect(page.getByText('“older:soon” is left out: it needs a time', { exact: false })).toBeVisible();
    await expect(page.getByText('24 of 24 keys', { exact: true })).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });

  test('has a form, which gives the focus back', async ({ keydesk: { page } }) => {
    await page.getByRole('button', { name: 'Filters' }).click();
    const form = page.getByRole('dialog', { name: 'Filters' });
    await form.getByRole('combobox', { name: 'Key permissions' }).selectOption('Unrestricted');
    await form.getByRole('combobox', { name: 'Age' }).selectOption('Older than 1 year');
    expect(await findings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(box(page)).toHaveValue('unrestricted older:365d');
    await expect(page.getByRole('button', { name: 'Filters' })).toBeFocused();
    await page.getByRole('button', { name: 'Remove filter Unrestricted' }).click();
    await expect(box(page)).toHaveValue('older:365d');
    await expect(box(page)).toBeFocused();
  });

  test('knows the environment that was noted of a key', async ({ keydesk: { page } }) => {
    const { id } = await page.evaluate(async () => {
      const copied = document.querySelector('[data-row]')?.getAttribute('data-row') ?? '';
      const notes = { note: '', owner: '', environment: 'Production', usedAt: [], rotateEveryDays: null };
      await window.keydesk.setKeyNotes({ keyId: copied, notes });
      return { id: copied };
    });
    expect(id).not.toBe('');
    await box(page).fill('env:production');
    await expect(page.getByText('1 of 24 keys', { exact: true })).toBeVisible();
    await expect(page.locator(`[data-row="${id}"]`)).toBeVisible();
  });

  test('holds in the other views of keys as well', async ({ keydesk: { page } }) => {
    await box(page).fill('billing:write');
    await page.getByRole('tab', { name: 'By permission' }).click();
    await expect(box(page)).toHaveValue('billing:write');
    await expect(page.getByText('4 of 24 keys', { exact: true })).toBeVisible();
  });
});
