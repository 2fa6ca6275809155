import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { test } from './support/keyring-app.ts';
import { askAs, chooseLevel, createKey, listAs, rowOf, storeKey } from './support/keys.ts';

const NEXT = 'CRM_Query (2)';

const create = (page: Page) => page.getByRole('dialog', { name: 'Replace API key' });
const guide = create;
const reveal = (page: Page) => page.getByRole('dialog', { name: 'Your new API key' });
const deleting = (page: Page) => page.getByRole('dialog', { name: 'Delete API key' });
const banners = (page: Page) => page.getByRole('region', { name: 'Keys that are being replaced' });

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
}

async function beginToReplace(page: Page, name: string): Promise<Locator> {
  await openMenu(page, name);
  await page.getByRole('menuitem', { name: 'Replace…' }).click();
  return create(page);
}

test.describe('a key is replaced', () => {
  test('with other levels: the difference is shown, places are ticked, the pair is marked', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    const dialog = await beginToReplace(page, 'CRM_Query');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(NEXT);
    await expect(dialog).toContainText('The same access as the old key.');
    await chooseLevel(dialog, 'Contacts', 'Write');
    await expect(dialog.getByRole('list', { name: 'Difference to the old key' })).toContainText(
      'Contacts: Write',
    );
    await dialog.getByRole('button', { name: 'Save' }).click();

    await expect(reveal(page)).toContainText('Where the old key is used');
    await reveal(page).getByRole('textbox', { name: 'Another place' }).fill('crm.example.com');
    await reveal(page).getByRole('button', { name: 'Add' }).click();
    await expect(reveal(page).getByRole('checkbox', { name: 'crm.example.com' })).not.toBeChecked();
    await expect(banners(page)).toBeHidden();
    await reveal(page).getByRole('button', { name: 'Show key' }).click();
    await storeKey(page);

    await expect(banners(page)).toContainText('0 of 1 places have the new key.');
    await expect(rowOf(page, 'CRM_Query')).toContainText('Being replaced');
    await expect(rowOf(page, NEXT)).toContainText('Replacement');
    await banners(page).getByRole('button', { name: 'Continue' }).click();
    await guide(page).getByRole('button', { name: 'Delete the old key…' }).click();
    await expect(deleting(page)).toContainText('Not ticked as moved to the new key: crm.example.com.');
    await expect(deleting(page).getByRole('button', { name: 'Cancel' })).toBeFocused();
    await page.keyboard.press('Escape');
    await beginToReplace(page, NEXT);
    await guide(page).getByRole('checkbox', { name: 'crm.example.com' }).check();
    await guide(page).getByRole('button', { name: 'Delete the old key…' }).click();
    await expect(deleting(page)).not.toContainText('Not ticked');
    await deleting(page).getByRole('button', { name: 'Delete' }).click();
    await expect(rowOf(page, 'CRM_Query')).toBeHidden();
    await expect(banners(page)).toBeHidden();
    const names = (await listAs(api.url, api.tokens.admin)).map(({ name }) => name);
    expect(names).toContain(NEXT);
    expect(names).not.toContain('CRM_Query');
    expect(faults.requestsOf('create')).toHaveLength(1);
    expect(faults.requestsOf('delete')).toHaveLength(1);
  });

  test('and given up: both keys stay', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    const dialog = await beginToReplace(page, 'CRM_Query');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await reveal(page).getByRole('button', { name: 'Show key' }).click();
    await storeKey(page);
    await banners(page).getByRole('button', { name: 'Continue' }).click();
    await guide(page).getByRole('button', { name: 'Stop replacing' }).click();
    await expect(banners(page)).toBeHidden();
    await expect(rowOf(page, 'CRM_Query')).toBeVisible();
    await expect(rowOf(page, NEXT)).toBeVisible();
  });
});

