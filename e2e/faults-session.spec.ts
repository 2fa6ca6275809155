import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { json } from './support/fault.ts';
import type { Call } from './support/fault-request.ts';
import { chooseLevel, listAs, rowOf } from './support/keys.ts';

/* A token that is dead or may not do something; each number is that of a fault. */

const DEAD = json(401, { status: 'error', error_code: 'INVALID_API_KEY', message: 'no' });
const REFUSED = json(403, { status: 'error', error_code: 'UNATHORIZED_ROLE', message: 'no' });
const ALL: readonly Call[] = ['projects', 'me', 'list', 'create', 'delete'];

const promptOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Sign in again' });

async function signInAgain(page: Page, token: string): Promise<void> {
  await promptOf(page).getByRole('textbox', { name: 'Admin token' }).fill(token);
  await promptOf(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(promptOf(page)).toBeHidden();
}

test.beforeEach(async ({ keydesk: { page }, api, faults }) => {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
});

test('fault 11: 401 on create: signing in again over the form leaves it as it was, and sends nothing by itself', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  const creates = () => faults.requestsOf('create');
  for (const call of ALL) faults.rule({ call, fault: DEAD });
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Kept_Staging');
  await chooseLevel(dialog, 'Calls', 'Write');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(promptOf(page)).toHaveCount(1);
  expect(creates()).toHaveLength(1);

  // A token that is no better: the prompt stays, and so does the form.
  await promptOf(page).getByRole('textbox', { name: 'Admin token' }).fill('no-better');
  await promptOf(page).getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(promptOf(page).getByRole('alert')).toContainText('The server does not accept this token');

  faults.heal();
  await signInAgain(page, api.tokens.admin);
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Kept_Staging');
  await expect(dialog.getByText('0 read, 1 write, 18 no access', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Save' })).toBeEnabled();
  expect(creates()).toHaveLength(1);
  expect(await listAs(api.url, api.tokens.admin)).toHaveLength(24);

  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
  expect(creates()).toHaveLength(2);
});

test('fault 11: five calls that are refused at once bring one prompt', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  const keys = await listAs(api.url, api.tokens.admin);
  for (const call of ALL) faults.rule({ call, fault: DEAD });
  const prompts = page.evaluate(
    async (ids) => {
      const { keydesk } = window;
      let refused = 0;
      const stop = keydesk.on('sessionChanged', (state) => {
        if (state.kind === 'signed-in' && state.connection.standing === 'token-refused') refused += 1;
      });
      const access = { kind: 'unrestricted' } as const;
      await Promise.all([
        keydesk.createKey({ name: 'Refused', access }),
        keydesk.loadKeys({ loadId: 4711, wantsCopy: false }),
        ...ids.map((id) => keydesk.deleteKey({ id })),
      ]);
      stop();
      return refused;
    },
    keys.slice(0, 3).map(({ id }) => id),
  );
  expect(await prompts).toBe(1);
  await expect(promptOf(page)).toHaveCount(1);
  faults.heal();
  await signInAgain(page, api.tokens.admin);
  await expect(page.getByRole('button', { name: 'Create API Key' })).toBeEnabled();
  await expect(promptOf(page)).toHaveCount(0);
  expect(await listAs(api.url, api.tokens.admin)).toHaveLength(24);
});

test('fault 12: 403 on delete: it is told, nobody is signed out, and it is not offered again', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  const [newest] = await listAs(api.url, api.tokens.admin);
  const name = newest?.name ?? '?';
  faults.rule({ call: 'delete', fault: REFUSED });
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Only administrators of this project can do this');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(rowOf(page, name)).toBeVisible();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await expect(promptOf(page)).toHaveCount(0);
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
  expect(faults.requestsOf('delete')).toHaveLength(1);
});
