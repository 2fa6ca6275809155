import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { rowOf } from './support/keys.ts';

const head = (page: Page, label: string) =>
  page.getByRole('grid').getByRole('button', { name: label, exact: true });
const focused = (page: Page) => page.locator(':focus');
/** A key pressed before the focus is in the dialog is pressed in the table behind it. */
const focusedIn = (page: Page, dialog: string) =>
  page.getByRole('dialog', { name: dialog }).locator(':focus');

async function openMatrix(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'By permission' }).click();
  await expect(page.getByRole('grid', { name: 'Keys by permission' })).toBeVisible();
}

test.describe('by permission', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await openMatrix(page);
  });

  test('answers who can write Billing', async ({ keydesk: { page } }) => {
    await head(page, 'Billing').click();
    await expect(page.getByText('4 of 24 keys', { exact: true })).toBeVisible();
    await expect(page.getByRole('searchbox', { name: 'Search by name' })).toHaveValue('billing:write');
    await expect(head(page, 'Billing')).toHaveAttribute('aria-pressed', 'true');
    expect(await findings(page)).toEqual([]);
    await head(page, 'Billing').click();
    await expect(page.getByText('6 of 24 keys', { exact: true })).toBeVisible();
    await head(page, 'Billing').click();
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`has nothing for axe to find, ${theme}`, async ({ keydesk, keydesk: { page } }) => {
      await setTheme(keydesk, theme);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      expect(await findings(page)).toEqual([]);
      await rowOf(page, 'Dialer_Bridge').getByRole('rowheader').focus();
      await page.keyboard.press('Shift+F10');
      await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
      expect(await findings(page)).toEqual([]);
    });
  }

  test('is used by the keyboard alone, and has the focus back after a dialog', async ({
    keydesk: { page },
  }) => {
    await page.getByRole('searchbox', { name: 'Search by name' }).press('ArrowDown');
    await expect(rowOf(page, 'CRM_Production').getByRole('rowheader')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(focused(page)).toHaveAttribute('aria-label', 'Read');
    await page.keyboard.press('Control+End');
    await expect(focused(page)).toBeInViewport({ ratio: 1 });
    // What has no date stands last.
    await expect(rowOf(page, 'Clock_Drift_Test').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(focusedIn(page, 'Details of Clock_Drift_Test')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'Clock_Drift_Test').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Delete');
    await expect(focusedIn(page, 'Delete API key')).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'Clock_Drift_Test').locator(':focus')).toHaveCount(1);
    await page.keyboard.press('Control+ArrowUp');
    await expect(head(page, 'Other')).toBeFocused();
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect(head(page, 'Notifications')).toHaveAttribute('aria-pressed', 'true');
    await expect(head(page, 'Notifications')).toBeFocused();
  });

  test('keeps the names in sight where there is not room for all columns', async ({
    keydesk: { page, app },
  }) => {
    await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      // As narrow as a window is whose text was made larger.
      window?.setMinimumSize(400, 400);
      window?.setContentSize(420, 700);
    });
    const name = rowOf(page, 'CRM_Production').getByRole('rowheader');
    await name.focus();
    await page.keyboard.press('End');
    await expect(focused(page)).toBeInViewport({ ratio: 1 });
    await expect(head(page, 'Other')).toBeInViewport();
    await expect(name).toBeInViewport({ ratio: 1 });
    // What has left the view is not in the document any more.
    await expect(head(page, 'Transcriptions')).toHaveCount(0);
  });
});

test.describe('with 100,000 keys', () => {
  test.use({ keyApi: { keys: 100_000 } });
  test.setTimeout(180_000);

  test('holds only what is in view, to the last cell', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('100,000 keys', { exact: true })).toBeVisible({ timeout: 120_000 });
    await openMatrix(page);
    await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', '100002');
    expect(await page.getByRole('gridcell').count()).toBeLessThan(1200);
    await page.getByRole('searchbox', { name: 'Search by name' }).press('ArrowDown');
    const far = await page.evaluate(async () => {
      const began = performance.now();
      const cell = document.activeElement;
      cell?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', ctrlKey: true, bubbles: true }));
      await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
      return performance.now() - began;
    });
    await expect(page.locator('tr', { has: page.locator(':focus') })).toHaveAttribute(
      'aria-rowindex',
      '100002',
    );
    const began = Date.now();
    await head(page, 'Billing').click();
    await expect(page.getByText(/^7,\d{3} of 100,000 keys$/)).toBeVisible();
    console.log(
      `100,000 keys: to the last cell ${Math.round(far)} ms, who can write Billing ${Date.now() - began} ms`,
    );
  });
});