test('kill -9 after each of the four steps: it goes on after the next start, and no step happens twice', async ({
  start,
  api,
  faults,
}) => {
  test.setTimeout(180_000);
  const posts = () => faults.requestsOf('create').length;
  const deletes = () => faults.requestsOf('delete').length;

  const first = await start();
  await signIn(first.page, faults.url, api.tokens.admin);
  const dialog = await beginToReplace(first.page, 'CRM_Query');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(reveal(first.page)).toContainText('Where the old key is used');
  await first.kill();

  // ① The new key was made and is not stored: its secret is gone with the program.
  const second = await start();
  await expect(banners(second.page)).toContainText('nobody has said that it is stored');
  await banners(second.page).getByRole('button', { name: 'Continue' }).click();
  await guide(second.page).getByRole('button', { name: 'Delete the new key…' }).click();
  await deleting(second.page).getByRole('button', { name: 'Delete' }).click();
  await guide(second.page).getByRole('button', { name: 'Create the new key…' }).click();
  await create(second.page).getByRole('button', { name: 'Save' }).click();
  await reveal(second.page).getByRole('textbox', { name: 'Another place' }).fill('crm');
  await reveal(second.page).getByRole('button', { name: 'Add' }).click();
  await reveal(second.page).getByRole('button', { name: 'Show key' }).click();
  await storeKey(second.page);
  await expect(banners(second.page)).toContainText('0 of 1 places have the new key.');
  await second.kill();
  expect([posts(), deletes()]).toEqual([2, 1]);

  // ② It is stored: nothing of it is asked again.
  const third = await start();
  await expect(banners(third.page)).toContainText('0 of 1 places have the new key.');
  await banners(third.page).getByRole('button', { name: 'Continue' }).click();
  await guide(third.page).getByRole('checkbox', { name: 'crm' }).check();
  await expect(guide(third.page)).toContainText('Every known place has the new key.');
  await third.kill();
  expect([posts(), deletes()]).toEqual([2, 1]);

  // ③ Everything is moved: the old key is still there, and goes only when it is said.
  const fourth = await start();
  await expect(banners(fourth.page)).toContainText('Every known place has the new key.');
  await expect(rowOf(fourth.page, 'CRM_Query')).toContainText('Being replaced');
  await banners(fourth.page).getByRole('button', { name: 'Continue' }).click();
  await guide(fourth.page).getByRole('button', { name: 'Delete the old key…' }).click();
  await deleting(fourth.page).getByRole('button', { name: 'Delete' }).click();
  await expect(rowOf(fourth.page, 'CRM_Query')).toBeHidden();
  await fourth.kill();

  // ④ It is over.
  const fifth = await start();
  await expect(rowOf(fifth.page, NEXT)).toBeVisible();
  await expect(fifth.page.getByText('24 keys', { exact: true })).toBeVisible();
  const left = banners(fifth.page);
  // Killed before it was written down, the list tells that it is over.
  if (await left.isVisible()) await expect(left).toContainText('That was the last step');
  await expect(fifth.page.getByText('was not marked as stored')).toBeHidden();
  expect([posts(), deletes()]).toEqual([2, 2]);
  const names = (await listAs(api.url, api.tokens.admin)).map(({ name }) => name);
  expect(names.filter((name) => name.startsWith('CRM_Query'))).toEqual([NEXT]);
});

test('the answer to the create is lost: the new key is looked for, and the rotation goes on', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  faults.rule({ call: 'create', time: 1, fault: { kind: 'cut' } });
  const dialog = await beginToReplace(page, 'CRM_Query');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByRole('button', { name: /Delete it and create again/ }).click();
  await expect(reveal(page)).toContainText('Where the old key is used');
  await reveal(page).getByRole('button', { name: 'Show key' }).click();
  await storeKey(page);
  await expect(banners(page)).toContainText('CRM_Query (2) takes its place');
});

