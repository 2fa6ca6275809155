import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';

const RESTORED = 'The settings file was damaged. The last good settings are in use.';
const DEFAULTS = 'The settings file was damaged. The default settings are in use.';
const STRICT = { clipboardSeconds: 30, lockMinutes: 5 };

const notice = (page: Page) => page.getByRole('status').filter({ hasText: 'The settings file was damaged' });
const security = (page: Page) =>
  page.evaluate(async () => {
    const { clipboardSeconds, lockMinutes } = (await window.keydesk.getSettings()).values;
    return { clipboardSeconds, lockMinutes };
  });

const DAMAGE: Readonly<Record<string, string | Buffer>> = {
  malformed: '{"clipboardSeconds": 30,, ',
  'zero-filled': Buffer.alloc(200),
};

for (const [kind, content] of Object.entries(DAMAGE)) {
  test(`fault 32: a settings file that is ${kind} is put aside and told of; the last good settings hold`, async ({
    launch,
    profile,
    api,
  }) => {
    const file = path.join(profile, 'settings.json');
    const first = await launch();
    await expect(first.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
    await expect(notice(first.page)).toBeHidden();
    await first.page.evaluate((settings) => window.keydesk.changeSettings(settings), STRICT);
    await first.close();
    await writeFile(file, content);

    const { page, close } = await launch();
    await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
    await expect(notice(page)).toContainText(RESTORED);
    expect(await security(page)).toEqual(STRICT);
    expect(await readFile(`${file}.bad`)).toEqual(Buffer.from(content));

    // It goes along until it has been read.
    await signIn(page, api.url, api.tokens.admin);
    await expect(notice(page)).toContainText(RESTORED);
    await notice(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect(notice(page)).toBeHidden();
    await close();

    const third = await launch();
    await expect(third.page.getByRole('heading', { name: /Connect a project|API Keys/ })).toBeVisible();
    await expect(notice(third.page)).toBeHidden();
    expect(await security(third.page)).toEqual(STRICT);
  });
}

test('a value of a newer version stays in the file, and no other setting goes with it', async ({
  launch,
  profile,
}) => {
  const file = path.join(profile, 'settings.json');
  await writeFile(file, JSON.stringify({ ...STRICT, theme: 'sepia' }));
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(notice(page)).toBeHidden();
  expect(await security(page)).toEqual(STRICT);
  await page.evaluate(() => window.keydesk.changeSettings({ density: 'compact' }));
  expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ theme: 'sepia', density: 'compact' });
});

test('fault 32: without a last good copy the defaults hold, and it is told', async ({ launch, profile }) => {
  const file = path.join(profile, 'settings.json');
  await writeFile(file, '{"windowBounds":');
  const { page } = await launch();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(notice(page)).toContainText(DEFAULTS);
  expect(await security(page)).toEqual({ clipboardSeconds: 60, lockMinutes: 15 });
  expect(await readFile(`${file}.bad`, 'utf8')).toBe('{"windowBounds":');
  await page.getByRole('button', { name: 'Open the demo project' }).click();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await expect(notice(page)).toContainText(DEFAULTS);
});
