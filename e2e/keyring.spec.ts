import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { signIn } from './support/app.ts';
import { test as base } from './support/keyring-app.ts';
import { electronPath, PROJECT_ROOT } from './support/launch.ts';
import { startSink } from './support/sink.ts';

const USE_KEYRING = '--password-store=gnome-libsecret';

type Fixtures = {
  /** The saved connections as they lie in the profile; null where there are none. */
  readonly saved: () => Promise<string | null>;
};

const test = base.extend<Fixtures>({
  saved: async ({ profile }, use) =>
    use(() => readFile(path.join(profile, 'connections.json'), 'utf8').catch(() => null)),
});

test('keeps the token under the keyring’s key, opens it by itself, and forgets it at sign-out', async ({
  start,
  saved,
  api,
}) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  const session = await first.page.evaluate(() => window.keydesk.getSession());
  expect(session).toMatchObject({ connection: { tokenStorage: { kind: 'keyring' } } });
  const { connections } = JSON.parse((await saved()) ?? '{}') as {
    connections: readonly { token: string }[];
  };
  expect(connections).toHaveLength(1);
  expect(
    Buffer.from(connections[0]?.token ?? '', 'base64')
      .subarray(0, 3)
      .toString(),
  ).toBe('v11');
  await first.close();

  const second = await start();
  await expect(second.page.getByRole('heading', { name: 'API Keys' })).toBeVisible();
  await second.page.evaluate(() => window.keydesk.signOut());
  expect(JSON.parse((await saved()) ?? '{}')).toMatchObject({ connections: [{ token: null }] });
  await second.close();

  const third = await start();
  await expect(third.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
});

test.describe('fault 39: a keyring that asks', () => {
  test.use({ asks: true });

  test('one that is locked and asks in vain: the window opens, and what was stored stays', async ({
    start,
    saved,
    api,
    keyring,
    profile,
  }) => {
    const first = await start();
    await signIn(first.page, api.url, api.tokens.admin);
    const before = await saved();
    expect(before).not.toBeNull();
    await first.close();

    await keyring.lock();
    // Main may wait for the keyring, and nobody could then ask it anything: it leaves word of its window in a file.
    const shown = path.join(profile, 'shown');
    const module = path.join(profile, 'leave-word.cjs');
    await writeFile(
      module,
      `const { app } = require('electron');
    app.on('browser-window-created', (_, window) =>
      window.once('show', () => require('node:fs').writeFileSync(${JSON.stringify(shown)}, window.webContents.getURL())));`,
    );
    const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    const args = ['-r', module, ...root, PROJECT_ROOT, `--user-data-dir=${profile}`, USE_KEYRING];
    const second = spawn(electronPath(), args, { env: { ...process.env, ...keyring.env }, stdio: 'ignore' });
    await expect
      .poll(() => readFile(shown, 'utf8').catch(() => ''), { timeout: 20_000 })
      .toContain('app://keydesk/');
    await expect.poll(keyring.isAsking).toBe(true);
    expect(await saved()).toBe(before);
    const ended = once(second, 'exit');
    second.kill('SIGKILL');
    await ended;
    expect(await saved()).toBe(before);
  });
});

test('fault 39: a keyring that is locked and whose box is refused: signed out, says why, and what was stored stays', async ({
  start,
  saved,
  api,
  keyring,
}) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  const before = await saved();
  await first.close();

  await keyring.lock();
  const second = await start();
  const { page } = second;
  await expect(page.getByText('The saved token cannot be read')).toBeVisible();
  const state = await page.evaluate(() => window.keydesk.getSession());
  expect(state).toMatchObject({ kind: 'signed-out', notice: { kind: 'token-unreadable' } });
  expect(await saved()).toBe(before);

  await signIn(page, api.url, api.tokens.admin);
  const session = await page.evaluate(() => window.keydesk.getSession());
  expect(session).toMatchObject({
    connection: { tokenStorage: { kind: 'memory' } },
  });
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Settings…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await expect(dialog).toContainText('Signed in until Keydesk closes, with no offline copy');
  await dialog.getByRole('button', { name: 'Check again' }).click();
  await expect(dialog).toContainText('Checked just now: nothing has changed.');
  expect(await saved()).toBe(before);
});

base(
  'fault 39: without a keyring: signed in until the program closes, says so, and nothing is saved',
  async ({ launch, api, profile }) => {
    const first = await launch();
    await signIn(first.page, api.url, api.tokens.admin);
    const session = await first.page.evaluate(() => window.keydesk.getSession());
    expect(session).toMatchObject({ connection: { tokenStorage: { kind: 'memory', reason: 'no-keyring' } } });
    await first.page.getByRole('button', { name: 'Connection' }).click();
    await expect(
      first.page.getByText('Signed in until Keydesk closes', { exact: false }).first(),
    ).toBeVisible();
    await first.page.getByRole('menuitem', { name: 'Settings…' }).click();
    const dialog = first.page.getByRole('dialog', { name: 'Settings' });
    await expect(dialog).toContainText('this computer has no keyring that protects');
    await dialog.getByRole('button', { name: 'Check again' }).click();
    await expect(dialog).toContainText('Checked just now: nothing has changed.');
    expect(existsSync(path.join(profile, 'connections.json'))).toBe(false);
    await first.close();
    const second = await launch();
    await expect(second.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  },
);

test('a token that was saved for one address is not sent to another', async ({
  start,
  saved,
  api,
  profile,
}) => {
  const sink = await startSink();
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  await first.close();
  const moved = ((await saved()) ?? '').replaceAll(api.url, sink.url);
  await writeFile(path.join(profile, 'connections.json'), moved);
  const second = await start();
  await expect(second.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  const state = await second.page.evaluate(() => window.keydesk.getSession());
  expect(state).toMatchObject({ kind: 'signed-out', notice: { kind: 'token-unreadable' } });
  await expect(second.page.getByRole('textbox', { name: 'API address' })).toHaveValue('');
  expect(sink.connections()).toBe(0);
  await sink.close();
});
