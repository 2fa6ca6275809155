import { expect } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { askAs, createKey, deleteKey, listAs, rowOf, storeKey } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';

test('an administrator connects, makes a key, copies it once, and deletes it', async ({ keydesk, api }) => {
  const { page, app } = keydesk;
  await signIn(page, api.url, api.tokens.admin);
  await createKey(page, { name: 'CRM_Query', levels: { Calls: 'Read', Contacts: 'Write' } });

  const dialog = page.getByRole('dialog', { name: 'Your new API key' });
  await dialog.getByRole('button', { name: 'Copy key' }).click();
  await expect(dialog.getByText('Copied', { exact: false }).first()).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  // The key is real, and may do only what it was given: no listing of keys, no making of keys.
  expect((await askAs(api.url, copied, 'GET', '/v1/api_key/')).status).toBe(403);
  expect(
    (await askAs(api.url, copied, 'POST', '/v1/api_key/', { name: 'x', restricted: false })).status,
  ).toBe(403);
  const made = (await listAs(api.url, api.tokens.admin))[0];
  expect(made).toMatchObject({ name: 'CRM_Query', restricted: true, last_four_digits: copied.slice(-4) });
  expect([...(made?.permissions ?? [])].sort()).toEqual(['calls.view', 'contacts.delete', 'contacts.view']);

  await storeKey(page);
  // Two keys have this name: the demo's seeds have one already.
  await expect(rowOf(page, 'CRM_Query').first()).toContainText(copied.slice(-4));
  await rowOf(page, 'CRM_Query').first().getByRole('button', { name: 'Actions for CRM_Query' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const confirm = page.getByRole('dialog', { name: 'Delete API key' });
  await expect(confirm).toContainText(made?.id ?? '?');
  await confirm.getByRole('button', { name: 'Delete' }).click();
  await expect(confirm).toBeHidden();
  expect((await askAs(api.url, copied, 'GET', '/v1/api_key/')).status).toBe(401);
});

test('fault 42: killed while a key is shown: the next start is clean and no file holds the key or the token', async ({
  launch,
  profile,
  api,
}) => {
  const first = await launch();
  await signIn(first.page, api.url, api.tokens.admin);
  const secret = await createKey(first.page, { name: 'Shown_When_Killed', levels: { Calls: 'Read' } });
  await first.page.getByRole('button', { name: 'Show key' }).click();
  await first.kill();

  expect(await filesWith(profile, [secret, api.tokens.admin])).toEqual([]);
  const second = await launch();
  await expect(second.page.getByRole('heading', { name: /Connect a project|API Keys/ })).toBeVisible();
  await expect(second.page.getByRole('dialog')).toHaveCount(0);
  expect(await filesWith(profile, [secret, api.tokens.admin])).toEqual([]);
});

test('fault 41: Escape and a click beside leave a key that is not stored; closing and quitting ask first', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await createKey(page, { name: 'Almost_Lost', levels: { Calls: 'Read' } });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
  await page.mouse.click(5, 300);
  await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();

  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const question = page.getByRole('alertdialog', { name: 'This key has not been stored' });
  await expect(question.getByRole('button', { name: 'Go back' })).toBeFocused();
  await question.getByRole('button', { name: 'Go back' }).click();
  await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
  expect(await page.evaluate(() => window.keydesk.getPendingSecret())).toMatchObject({ name: 'Almost_Lost' });

  const closed = page.waitForEvent('close');
  await app.evaluate(({ app: program }) => program.quit());
  await question.getByRole('button', { name: 'Quit and lose the key' }).click();
  await closed;
});

test('a deleted key is gone for its users at once, and one that is already gone counts as deleted', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  const [newest, next] = await listAs(api.url, api.tokens.admin);
  await expect(rowOf(page, newest?.name ?? '?')).toBeVisible();
  await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${newest?.id}`);
  await deleteKey(page, newest?.name ?? '?');
  await expect(rowOf(page, newest?.name ?? '?')).toHaveCount(0);
  await deleteKey(page, next?.name ?? '?');
  await expect(page.getByText('22 keys', { exact: true })).toBeVisible();
});
