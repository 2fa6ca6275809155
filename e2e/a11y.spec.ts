import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { json } from './support/fault.ts';
import { askAs, chooseLevel, createKey, listAs, rowOf } from './support/keys.ts';

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

for (const theme of ['light', 'dark'] as const) {
  test.describe(`axe finds nothing, ${theme}`, () => {
    test.beforeEach(async ({ keydesk }) => {
      await setTheme(keydesk, theme);
      await expect(keydesk.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', theme);
    });

    test('sign-in', async ({ keydesk: { page } }) => {
      await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('sign-in with errors', async ({ keydesk: { page }, api }) => {
      await page.getByRole('textbox', { name: 'API address' }).fill('http://example.com');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.getByRole('textbox', { name: 'API address' })).toHaveAttribute(
        'aria-invalid',
        'true',
      );
      expect(await findings(page)).toEqual([]);
      await page.getByRole('textbox', { name: 'API address' }).fill(api.url);
      await page.getByRole('textbox', { name: 'Admin token' }).fill('wrong');
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.getByRole('alert')).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('administrators only', async ({ keydesk: { page }, api }) => {
      await page.getByRole('textbox', { name: 'API address' }).fill(api.url);
      await page.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.reader);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Administrators only' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    test('the table, a row in it, its menu, nothing that matches', async ({ keydesk: { page }, api }) => {
      await signIn(page, api.url, api.tokens.admin);
      await expect(rowOf(page, 'CRM_Production')).toBeVisible();
      expect(await findings(page), 'table').toEqual([]);
      await page.getByRole('searchbox', { name: 'Search by name' }).press('ArrowDown');
      await expect(rowOf(page, 'CRM_Production')).toBeFocused();
      expect(await findings(page), 'focused row').toEqual([]);
      await page.keyboard.press('End');
      await expect(page.locator('tr:focus')).toBeInViewport();
      expect(await findings(page), 'end of the table').toEqual([]);
      await page.keyboard.press('Home');
      await openMenu(page, 'CRM_Production');
      expect(await findings(page), 'menu').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Connection' }).click();
      await expect(page.getByRole('menuitem', { name: 'Sign out' })).toBeVisible();
      expect(await findings(page), 'connection').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('searchbox', { name: 'Search by name' }).fill('no such key');
      await expect(page.getByRole('button', { name: 'Clear search' })).toBeVisible();
      expect(await findings(page), 'nothing matches').toEqual([]);
    });

    test('the create dialog: restricted, unrestricted, with a complaint, with a question', async ({
      keydesk: { page },
      api,
    }) => {
      await signIn(page, api.url, api.tokens.admin);
      const dialog = await openCreate(page);
      expect(await findings(page), 'restricted').toEqual([]);
      await dialog.getByRole('button', { name: 'Presets' }).click();
      await page.getByRole('menuitem', { name: 'Save as preset…' }).click();
      await expect(page.getByRole('dialog', { name: 'Save as preset' })).toBeVisible();
      expect(await findings(page), 'save as preset').toEqual([]);
      await page.keyboard.press('Escape');
      await dialog.getByRole('button', { name: 'Paste…' }).click();
      await page.getByRole('textbox', { name: 'Levels as text' }).fill('Calls: Read, x');
      expect(await findings(page), 'paste').toEqual([]);
      await page.keyboard.press('Escape');
      await chooseLevel(dialog, 'Calls', 'Read');
      await chooseLevel(dialog, 'Agents', 'Write');
      await dialog.getByRole('button', { name: 'Set all of Communication to Write' }).click();
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByText('Enter a name')).toBeVisible();
      expect(await findings(page), 'levels and a complaint').toEqual([]);
      await dialog.getByRole('switch', { name: 'Restrict key' }).click();
      await expect(dialog.getByText('Avoid using unrestricted keys', { exact: false })).toBeVisible();
      expect(await findings(page), 'unrestricted').toEqual([]);
      await dialog.getByRole('button', { name: 'Go back' }).click();
      await expect(page.getByRole('alertdialog')).toBeVisible();
      expect(await findings(page), 'question').toEqual([]);
    });

    test('the new key, hidden and shown', async ({ keydesk: { page }, api }) => {
      await signIn(page, api.url, api.tokens.admin);
      await createKey(page, { name: 'Looked_At_Test', levels: { Calls: 'Read' } });
      expect(await findings(page), 'hidden').toEqual([]);
      await page.getByRole('button', { name: 'Show key' }).click();
      await expect(page.getByRole('button', { name: 'Hide key' })).toBeVisible();
      await page.getByRole('button', { name: 'Copy key', exact: true }).click();
      await expect(page.getByText('Copied', { exact: false }).first()).toBeVisible();
      expect(await findings(page), 'shown and copied').toEqual([]);
    });

    test('a key that may exist: in its dialog, and above the table', async ({
      keydesk: { page },
      api,
      faults,
    }) => {
      await signIn(page, faults.url, api.tokens.admin);
      faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
      const dialog = await openCreate(page);
      await dialog.getByRole('textbox', { name: 'Name' }).fill('Perhaps_Made_Test');
      await chooseLevel(dialog, 'Calls', 'Read');
      await dialog.getByRole('button', { name: 'Save' }).click();
      await expect(dialog.getByRole('button', { name: /^Delete it and create again/ })).toBeVisible();
      expect(await findings(page), 'dialog').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Discard' }).click();
      await expect(page.getByRole('button', { name: 'Look for it' })).toBeVisible();
      await expect(dialog).toHaveCount(0);
      expect(await findings(page), 'banner').toEqual([]);
    });

    test('offline, and asked to sign in again', async ({ keydesk: { page }, api, faults }) => {
      await signIn(page, faults.url, api.tokens.admin);
      await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
      await faults.refuse();
      await page.getByRole('button', { name: 'Refresh' }).click();
      await expect(page.getByRole('status').filter({ hasText: /^Offline/ })).toBeVisible();
      expect(await findings(page), 'offline').toEqual([]);
      faults.rule({ fault: json(401, {}) });
      await faults.comeBack();
      await page.getByRole('button', { name: 'Retry' }).click();
      await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
      expect(await findings(page), 'sign in again').toEqual([]);
    });

    test('the delete dialog', async ({ keydesk: { page }, api }) => {
      await signIn(page, api.url, api.tokens.admin);
      await rowOf(page, 'CRM_Production').focus();
      await page.keyboard.press('Delete');
      await expect(page.getByRole('dialog', { name: 'Delete API key' })).toBeVisible();
      expect(await findings(page)).toEqual([]);
    });

    for (const name of ['Number_Procurement', 'Workflow_Runner', 'Legacy_Backend', 'Half_Migrated_Import']) {
      test(`the details of ${name}`, async ({ keydesk: { page }, api }) => {
        await signIn(page, api.url, api.tokens.admin);
        await page.getByRole('searchbox', { name: 'Search by name' }).fill(name);
        await rowOf(page, name).focus();
        await page.keyboard.press('Enter');
        await expect(page.getByRole('dialog', { name: /^Details of/ })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    }

    test.describe('several projects', () => {
      test.use({ keyApi: { projects: 3 } });

      test('choosing one', async ({ keydesk: { page }, api }) => {
        await page.getByRole('textbox', { name: 'API address' }).fill(api.url);
        await page.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.admin);
        await page.getByRole('button', { name: 'Connect', exact: true }).click();
        await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });

    test.describe('no keys', () => {
      test.use({ keyApi: { keys: 0 } });

      test('an empty project', async ({ keydesk: { page }, api }) => {
        await signIn(page, api.url, api.tokens.admin);
        await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible();
        expect(await findings(page)).toEqual([]);
      });
    });
  });
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
