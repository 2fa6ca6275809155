import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings } from './support/axe.ts';
import { addConnection, answerBoxes, nameOpenConnection, switcher } from './support/connections.ts';
import { createKey, rowOf, storeKey } from './support/keys.ts';

/* One hand on the keyboard: everything by what one types. */

async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to anything' })).toBeFocused();
}

test('a key and a command are found by what one types, and the focus comes back', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search by name' }).focus();
  await openPalette(page);
  await page.keyboard.type('crm_prod');
  await expect(page.getByRole('option', { name: /CRM_Production/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Details of CRM_Production' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('searchbox', { name: 'Search by name' })).toBeFocused();

  await openPalette(page);
  await expect(page.getByRole('option').first()).toContainText('CRM_Production');
  await page.keyboard.type('create api');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'Create an API Key' })).toBeVisible();
});

test('a connection is found by what it is for, the open one is marked, and Enter goes there', async ({
  keydesk: { page, app },
  api,
  faults,
}) => {
  await answerBoxes(app, 1);
  await signIn(page, api.url, api.tokens.admin);
  await nameOpenConnection(page, 'Alpha', 'Production');
  await addConnection(page, faults.url, api.tokens.admin, 'Beta');
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
  await openPalette(page);
  await expect(page.getByRole('option', { name: /^Beta/ })).toContainText('Open now');
  await page.keyboard.type('product');
  await expect(page.getByRole('option', { name: /^Alpha/ })).toHaveAttribute('aria-selected', 'true');
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
  await openPalette(page);
  await expect(page.getByRole('option').first()).toContainText('Alpha');
});

test('what is typed right after Ctrl+K is not lost, however busy the page is', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  const hand = await page.context().newCDPSession(page);
  const press = (type: 'rawKeyDown' | 'char', key: string, code: string, modifiers = 0) =>
    hand.send('Input.dispatchKeyEvent', {
      type,
      key,
      code,
      modifiers,
      windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0),
      ...(type === 'char' ? { text: key } : {}),
    });
  // All of it waits in one queue until the page can look at it.
  const busy = page.evaluate(() => {
    const end = performance.now() + 1_000;
    while (performance.now() < end);
  });
  const typed = [press('rawKeyDown', 'k', 'KeyK', 2)];
  for (const letter of 'crm_prod') {
    typed.push(press('rawKeyDown', letter, ''), press('char', letter, ''));
  }
  await Promise.all([busy, ...typed]);
  await expect(page.getByRole('combobox', { name: 'Go to anything' })).toHaveValue('crm_prod');
});

test('whose key is this: found by its last four, and nothing of it is kept or sent', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  const secret = await createKey(page, { name: 'Somebodys', levels: { Calls: 'Read' } });
  await storeKey(page);
  await expect(rowOf(page, 'Somebodys')).toBeVisible();
  const before = faults.requests.length;
  await openPalette(page);
  await page.keyboard.type('whose');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Whose key is this?' });
  await dialog.getByRole('textbox', { name: 'Whole key' }).fill(secret);
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Somebodys')).toBeVisible();
  expect(await page.content()).not.toContain(secret.slice(8, 24));
  // The lists of all projects may be read for it; of the key itself nothing goes out.
  const sent = faults.requests.slice(before);
  expect(sent.map(({ method }) => method)).toEqual(sent.map(() => 'GET'));
  for (let at = 0; at + 8 <= secret.length; at += 1) {
    expect(JSON.stringify(sent)).not.toContain(secret.slice(at, at + 8));
  }
  await dialog.getByRole('button', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: 'Details of Somebodys' })).toBeVisible();
});

test('the palette, the finder and the sheet of shortcuts have nothing that axe finds', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  await openPalette(page);
  await page.keyboard.type('r');
  await expect(page.getByRole('option', { selected: true })).toBeVisible();
  expect(await findings(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
