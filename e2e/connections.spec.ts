import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { startKeyApi } from '../electron/demo/server.ts';
import { test as base, signIn } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import {
  addConnection,
  answerBoxes,
  askedBoxes,
  nameOpenConnection,
  openList,
  switcher,
} from './support/connections.ts';
import { json } from './support/fault.ts';
import { test as withKeyring } from './support/keyring-app.ts';
import { deleteKey, rowOf } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';
import { runMenuItem } from './support/menu.ts';
import { startSink } from './support/sink.ts';

type KeyApi = Awaited<ReturnType<typeof startKeyApi>>;
type Other = { readonly other: KeyApi };

/** A second server, of another project with other keys. */
// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
const other = async ({}, use: (api: KeyApi) => Promise<void>) => {
  const api = await startKeyApi({ keys: 7 });
  await use(api);
  await api.close();
};

const test = base.extend<Other>({ other });
const keyringTest = withKeyring.extend<Other>({ other });

const keyCount = (page: Page, count: number) => page.getByText(`${count} keys`, { exact: true });

async function savedConnections(profile: string): Promise<readonly { name: string; token: string | null }[]> {
  const text = await readFile(path.join(profile, 'connections.json'), 'utf8');
  return JSON.parse(text).connections;
}

keyringTest(
  'two connections outlive the program; the last one used opens, and the other one needs no token',
  async ({ start, api, other: second, profile }) => {
    const first = await start();
    await answerBoxes(first.app, 1);
    await signIn(first.page, api.url, api.tokens.admin);
    await nameOpenConnection(first.page, 'Alpha');
    await addConnection(first.page, second.url, second.tokens.admin, 'Beta');
    await expect(switcher(first.page)).toHaveAccessibleName('Project Beta');
    await expect(keyCount(first.page, 7)).toBeVisible();
    expect(await askedBoxes(first.app)).toEqual([`Send the token to ${new URL(second.url).host}?`]);
    await first.close();
    expect((await savedConnections(profile)).map(({ token }) => typeof token)).toEqual(['string', 'string']);

    const { page } = await start();
    await expect(switcher(page)).toHaveAccessibleName('Project Beta');
    await expect(keyCount(page, 7)).toBeVisible();
    await switcher(page).click();
    await page.getByRole('menuitemradio', { name: 'Alpha' }).click();
    await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
    await expect(page.getByRole('button', { name: 'Create API Key' })).toBeEnabled();
  },
);

keyringTest(
  'signing out takes token and copy of that connection alone; the same address is known when a token is entered again',
  async ({ start, api, other: second, profile }) => {
    const { page, app } = await start();
    await answerBoxes(app, 1);
    await signIn(page, api.url, api.tokens.admin);
    await nameOpenConnection(page, 'Alpha');
    await addConnection(page, second.url, second.tokens.admin, 'Beta');
    await expect(keyCount(page, 7)).toBeVisible();

    const list = await openList(page);
    await list.getByRole('button', { name: 'Sign out Alpha' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Sign out' }).click();
    await expect(list.getByRole('listitem').filter({ hasText: 'Alpha' })).toContainText('Signed out');
    await expect(switcher(page)).toHaveAccessibleName('Project Beta');
    expect((await savedConnections(profile)).map(({ token }) => token !== null)).toEqual([false, true]);
    await list.getByRole('button', { name: 'Close' }).click();

    await page.keyboard.press('Control+1');
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await expect(dialog).toContainText('Enter a token for Alpha');
    await dialog.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.admin);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
    // Once only: for the second server. The first one was known.
    expect(await askedBoxes(app)).toHaveLength(1);
  },
);

keyringTest(
  'removing a connection leaves nothing of it in the profile',
  async ({ start, api, other: second, profile }) => {
    const { page, app, close } = await start();
    await answerBoxes(app, 1);
    await signIn(page, api.url, api.tokens.admin);
    await nameOpenConnection(page, 'Alpha Project');
    await addConnection(page, second.url, second.tokens.admin, 'Beta Project');
    await expect(keyCount(page, 7)).toBeVisible();
    const list = await openList(page);
    await list.getByRole('button', { name: 'Remove… Beta Project' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
    await list.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('button', { name: 'Alpha Project' }).click();
    await expect(switcher(page)).toHaveAccessibleName('Project Alpha Project');
    await close();
    expect(await savedConnections(profile)).toMatchObject([{ name: 'Demo project' }]);
    expect(await filesWith(profile, [second.url, 'Beta Project', second.tokens.admin])).toEqual([]);
  },
);

keyringTest(
  'the one connection of an earlier version is taken over with its token',
  async ({ start, api, profile }) => {
    const first = await start();
    await signIn(first.page, api.url, api.tokens.admin);
    await first.close();
    const file = path.join(profile, 'connections.json');
    const [{ settings: _, seal: __, ...saved }] = JSON.parse(await readFile(file, 'utf8')).connections;
    await writeFile(file, JSON.stringify({ version: 1, connections: [saved] }));
    const { page } = await start();
    await expect(page.getByRole('heading', { name: 'API Keys', exact: true })).toBeVisible();
    await expect(keyCount(page, 24)).toBeVisible();
  },
);

keyringTest(
  'an address that was changed beside a connection gets no token: it is typed',
  async ({ start, api, profile }) => {
    const sink = await startSink();
    const first = await start();
    await signIn(first.page, api.url, api.tokens.admin);
    await first.page.evaluate(() => window.keydesk.signOut());
    await first.close();
    const file = path.join(profile, 'connections.json');
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll(api.url, sink.url));
    const { page } = await start();
    await page.getByRole('button', { name: 'Demo project Signed out' }).click();
    const dialog = page.getByRole('dialog', { name: 'Sign in' });
    await dialog.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.admin);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(dialog.getByRole('alert')).toContainText('does not vouch for the saved address');
    expect(sink.connections()).toBe(0);
    await dialog.getByRole('textbox', { name: 'API address' }).fill(api.url);
    await dialog.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('heading', { name: 'API Keys', exact: true })).toBeVisible();
    expect(sink.connections()).toBe(0);
    await sink.close();
  },
);

