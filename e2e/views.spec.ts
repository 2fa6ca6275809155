import { expect, type Page } from '@playwright/test';
import { VIEW_IDS, viewLabel } from '../shared/views.ts';
import { signIn, test } from './support/app.ts';
import { findings } from './support/axe.ts';
import { rowOf } from './support/keys.ts';

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true, level: 1 });

test.beforeEach(async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
});

for (const label of VIEW_IDS.map(viewLabel)) {
  test(`${label}: its tab, and nothing for axe to find`, async ({ keydesk: { page } }) => {
    await tab(page, label).click();
    await expect(tab(page, label)).toHaveAttribute('aria-selected', 'true');
    await expect(heading(page, label)).toBeVisible();
    expect(await findings(page)).toEqual([]);
  });
}

test('one Tab stop for all of them; arrows move, Ctrl+Tab leads to the next from anywhere', async ({
  keydesk: { page },
}) => {
  await tab(page, 'API Keys').focus();
  await page.keyboard.press('ArrowRight');
  await expect(heading(page, 'By permission')).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: 'Search by name' })).toBeFocused();
  await page.keyboard.press('Control+Tab');
  await expect(heading(page, 'Review')).toBeVisible();
  await expect(tab(page, 'Review')).toBeFocused();
});

test('whoever comes back to the table or the matrix finds it where it was scrolled to', async ({
  keydesk: { page },
}) => {
  await page.setViewportSize({ width: 900, height: 480 });
  const table = page.locator('[aria-rowcount]');
  const place = () => table.evaluate(({ scrollTop }) => scrollTop);
  const scrollTo = (top: number) => table.evaluate((element, to) => element.scrollTo({ top: to }), top);
  const seen = page.locator('[data-row], [data-cell]').last();
  for (const [name, top] of [
    ['API Keys', 400],
    ['By permission', 150],
  ] as const) {
    await tab(page, name).click();
    await expect(seen).toBeVisible();
    await scrollTo(top);
    await expect.poll(place).toBe(top);
  }
  await tab(page, 'API Keys').click();
  await expect.poll(place).toBe(400);
  await expect(rowOf(page, 'CRM_Production')).toHaveCount(0);
  await tab(page, 'By permission').click();
  await expect.poll(place).toBe(150);
});

test('the native menu leads to every view', async ({ keydesk: { page, app } }) => {
  for (const label of VIEW_IDS.map(viewLabel).reverse()) {
    await app.evaluate(({ Menu }, name) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []);
      items?.find((item) => item.label === name)?.click();
    }, label);
    await expect(heading(page, label)).toBeVisible();
  }
});
