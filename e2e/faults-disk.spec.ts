import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { diskTest as test } from './support/disk.ts';
import { askAs, createKey, deleteKey, rowOf, storeKey } from './support/keys.ts';

/* The disk refuses: what lies there stays whole, the window says so, and all that needs no disk works. */

const STRICT = { clipboardSeconds: 30, lockMinutes: 5 };
const LOOSE = { clipboardSeconds: 60, lockMinutes: 30 };

const notSaved = (page: Page) => page.getByText('The offline copy could not be saved');
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click();
const copyFiles = async (profile: string): Promise<readonly string[]> =>
  readdir(path.join(profile, 'offline')).catch(() => []);

/** The whole of the one offline copy. */
async function copyOf(profile: string): Promise<Buffer> {
  const [file = '', ...more] = await copyFiles(profile);
  expect(more).toEqual([]);
  return readFile(path.join(profile, 'offline', file));
}

test.describe('fault 33', () => {
  test.use({ keyApi: { keys: 1500 } });

  test('fault 33: on a full disk the copy, the token and the settings stay whole, and it is told', async ({
    start,
    profile,
    disk,
    api,
    faults,
  }) => {
    const make = (name: string) =>
      askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', { name, restricted: false });
    const { page, close } = await start();
    await signIn(page, faults.url, api.tokens.admin);
    await expect(page.getByText('1,500 keys', { exact: true })).toBeVisible();
    await expect.poll(() => copyFiles(profile)).toHaveLength(1);
    const before = await copyOf(profile);
    await page.evaluate((settings) => window.keydesk.changeSettings(settings), STRICT);
    const token = await readFile(path.join(profile, 'connections.json'), 'utf8');

    disk.fill();
    await make('Made_While_Full');
    await refresh(page);
    await expect(notSaved(page)).toBeVisible();
    await expect(rowOf(page, 'Made_While_Full')).toBeVisible();
    expect(await copyOf(profile)).toEqual(before);
    // What is set holds as long as the program runs.
    await page.evaluate((each) => window.keydesk.changeSettings(each), LOOSE);
    expect(await page.evaluate(() => window.keydesk.getSettings())).toMatchObject({ values: LOOSE });

    disk.free();
    await refresh(page);
    await expect(notSaved(page)).toBeHidden();
    expect((await copyOf(profile)).equals(before)).toBe(false);

    disk.fill();
    const again = { address: faults.url, token: api.issueToken('admin') };
    const state = await page.evaluate((input) => window.keydesk.connect(input), again);
    expect(state).toMatchObject({
      value: { connection: { tokenStorage: { kind: 'memory', reason: 'not-saved' } } },
    });
    expect(await readFile(path.join(profile, 'connections.json'), 'utf8')).toBe(token);
    await close();

    await faults.refuse();
    const second = await start();
    await expect(second.page.getByText('1,501 keys', { exact: true })).toBeVisible();
    await expect(second.page.getByRole('status').filter({ hasText: /^Offline/ })).toBeVisible();
    const { clipboardSeconds, lockMinutes } = await second.page.evaluate(async () => {
      const { values } = await window.keydesk.getSettings();
      return values;
    });
    expect([STRICT, LOOSE]).toContainEqual({ clipboardSeconds, lockMinutes });
  });
});

test.describe('fault 35', () => {
  test.use({ keyApi: { keys: 30 } });

  test('fault 35: a profile that is read-only: everything works without the copy, and it is told', async ({
    start,
    disk,
    api,
  }) => {
    disk.become('read-only');
    const first = await start();
    await signIn(first.page, api.url, api.tokens.admin);
    await expect(first.page.getByText('30 keys', { exact: true })).toBeVisible();
    await expect(notSaved(first.page)).toBeVisible();
    await createKey(first.page, { name: 'Made_Read_Only', levels: { Calls: 'Read' } });
    await storeKey(first.page);
    await expect(rowOf(first.page, 'Made_Read_Only')).toBeVisible();
    await deleteKey(first.page, 'Made_Read_Only');
    await first.page.getByRole('button', { name: 'Connection' }).click();
    await expect(
      first.page.getByText('Signed in until Keydesk closes', { exact: false }).first(),
    ).toBeVisible();
    await first.close();

    disk.become('writable');
    const second = await start();
    await signIn(second.page, api.url, api.tokens.admin);
    await expect(second.page.getByText('30 keys', { exact: true })).toBeVisible();
    await second.close();

    // What was saved before is used, and what cannot be saved now is told.
    disk.become('read-only');
    const third = await start();
    await expect(third.page.getByText('30 keys', { exact: true })).toBeVisible();
    await expect(notSaved(third.page)).toBeVisible();
    expect(third.output()).not.toContain('"event":"fault"');
    disk.become('writable');
  });
});
