import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { askAs, listAs, rowOf } from './support/keys.ts';

async function openCreate(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  return dialog;
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await expect(page.getByRole('menu')).toBeVisible();
}

test.describe('the focus goes back to where it was', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  });

  test('after the create dialog', async ({ keydesk: { page } }) => {
    await openCreate(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Create API Key' })).toBeFocused();
  });

  test('after a question over it', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    await dialog.getByRole('textbox', { name: 'Name' }).fill('x');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  });

  test('after the menu, by Escape', async ({ keydesk: { page } }) => {
    await rowOf(page, 'Booking_App').getByRole('button', { name: 'Actions for Booking_App' }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Actions for Booking_App' })).toBeFocused();
  });

  for (const item of ['Details', 'Delete']) {
    test(`to the row, after ${item} of its menu`, async ({ keydesk: { page } }) => {
      await openMenu(page, 'Booking_App');
      await page.getByRole('menuitem', { name: item }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(rowOf(page, 'Booking_App')).toBeFocused();
    });
  }

  test('after the sign-out question', async ({ keydesk: { page } }) => {
    await page.getByRole('button', { name: 'Connection' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('alertdialog').getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('button', { name: 'Connection' })).toBeFocused();
  });

  test('never into what lies behind an open dialog', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    for (let press = 0; press < 60; press += 1) {
      await page.keyboard.press('Tab');
      expect(await dialog.evaluate((element) => element.contains(document.activeElement))).toBe(true);
    }
  });
});

test('the focus is visible on everything that Tab comes to', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  const seen: string[] = [];
  for (let press = 0; press < 12; press += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    if ((await focused.count()) === 0) continue;
    const look = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, borderColor, boxShadow } = getComputedStyle(element);
      const outlined = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1;
      const bordered = element instanceof HTMLInputElement && borderColor !== 'rgb(206, 212, 218)';
      return { visible: outlined || bordered || boxShadow !== 'none', html: element.outerHTML.slice(0, 120) };
    });
    expect(look.visible, look.html).toBe(true);
    seen.push(look.html);
  }
  expect(new Set(seen).size).toBeGreaterThan(6);
});

test('the whole main job by the keyboard alone', async ({ keydesk: { page, app }, api }, testInfo) => {
  let presses = 0;
  let typed = 0;
  const press = async (key: string, times = 1) => {
    for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    presses += times;
  };
  const type = async (text: string) => {
    await page.keyboard.type(text);
    typed += text.length;
  };

  // Connect: the token's field has the focus at first, the address stands before it.
  await expect(page.getByRole('textbox', { name: 'Admin token' })).toBeFocused();
  await press('Shift+Tab');
  await expect(page.getByRole('textbox', { name: 'API address' })).toBeFocused();
  await type(api.url);
  await press('Tab');
  await type(api.tokens.admin);
  await press('Enter');
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();

  // Create a key that reads calls and writes contacts.
  await press('Control+n');
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await type('CRM_Query_Staging');
  for (const [resource, key] of [
    ['calls', 'r'],
    ['contacts', 'w'],
  ] as const) {
    if (resource === 'calls') {
      // Restrict key, then the filter.
      await press('Tab', 2);
    } else {
      await press('/');
      await press('Control+a');
    }
    await expect(dialog.getByRole('searchbox', { name: 'Filter resources' })).toBeFocused();
    await type(resource);
    await press('Enter');
    await press(key);
  }
  await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
  await press('Enter');

  // Copy it once, and store it.
  const secret = page.getByRole('dialog', { name: 'Your new API key' });
  await expect(secret.getByRole('button', { name: 'Copy key', exact: true })).toBeFocused();
  await press('Enter');
  await expect(secret.getByText('Copied', { exact: false }).first()).toBeVisible();
  const key = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect((await askAs(api.url, key, 'GET', '/v1/api_key/')).status).toBe(403);
  const stored = secret.getByRole('button', { name: 'I have stored this key' });
  while (!(await stored.evaluate((button) => button === document.activeElement))) {
    expect(presses).toBeLessThan(60);
    await press('Tab');
  }
  await press('Enter');
  await expect(secret).toBeHidden();

  // It has the focus in the list: delete it.
  await expect(rowOf(page, 'CRM_Query_Staging')).toBeFocused();
  await press('Delete');
  const confirm = page.getByRole('dialog', { name: 'Delete API key' });
  await expect(confirm.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await press('Tab');
  await expect(confirm.getByRole('button', { name: 'Delete' })).toBeFocused();
  await press('Enter');
  await expect(confirm).toBeHidden();
  expect((await listAs(api.url, api.tokens.admin)).some(({ name }) => name === 'CRM_Query_Staging')).toBe(
    false,
  );

  testInfo.annotations.push({
    type: 'key presses',
    description: `${presses} besides ${typed} characters typed`,
  });
  expect(presses).toBeLessThanOrEqual(25);
});
