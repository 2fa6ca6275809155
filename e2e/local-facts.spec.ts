import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { test } from './support/keyring-app.ts';
import { rowOf } from './support/keys.ts';

const OWNER = 'Ada Lovelace';

const details = (page: Page) => page.getByRole('dialog', { name: /Details of/ });
const known = (page: Page) => page.getByRole('region', { name: 'Known on this computer' });

async function openDetails(page: Page, name: string): Promise<void> {
  await rowOf(page, name).dblclick();
  await expect(details(page)).toBeVisible();
}

async function writeOwner(page: Page, owner: string): Promise<void> {
  await details(page)
    .getByRole('button', { name: /Add notes|Edit/ })
    .click();
  await page.getByRole('textbox', { name: 'Owner' }).fill(owner);
  await details(page).getByRole('button', { name: 'Save' }).click();
  await expect(details(page).getByRole('button', { name: 'Edit' })).toBeFocused();
}

async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
}

/** Every file below a folder. */
async function filesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

test('is kept encrypted, over a restart and a sign-out', async ({ start, api, profile }) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  await openDetails(first.page, 'CRM_Query');
  await writeOwner(first.page, OWNER);
  await expect(known(first.page)).toContainText('Kept on this computer only, encrypted');
  await first.page.keyboard.press('Escape');
  await expect(details(first.page)).toBeHidden();
  await expect(rowOf(first.page, 'CRM_Query')).toBeFocused();
  await signOut(first.page);
  await first.close();

  for (const file of await filesIn(path.join(profile, 'facts'))) {
    expect((await readFile(file)).toString('latin1')).not.toContain('Ada');
  }

  const second = await start();
  await signIn(second.page, api.url, api.tokens.admin);
  await openDetails(second.page, 'CRM_Query');
  await expect(known(second.page)).toContainText(OWNER);
});

test('a damaged file, and a damaged offline copy, lose nothing', async ({ start, api, profile }) => {
  const first = await start();
  await signIn(first.page, api.url, api.tokens.admin);
  await openDetails(first.page, 'CRM_Query');
  await writeOwner(first.page, OWNER);
  await first.close();

  for (const folder of ['facts', 'offline']) {
    const files = await filesIn(path.join(profile, folder));
    for (const file of files.filter((each) => !each.includes('last-good'))) await writeFile(file, 'damaged');
  }
  const second = await start();
  await expect(second.page.getByRole('region', { name: 'Notices' })).toContainText(
    'The last good version is in use',
  );
  await openDetails(second.page, 'CRM_Query');
  await expect(known(second.page)).toContainText(OWNER);
});

test.describe('without a keyring', () => {
  test('is in memory only, and says so', async ({ launch, api, profile }) => {
    const { page, close } = await launch();
    await signIn(page, api.url, api.tokens.admin);
    await openDetails(page, 'CRM_Query');
    await writeOwner(page, OWNER);
    await expect(known(page)).toContainText('Kept until Keydesk closes: no keyring protects it');
    await page.keyboard.press('Escape');
    await signOut(page);
    await signIn(page, api.url, api.tokens.admin);
    await openDetails(page, 'CRM_Query');
    await expect(known(page)).toContainText(OWNER);
    await close();
    expect(await filesIn(profile).then((files) => files.filter((file) => file.includes('facts')))).toEqual(
      [],
    );
  });
});