test.describe('the key that the connection signs in with', () => {
  test('is marked; Delete warns; once replaced, the new one signs in without the page seeing it', async ({
    start,
    api,
  }) => {
    const body = { name: 'Own_Key', restricted: false };
    const made = await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', body);
    const { value } = (await made.json()) as { value: string };
    const { page, kill } = await start();
    await signIn(page, api.url, value);
    await expect(rowOf(page, 'Own_Key')).toContainText('May be this connection’s key');
    await openMenu(page, 'Own_Key');
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(deleting(page)).toContainText('This may be the key that this connection signs in with');
    await deleting(page).getByRole('button', { name: 'Cancel' }).click();

    const dialog = await beginToReplace(page, 'Own_Key');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await reveal(page).getByRole('button', { name: 'Sign in with the new key' }).click();
    await expect(reveal(page)).toContainText('This connection signs in with the new key from now on.');
    await reveal(page).getByRole('button', { name: 'Show key' }).click();
    await storeKey(page);
    await expect(rowOf(page, 'Own_Key (2)')).toContainText('May be this connection’s key');
    await expect(rowOf(page, 'Own_Key')).not.toContainText('May be this connection’s key');
    await banners(page).getByRole('button', { name: 'Continue' }).click();
    await guide(page).getByRole('button', { name: 'Delete the old key…' }).click();
    await deleting(page).getByRole('button', { name: 'Delete' }).click();
    await expect(rowOf(page, 'Own_Key')).toBeHidden();
    await kill();

    const again = await start();
    await expect(rowOf(again.page, 'Own_Key (2)')).toBeVisible();
    await again.page.getByRole('button', { name: 'Refresh' }).click();
    await createKey(again.page, { name: 'Still_Signed_In', levels: { Calls: 'Read' } });
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing from the notes to the last step, ${theme}`, async ({ keydesk, api }) => {
    const { page } = keydesk;
    test.setTimeout(180_000);
    await setTheme(keydesk, theme);
    await signIn(page, api.url, api.tokens.admin);
    await rowOf(page, 'CRM_Query').dblclick();
    await page.getByRole('button', { name: 'Add notes' }).click();
    await page.getByRole('textbox', { name: 'Rotate every … days' }).fill('soon');
    expect(await findings(page), 'notes, with a complaint').toEqual([]);
    await page.getByRole('textbox', { name: 'Rotate every … days' }).fill('90');
    await page.getByRole('textbox', { name: 'Used at' }).fill('crm.example.com');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('button', { name: 'Edit' })).toBeFocused();
    expect(await findings(page), 'details').toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Replace…' }).click();
    await chooseLevel(create(page), 'Calls', 'Write');
    await create(page).getByText('More', { exact: true }).click();
    expect(await findings(page), 'the new key’s form').toEqual([]);
    await create(page).getByRole('button', { name: 'Save' }).click();
    await expect(reveal(page)).toContainText('Where the old key is used');
    expect(await findings(page), 'the new key').toEqual([]);
    await reveal(page).getByRole('button', { name: 'Show key' }).click();
    await storeKey(page);
    await page.getByRole('button', { name: 'Columns and notes' }).click();
    await page.getByRole('menuitemcheckbox', { name: /Owner/ }).click();
    expect(await findings(page), 'columns').toEqual([]);
    await page.keyboard.press('Escape');
    await banners(page).getByRole('button', { name: 'Continue' }).click();
    expect(await findings(page), 'guide').toEqual([]);
    await guide(page).getByRole('button', { name: 'Delete the old key…' }).click();
    await expect(deleting(page)).toContainText('Not ticked');
    expect(await findings(page), 'delete').toEqual([]);
  });
}

test('by keyboard alone: begun from the row, taken up from the banner, the focus comes back', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  // Each key press waits for what the one before has brought.
  const begin = async () => {
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('menuitem', { name: 'Replace…' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(create(page).getByRole('textbox', { name: 'Name' })).toBeFocused();
  };
  await rowOf(page, 'CRM_Query').focus();
  await begin();
  await page.keyboard.press('Escape');
  await expect(create(page)).toBeHidden();
  await expect(rowOf(page, 'CRM_Query')).toBeFocused();

  await begin();
  await page.keyboard.press('Enter');
  await expect(reveal(page).getByRole('button', { name: 'Copy key', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await reveal(page).getByRole('button', { name: 'I have stored this key' }).press('Enter');
  const taken = banners(page).getByRole('button', { name: 'Continue' });
  await taken.focus();
  await page.keyboard.press('Enter');
  await expect(guide(page).getByRole('button', { name: 'Close', exact: true }).last()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(guide(page)).toBeHidden();
  await expect(taken).toBeFocused();
});
