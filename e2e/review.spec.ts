import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { deleteKey, rowOf } from './support/keys.ts';

const ruleOf = (page: Page, title: string) =>
  page.getByRole('tablist', { name: 'Rules' }).getByRole('tab', { name: new RegExp(`^${title} [\\d,]+$`) });

async function openReview(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'Review', exact: true }).click();
  // The last of the rules has looked, too.
  await expect(ruleOf(page, 'Made by someone else')).toBeVisible();
}

/** The number of keys that a rule speaks of. */
async function countOf(page: Page, title: string): Promise<number> {
  const words = (await ruleOf(page, title).textContent()) ?? '';
  return Number(words.slice(title.length).replaceAll(',', ''));
}

test.describe('the review', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await openReview(page);
  });

  test('finds what the demo project holds', async ({ keydesk: { page } }) => {
    for (const [title, count] of [
      ['Unrestricted', 3],
      ['Write on API Keys, Members or Billing', 2],
      ['Write on more than 10 resources', 1],
      ['Older than 365 days', 7],
      ['Due for rotation', 0],
      ['Replaced, never deleted', 0],
      ['Two environments', 0],
      ['Same name, or nearly so', 2],
      ['Name that tells nothing', 1],
      ['Restricted, no permission', 2],
      ['Custom or other permissions', 5],
      ['Made by someone else', 14],
    ] as const) {
      expect([title, await countOf(page, title)]).toEqual([title, count]);
    }
    await ruleOf(page, 'Same name, or nearly so').click();
    await expect(page.getByText('Another key has the same name')).toHaveCount(2);
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`has nothing for axe to find, ${theme}`, async ({ keydesk, keydesk: { page } }) => {
      await setTheme(keydesk, theme);
      await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
      expect(await findings(page), 'keys').toEqual([]);
      await ruleOf(page, 'Older than 365 days').click();
      await rowOf(page, 'First_Key').focus();
      expect(await findings(page), 'a setting and a focused row').toEqual([]);
      await rowOf(page, 'First_Key').getByRole('button', { name: 'Not for this key…: First_Key' }).click();
      await expect(page.getByRole('textbox', { name: 'Why' })).toBeFocused();
      expect(await findings(page), 'dialog').toEqual([]);
      await page.keyboard.press('Escape');
      await ruleOf(page, 'Due for rotation').click();
      expect(await findings(page), 'nothing').toEqual([]);
    });
  }

  test('"not for this key" is kept with its note, and can be taken back', async ({ keydesk: { page } }) => {
    await rowOf(page, 'Legacy_Backend').focus();
    await rowOf(page, 'Legacy_Backend')
      .getByRole('button', { name: 'Not for this key…: Legacy_Backend' })
      .click();
    await page.keyboard.type('Goes away with the old data centre');
    await page.getByRole('button', { name: 'Not for this key', exact: true }).click();
    await expect(ruleOf(page, 'Unrestricted')).toHaveText('Unrestricted2');
    await expect(rowOf(page, 'First_Key')).toBeFocused();
    // Another rule speaks of it as before.
    await ruleOf(page, 'Older than 365 days').click();
    await expect(rowOf(page, 'Legacy_Backend')).toBeVisible();
    await ruleOf(page, 'Unrestricted').click();
    await page.getByRole('switch', { name: 'Show 1 that somebody has looked at' }).click();
    await expect(page.getByText('Not for this key: Goes away with the old data centre')).toBeVisible();
    await page.getByRole('button', { name: 'Look again at Legacy_Backend' }).click();
    await expect(ruleOf(page, 'Unrestricted')).toHaveText('Unrestricted3');
  });

  test('follows what is noted, deleted and decided', async ({ keydesk: { page } }) => {
    await ruleOf(page, 'Older than 365 days').click();
    await page.getByRole('combobox', { name: 'Old after' }).selectOption('After 90 days');
    await expect(ruleOf(page, 'Older than 90 days')).toHaveText('Older than 90 days14');
    const keyId = await rowOf(page, 'First_Key').getAttribute('data-row');
    await page.evaluate(async (id) => {
      const notes = { note: 'Also on staging', owner: '', usedAt: [] };
      await window.keydesk.setKeyNotes({
        keyId: id ?? '',
        notes: { ...notes, environment: 'production', rotateEveryDays: 30 },
      });
    }, keyId);
    await expect(ruleOf(page, 'Due for rotation')).toHaveText('Due for rotation1');
    await expect(ruleOf(page, 'Two environments')).toHaveText('Two environments1');
    await deleteKey(page, 'First_Key');
    await expect(ruleOf(page, 'Due for rotation')).toHaveText('Due for rotation0');
    await expect(ruleOf(page, 'Older than 90 days')).toHaveText('Older than 90 days13');
  });

  test('is used by the keyboard alone', async ({ keydesk: { page } }) => {
    await ruleOf(page, 'Unrestricted').focus();
    await page.keyboard.press('ArrowDown');
    await expect(ruleOf(page, 'Write on API Keys, Members or Billing')).toHaveAttribute(
      'aria-selected',
      'true',
    );
    await page.keyboard.press('Tab');
    await expect(rowOf(page, 'Key_Rotation_Job')).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Details of Key_Rotation_Job' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(rowOf(page, 'Key_Rotation_Job')).toBeFocused();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Not for this key' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Not for this key…: Key_Rotation_Job' })).toBeFocused();
  });
});

test.describe('with 10,000 keys', () => {
  test.use({ keyApi: { keys: 10_000 } });

  test('draws only what is in view, and counts again while one types', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('10,000 keys', { exact: true })).toBeVisible({ timeout: 60_000 });
    const began = Date.now();
    await openReview(page);
    await expect(ruleOf(page, 'Unrestricted')).toBeVisible();
    console.log(`10,000 keys: the review is there after ${Date.now() - began} ms`);
    expect(await page.getByRole('row').count()).toBeLessThan(80);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('crm_app');
    await expect.poll(() => countOf(page, 'Unrestricted')).toBeLessThan(50);
  });
});