test('a token goes to another server only after a yes in a box of the system', async ({ keydesk, api }) => {
  const { page, app } = keydesk;
  const sink = await startSink();
  await answerBoxes(app, 0);
  await signIn(page, api.url, api.tokens.admin);
  const tried = await page.evaluate(
    async (address) => [
      await window.keydesk.connect({ address, token: 'what-the-page-has-seen' }),
      await window.keydesk.signOut().then(() => window.keydesk.connect({ address, token: 'the-same' })),
    ],
    sink.url,
  );
  expect(tried).toEqual([
    { ok: false, error: { kind: 'cancelled' } },
    { ok: false, error: { kind: 'cancelled' } },
  ]);
  expect(await askedBoxes(app)).toHaveLength(2);
  expect(sink.connections()).toBe(0);
  await sink.close();
});

test('a dead token marks its connection and disturbs no other', async ({
  keydesk,
  api,
  faults,
  other: second,
}) => {
  const { page, app } = keydesk;
  await answerBoxes(app, 1);
  await signIn(page, faults.url, api.tokens.admin);
  await nameOpenConnection(page, 'Alpha');
  await addConnection(page, second.url, second.tokens.admin, 'Beta');
  await expect(keyCount(page, 7)).toBeVisible();
  faults.rule({ fault: json(401, { status: 'error', error_code: 'UNAUTHORIZED', message: 'Unauthorized' }) });
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('dialog', { name: 'Sign in again' })).toBeVisible();
  await page.keyboard.press('Control+2');
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(keyCount(page, 7)).toBeVisible();
  await switcher(page).click();
  await expect(page.getByRole('menuitemradio', { name: 'Alpha' })).toContainText('Token refused');
  await expect(page.getByRole('menuitemradio', { name: 'Beta' })).not.toContainText('Token refused');
});

test('production wears its colour, and a key there is deleted once its name was typed', async ({
  keydesk,
  api,
}) => {
  const { page } = keydesk;
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.locator('[data-production-frame]')).toHaveCount(0);
  await nameOpenConnection(page, 'Alpha', 'Production');
  await expect(page.locator('[data-production-frame]')).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('Production');

  const name =
    (await page
      .getByRole('button', { name: /^Actions for / })
      .first()
      .getAttribute('aria-label')) ?? '';
  const key = name.replace('Actions for ', '');
  await rowOf(page, key).getByRole('button', { name }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  const remove = dialog.getByRole('button', { name: 'Delete' });
  await expect(remove).toBeDisabled();
  await dialog.getByRole('textbox').fill(`${key} `);
  await expect(remove).toBeEnabled();
  await dialog.getByRole('textbox').fill(`${key}x`);
  await expect(remove).toBeDisabled();
  await dialog.getByRole('textbox').fill(key);
  await remove.click();
  await expect(dialog).toBeHidden();

  // The setting takes it away again.
  const list = await openList(page);
  await list.getByRole('button', { name: 'Edit… Alpha' }).click();
  const edit = page.getByRole('dialog', { name: 'Edit connection' });
  await edit.getByRole('switch', { name: 'Ask for the name of a key' }).click();
  await edit.getByRole('button', { name: 'Save' }).click();
  await list.getByRole('button', { name: 'Close' }).click();
  const next =
    (await page
      .getByRole('button', { name: /^Actions for / })
      .first()
      .getAttribute('aria-label')) ?? '';
  await deleteKey(page, next.replace('Actions for ', ''));
});

