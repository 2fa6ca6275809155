import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { askAs, chooseLevel, deleteKey, listAs } from './support/keys.ts';

async function fillIn(page: Page, address: string, token: string): Promise<void> {
  await page.getByRole('textbox', { name: 'API address' }).fill(address);
  await page.getByRole('textbox', { name: 'Admin token' }).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

test('begins at sign-in, with the platform’s own address', async ({ keydesk: { page } }) => {
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'API address' })).toHaveValue('https://api.diga.io');
  await expect(page.getByRole('button', { name: 'Open the demo project' })).toBeVisible();
});

test('shows the project’s name and who is signed in', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByText('Demo project', { exact: false }).first()).toBeVisible();
  await expect(page.getByText('alex.morgan@example.com').first()).toBeVisible();
});

test('a wrong token is told in words, and the way in stays open', async ({ keydesk: { page }, api }) => {
  await fillIn(page, api.url, 'not-a-token');
  await expect(page.getByRole('alert')).toContainText(/token/i);
  await fillIn(page, api.url, api.tokens.admin);
  await expect(page.getByRole('heading', { name: 'API Keys' })).toBeVisible();
});

test('a server that is not there is told in words', async ({ keydesk: { page }, api }) => {
  await api.close();
  await fillIn(page, api.url, 'some-token');
  await expect(page.getByRole('alert')).toBeVisible();
  await expect(page.getByRole('alert')).not.toContainText('ERR_');
});

test('the token is in no part of the page once it was handed over', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  expect(await page.content()).not.toContain(api.tokens.admin);
  expect(JSON.stringify(await page.evaluate(() => window.keydesk.getSession()))).not.toContain(
    api.tokens.admin,
  );
});

test('sign-out leads back to sign-in and leaves no key', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  expect(
    await page.evaluate(() => window.keydesk.createKey({ name: 'x', access: { kind: 'unrestricted' } })),
  ).toEqual({
    ok: false,
    error: { kind: 'no-session' },
  });
});

test.describe('with a token that reads several projects', () => {
  test.use({ keyApi: { projects: 3 } });

  test('asks once which project', async ({ keydesk: { page }, api }) => {
    await fillIn(page, api.url, api.tokens.admin);
    await expect(page.getByRole('heading', { name: 'Choose a project' })).toBeVisible();
    await expect(page.getByRole('radio')).toHaveCount(3);
    await page.getByRole('radio').nth(1).click();
    await page.getByRole('button', { name: 'Continue' }).click();
    await expect(page.getByRole('heading', { name: 'API Keys' })).toBeVisible();
  });
});

test.describe('with a key of the project as token', () => {
  test('the list decides, and what the key may not do is disabled once it is refused', async ({
    keydesk: { page },
    api,
  }) => {
    const body = { name: 'Lists_Keys', restricted: true, permissions: ['api_keys.view'] };
    const made = await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', body);
    const { value } = (await made.json()) as { value: string };
    await signIn(page, api.url, value);
    await expect(page.getByText('25 keys', { exact: true })).toBeVisible();

    const create = page.getByRole('button', { name: 'Create API Key' });
    await create.click();
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Not to be');
    await chooseLevel(dialog, 'Calls', 'Read');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Only administrators of this project can do this');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Not to be');
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(25);
    await expect(page.getByRole('button', { name: 'Create API Key', includeHidden: true })).toBeDisabled();
  });

  test('one that may not list sees "Administrators only"', async ({ keydesk: { page }, api }) => {
    const body = { name: 'Calls_Only', restricted: true, permissions: ['calls.view'] };
    const made = await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', body);
    const { value } = (await made.json()) as { value: string };
    await fillIn(page, api.url, value);
    await expect(page.getByRole('heading', { name: 'Administrators only' })).toBeVisible();
  });
});

test.describe('the demo project', () => {
  test('opens without address and token, keeps its state, and can be reset', async ({ launch }) => {
    const first = await launch();
    await first.page.getByRole('button', { name: 'Open the demo project' }).click();
    await expect(first.page.getByText('24 keys', { exact: true })).toBeVisible();
    await deleteKey(first.page, 'CRM_Production');
    await first.close();

    const second = await launch({ args: ['--open-demo'] });
    await expect(second.page.getByText('23 keys', { exact: true })).toBeVisible();
    await second.page.getByRole('button', { name: 'Connection' }).click();
    await second.page.getByRole('menuitem', { name: 'Reset the demo' }).click();
    await second.page.getByRole('button', { name: 'Reset' }).last().click();
    await expect(second.page.getByText('24 keys', { exact: true })).toBeVisible();
  });
});

test('fault 37: two starts on one profile: the second brings the first forward', async ({
  launch,
  profile,
  keydesk: { page, app },
}) => {
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(launch({ profile })).rejects.toThrow();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('fault 37: two starts in the same moment: one window', async ({ launch }) => {
  const starts = await Promise.allSettled([launch(), launch()]);
  const [started, ...more] = starts.flatMap((start) => (start.status === 'fulfilled' ? [start.value] : []));
  expect(more).toEqual([]);
  if (!started) throw new Error('None of the two has started');
  const { page, app } = started;
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the window remembers its place and size', async ({ launch }) => {
  const first = await launch();
  const bounds = { x: 40, y: 60, width: 1000, height: 640 };
  await first.app.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  );
  await first.close();
  const second = await launch();
  const restored = await second.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getBounds(),
  );
  expect(restored).toMatchObject({ width: 1000, height: 640 });
});

test('the window remembers that it was maximised, and its size from before', async ({ launch, profile }) => {
  const { app, close } = await launch();
  const bounds = { x: 40, y: 60, width: 1000, height: 640 };
  await app.evaluate(({ BrowserWindow }, place) => {
    const [window] = BrowserWindow.getAllWindows();
    window?.setBounds(place);
    // No window manager runs on a virtual display: what it would say is said for it.
    if (window) window.isMaximized = () => true;
  }, bounds);
  await close();
  const { windows } = JSON.parse(await readFile(path.join(profile, 'settings.json'), 'utf8'));
  expect(windows).toEqual([
    { displays: expect.stringMatching(/^\d+x\d+@/), bounds, state: 'maximized', zoom: 0 },
  ]);
});
