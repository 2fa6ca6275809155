import { rm } from 'node:fs/promises';
import path from 'node:path';
import { type Keydesk, PROJECT_ROOT } from '../e2e/support/launch.ts';
import { fillCreateDialog, NEW_KEY } from './create-dialog.ts';
import { setTheme, takePicture, withDemo } from './demo-window.ts';

/* Walks through the main job in the demo project and leaves a numbered picture of every station. */
const ARTIFACTS = path.join(PROJECT_ROOT, 'artifacts');

await rm(ARTIFACTS, { recursive: true, force: true });
await withDemo(async (keydesk) => {
  const picture = numberedPictures(keydesk);
  await seeKeys(keydesk, picture);
  await createKey(keydesk, picture);
  await deleteKey(keydesk, picture);
  await signOut(keydesk, picture);
});

type TakePicture = (name: string) => Promise<void>;

function numberedPictures(keydesk: Keydesk): TakePicture {
  let count = 0;
  return async (name) => {
    count += 1;
    await takePicture(keydesk, ARTIFACTS, `${String(count).padStart(2, '0')}-${name}`);
  };
}

async function seeKeys(keydesk: Keydesk, picture: TakePicture): Promise<void> {
  await picture('table');
  await setTheme(keydesk, 'dark');
  await picture('table-dark');
  await setTheme(keydesk, 'light');
  const search = keydesk.page.getByRole('searchbox', { name: 'Search by name' });
  await search.fill('crm');
  await picture('search');
  await search.fill('');
}

async function createKey({ page }: Keydesk, picture: TakePicture): Promise<void> {
  const dialog = await fillCreateDialog(page);
  await picture('create');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const secret = page.getByRole('dialog', { name: 'Your new API key' });
  await secret.getByRole('button', { name: 'Show key' }).waitFor();
  await picture('new-key-hidden');
  await secret.getByRole('button', { name: 'Show key' }).click();
  await secret.getByRole('button', { name: 'Hide key' }).waitFor();
  await picture('new-key-shown');
  await secret.getByRole('button', { name: 'I have stored this key' }).click();
  await secret.waitFor({ state: 'hidden' });
}

async function deleteKey({ page }: Keydesk, picture: TakePicture): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search by name' }).fill(NEW_KEY);
  const named = page.getByRole('button', { name: `Actions for ${NEW_KEY}`, exact: true });
  // The demo has an older key of that name; the newest is the first row.
  const actions = named.first();
  await named.nth(1).waitFor();
  await picture('row-found');
  await actions.click();
  await page.getByRole('menuitem', { name: 'Details' }).click();
  await page.getByRole('dialog').waitFor();
  await picture('details');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await actions.click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await dialog.waitFor();
  await picture('delete');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await named.nth(1).waitFor({ state: 'hidden' });
  await picture('deleted');
}

async function signOut({ page }: Keydesk, picture: TakePicture): Promise<void> {
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Sign out' });
  await dialog.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('heading', { name: 'Connect a project' }).waitFor();
  await picture('signed-out');
}