test('the focus comes back from each dialog about connections to where it was', async ({
  keydesk: { page, app },
  api,
  other: second,
}) => {
  await answerBoxes(app, 1);
  await signIn(page, api.url, api.tokens.admin);
  await nameOpenConnection(page, 'Alpha');
  await expect(switcher(page)).toBeFocused();

  await switcher(page).press('Enter');
  await page.getByRole('menuitem', { name: 'Add connection…' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Add connection' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toBeFocused();

  for (const [action, role] of [
    ['Edit…', 'dialog'],
    ['Sign out', 'alertdialog'],
    ['Remove…', 'alertdialog'],
  ] as const) {
    const list = await openList(page);
    const opener = list.getByRole('button', { name: `${action} Alpha` });
    await opener.press('Enter');
    await expect(list).toBeHidden();
    await page.getByRole(role).getByRole('button', { name: 'Cancel' }).press('Enter');
    await expect(opener).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(switcher(page)).toBeFocused();
  }

  const list = await openList(page);
  await list.getByRole('button', { name: 'Token… Alpha' }).press('Enter');
  await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toBeFocused();

  await addConnection(page, second.url, second.tokens.admin, 'Beta');
  await expect(switcher(page)).toHaveAccessibleName('Project Beta');
  await expect(switcher(page)).toBeFocused();

  await openList(page);
  await list.getByRole('button', { name: 'Remove… Alpha' }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).press('Enter');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  await expect(switcher(page)).toBeFocused();

  await page.getByRole('button', { name: 'Refresh' }).focus();
  await runMenuItem(app, 'Connections…');
  await expect(list).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Refresh' })).toBeFocused();
});

for (const theme of ['light', 'dark'] as const)
  test(`axe finds nothing in all that is about connections, ${theme}`, async ({
    keydesk,
    api,
    other: second,
  }) => {
    // Nine looks with axe, each of them slow on a busy machine.
    test.setTimeout(180_000);
    const { page, app } = keydesk;
    await setTheme(keydesk, theme);
    await answerBoxes(app, 1);
    await signIn(page, api.url, api.tokens.admin);
    await nameOpenConnection(page, 'Alpha', 'Production');
    await addConnection(page, second.url, second.tokens.admin, 'Beta');
    await page.keyboard.press('Control+1');
    await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
    expect(await findings(page), 'production').toEqual([]);
    await switcher(page).click();
    await expect(page.getByRole('menuitemradio', { name: 'Alpha' })).toBeChecked();
    expect(await findings(page), 'menu').toEqual([]);
    await page.keyboard.press('Escape');
    await expect(switcher(page)).toBeFocused();
    const list = await openList(page);
    expect(await findings(page), 'list').toEqual([]);
    await list.getByRole('button', { name: 'Edit… Alpha' }).click();
    await expect(page.getByRole('dialog', { name: 'Edit connection' })).toBeVisible();
    expect(await findings(page), 'edit').toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await list.getByRole('button', { name: 'Token… Beta' }).click();
    await expect(page.getByRole('dialog', { name: 'Sign in' })).toBeVisible();
    expect(await findings(page), 'token').toEqual([]);
    await page.getByRole('button', { name: 'Cancel' }).click();
    const again = await openList(page);
    await again.getByRole('button', { name: 'Add connection…' }).click();
    await expect(page.getByRole('dialog', { name: 'Add connection' })).toBeVisible();
    expect(await findings(page), 'add').toEqual([]);
    await page.keyboard.press('Escape');
    await page
      .getByRole('button', { name: /^Actions for / })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await expect(page.getByRole('dialog', { name: 'Delete API key' })).toBeVisible();
    expect(await findings(page), 'delete').toEqual([]);
    await page.keyboard.press('Escape');
    await page.evaluate(() => window.keydesk.signOut());
    await expect(page.getByRole('region', { name: 'Your connections' })).toBeVisible();
    expect(await findings(page), 'signed out').toEqual([]);
  });
