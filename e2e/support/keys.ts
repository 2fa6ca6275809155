import { expect, type Locator, type Page } from '@playwright/test';
import type { LEVEL_LABELS, PermissionLevel } from '../../shared/permissions.ts';

/** A key as the wire tells of it. */
export type WireKey = {
  readonly id: string;
  readonly name: string;
  readonly created_date: string;
  readonly last_four_digits: string;
  readonly restricted: boolean;
  readonly permissions: readonly string[] | null;
};

type LevelLabel = (typeof LEVEL_LABELS)[PermissionLevel];

type NewKey =
  | { readonly name: string; readonly unrestricted: true }
  | { readonly name: string; readonly levels: Readonly<Record<string, LevelLabel>> };

/** One call of the key API with any bearer, past the program. */
export function askAs(
  url: string,
  bearer: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Response> {
  return fetch(url + path, {
    method,
    headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** The first thousand keys, newest first, as the server tells of them. */
export async function listAs(url: string, bearer: string): Promise<readonly WireKey[]> {
  const answer = await askAs(url, bearer, 'GET', '/v1/api_key/?limit=1000');
  return ((await answer.json()) as { data: readonly WireKey[] }).data;
}

/** The row of a key in the table, by the whole of its name. */
export function rowOf(page: Page, name: string): Locator {
  return page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Actions for ${name}`, exact: true }) });
}

/** Fills the create dialog in and saves it; answers the whole key, read where "Show key" shows it. */
export async function createKey(page: Page, key: NewKey): Promise<string> {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(key.name);
  if ('unrestricted' in key) {
    await dialog.getByRole('switch', { name: 'Restrict key' }).click();
  } else {
    for (const [resource, level] of Object.entries(key.levels)) {
      await chooseLevel(dialog, resource, level);
    }
  }
  await dialog.getByRole('button', { name: 'Save' }).click();
  return readSecret(page);
}

/** Chooses a level in the permission editor. */
export async function chooseLevel(dialog: Locator, resource: string, level: LevelLabel): Promise<void> {
  const choice = dialog.getByRole('radiogroup', { name: resource, exact: true });
  await choice.getByRole('radio', { name: level, exact: true }).check();
}

async function readSecret(page: Page): Promise<string> {
  const dialog = page.getByRole('dialog', { name: 'Your new API key' });
  await dialog.getByRole('button', { name: 'Show key' }).click();
  await expect(dialog.getByRole('button', { name: 'Hide key' })).toBeVisible();
  const secret = (await dialog.getByText(/^kdemo_/).textContent()) ?? '';
  await dialog.getByRole('button', { name: 'Hide key' }).click();
  return secret;
}

/** Says that the key is stored: the dialog closes and the key is gone from the program. */
export async function storeKey(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: 'Your new API key' });
  await dialog.getByRole('button', { name: 'I have stored this key' }).click();
  await expect(dialog).toBeHidden();
}

export async function deleteKey(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog).toBeHidden();
}
