import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { openList } from './support/connections.ts';
import { test } from './support/keyring-app.ts';
import { rowOf, storeKey } from './support/keys.ts';

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

  const files = await filesIn(path.join(profile, 'facts'));
  expect(files).not.toEqual([]);
  for (const file of files) {
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

/** The person chooses this file in the system's own dialogs. */
async function choose(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
  }, file);
}

async function fromMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Columns and notes' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('goes out as one file without secrets, and in on another computer; a file that is none is refused', async ({
  keydesk: { page, app, close },
  launch,
  api,
  profile,
}) => {
  const file = path.join(profile, 'notes.json');
  await signIn(page, api.url, api.tokens.admin);
  await openDetails(page, 'CRM_Query');
  await writeOwner(page, OWNER);
  await page.keyboard.press('Escape');
  await choose(app, file);
  await fromMenu(page, 'Export notes…');
  await expect(page.getByText('The notes were exported.')).toBeVisible();
  const text = await readFile(file, 'utf8');
  expect(text).toContain(OWNER);
  expect(text).not.toContain(api.tokens.admin);
  await close();

  // Without a keyring nothing has remained: the same as another computer.
  const other = await launch();
  await signIn(other.page, api.url, api.tokens.admin);
  await choose(other.app, file);
  await fromMenu(other.page, 'Import notes…');
  await expect(other.page.getByText('Imported notes on 1 key: 1 added')).toBeVisible();
  await openDetails(other.page, 'CRM_Query');
  await expect(known(other.page)).toContainText(OWNER);
  await other.page.keyboard.press('Escape');
  await writeFile(file, text.replace('"owner"', '"secret"'));
  await fromMenu(other.page, 'Import notes…');
  await expect(other.page.getByText('Something in this file is not as Keydesk exports it.')).toBeVisible();
});

test('is shown as columns where that is wanted, and the choice is kept', async ({ keydesk, launch, api }) => {
  const { page, close } = keydesk;
  await signIn(page, api.url, api.tokens.admin);
  await openDetails(page, 'CRM_Query');
  await writeOwner(page, OWNER);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Columns and notes' }).press('Enter');
  await page.getByRole('menuitemcheckbox', { name: /Owner/ }).press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Columns and notes' })).toBeFocused();
  await expect(page.getByRole('columnheader', { name: 'Owner' })).toBeVisible();
  await expect(rowOf(page, 'CRM_Query')).toContainText(OWNER);
  await close();
  const again = await launch({ args: ['--open-demo'] });
  await expect(again.page.getByRole('columnheader', { name: 'Owner' })).toBeVisible();
});

test('stands beside who created a key, where that is wanted, also in the narrowest window', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByRole('columnheader', { name: 'Created by' })).toBeHidden();
  await page.getByRole('button', { name: 'Columns and notes' }).click();
  for (const column of [/Owner/, /Environment/, /Created by/]) {
    await page.getByRole('menuitemcheckbox', { name: column }).click();
  }
  await page.keyboard.press('Escape');
  await expect(page.getByRole('columnheader', { name: 'Created by' })).toBeVisible();
  await expect(page.getByRole('cell', { name: 'you', exact: true }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: /^[0-9a-f]{8}$/ }).first()).toBeVisible();
  await page.setViewportSize({ width: 720, height: 480 });
  await expect(page.getByRole('button', { name: /^Actions for/ }).first()).toBeInViewport({ ratio: 1 });
});

test('an expiry is sent, and remembered as the API never reports it back', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Expires_Production');
  await dialog.getByRole('switch', { name: 'Restrict key' }).click();
  await dialog.getByText('More', { exact: true }).click();
  const expiry = dialog.getByLabel('Expires at the end of');
  await expect(dialog).toContainText('The API never reports it back');
  await expiry.fill('2020-01-01');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(expiry).toBeFocused();
  await expect(dialog.getByRole('alert')).toContainText('This day is over');
  await expiry.fill('2999-12-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Show key' }).click();
  await storeKey(page);
  const [sent] = faults.requestsOf('create');
  expect(JSON.parse(sent?.body ?? '{}')).toMatchObject({
    expiry_date: expect.stringMatching(/^2999-12-31|^3000-01-01/),
  });
  await openDetails(page, 'Expires_Production');
  await expect(known(page)).toContainText('31 December 2999');
  await expect(known(page)).toContainText('the API never reports it back');
});

test('goes with “Remove connection”, which offers it as a file before', async ({ start, api, profile }) => {
  const file = path.join(profile, 'notes.json');
  const { page, app } = await start();
  await signIn(page, api.url, api.tokens.admin);
  await openDetails(page, 'CRM_Query');
  await writeOwner(page, OWNER);
  await page.keyboard.press('Escape');
  expect(await filesIn(path.join(profile, 'facts'))).not.toEqual([]);
  await choose(app, file);
  const list = await openList(page);
  await list.getByRole('button', { name: /^Remove…/ }).click();
  const question = page.getByRole('alertdialog', { name: 'Remove connection' });
  await question.getByRole('button', { name: 'Export notes…' }).click();
  await expect(question.getByText('The notes were exported.')).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain(OWNER);
  await question.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  expect(await filesIn(path.join(profile, 'facts'))).toEqual([]);
});
