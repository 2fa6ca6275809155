import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { GROUPS } from '../shared/permissions.ts';
import { signIn, test } from './support/app.ts';
import { askAs, createKey, listAs, rowOf, storeKey } from './support/keys.ts';

/*
 * Every statement of the documentation page of the API keys, as a test of that title: the built program, on a real
 * Electron, against the embedded key API over a loopback port.
 */

test.beforeEach(async ({ keydesk, api }) => {
  await signIn(keydesk.page, api.url, api.tokens.admin);
});

function openCreate(page: Page) {
  return page.getByRole('button', { name: 'Create API Key' }).click();
}

test.describe('Overview', () => {
  test('The main view shows a table with all API keys in the project.', async ({
    keydesk: { page },
    api,
  }) => {
    const keys = await listAs(api.url, api.tokens.admin);
    await expect(page.getByRole('heading', { name: 'API Keys' })).toBeVisible();
    await expect(page.getByText(`${keys.length} keys`, { exact: true })).toBeVisible();
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', String(keys.length + 1));
  });

  for (const header of ['Name', 'Key ID', 'Key', 'Creation date', 'Key permissions']) {
    test(`For each key you can see: ${header}`, async ({ keydesk: { page } }) => {
      await expect(page.getByRole('columnheader', { name: header, exact: true })).toBeVisible();
    });
  }

  test('Name of the key · Key ID · Key (masked for security)', async ({ keydesk: { page }, api }) => {
    const [key] = await listAs(api.url, api.tokens.admin);
    const row = rowOf(page, 'CRM_Production');
    expect(key?.name).toBe('CRM_Production');
    await expect(row).toContainText(key?.id.slice(0, 8) ?? '?');
    await expect(row.getByText(`•${key?.last_four_digits}`)).toBeVisible();
  });

  test('Creation date', async ({ keydesk: { page } }) => {
    await expect(rowOf(page, 'Mobile_App_Staging')).toContainText('3 days ago');
  });

  test('Key permissions (restricted or unrestricted)', async ({ keydesk: { page }, api }) => {
    const keys = await listAs(api.url, api.tokens.admin);
    const unrestricted = keys.find(({ restricted }) => !restricted)?.name ?? '?';
    await page.getByRole('searchbox', { name: 'Search by name' }).fill(unrestricted);
    await expect(rowOf(page, unrestricted)).toContainText('Unrestricted');
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('CRM_Production');
    await expect(rowOf(page, 'CRM_Production').getByText('Restricted', { exact: true })).toBeVisible();
  });
});

test.describe('Create an API Key', () => {
  test('Type a descriptive name to identify the key (for example, “CRM_Query” or “Booking_App”).', async ({
    keydesk: { page },
  }) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    const name = dialog.getByRole('textbox', { name: 'Name' });
    await expect(name).toBeFocused();
    await expect(name).toHaveAttribute('placeholder', "E.g: 'CRM_Query'");
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await createKey(page, { name: '  Invoice_Export_Production  ', levels: { Billing: 'Read' } });
    await storeKey(page);
    await expect(rowOf(page, 'Invoice_Export_Production')).toBeVisible();
  });

  test('Unrestricted: The key has full access to all API resources.', async ({ keydesk: { page }, api }) => {
    const secret = await createKey(page, { name: 'Everything', unrestricted: true });
    await storeKey(page);
    expect((await askAs(api.url, secret, 'GET', '/v1/api_key/')).status).toBe(200);
    const body = { name: 'Made by a key', restricted: true, permissions: [] };
    const made = await askAs(api.url, secret, 'POST', '/v1/api_key/', body);
    expect(made.status).toBe(200);
    const { id } = (await made.json()) as { id: string };
    expect((await askAs(api.url, secret, 'DELETE', `/v1/api_key/${id}`)).status).toBe(200);
  });

  test('Restrict key: Enable the toggle to configure granular permissions per resource.', async ({
    keydesk: { page },
  }) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    const toggle = dialog.getByRole('switch', { name: 'Restrict key' });
    await expect(toggle).toBeChecked();
    await expect(dialog.getByRole('radiogroup', { name: 'Calls', exact: true })).toBeVisible();
    await toggle.click();
    await expect(dialog.getByRole('radiogroup')).toHaveCount(0);
    await toggle.click();
    await expect(dialog.getByRole('radiogroup', { name: 'Calls', exact: true })).toBeVisible();
  });
});

test.describe('Restrict permissions', () => {
  test('Each resource has three permission levels: No access, Read, Write', async ({ keydesk: { page } }) => {
    await openCreate(page);
    const resources = GROUPS.flatMap((group) => group.resources);
    for (const { label } of resources) {
      const choice = page.getByRole('radiogroup', { name: label, exact: true });
      await expect(choice.getByRole('radio')).toHaveCount(3);
      for (const level of ['No access', 'Read', 'Write']) {
        await expect(choice.getByRole('radio', { name: level, exact: true })).toHaveCount(1);
      }
      await expect(choice.getByRole('radio', { name: 'No access' })).toBeChecked();
    }
    await expect(page.getByRole('radiogroup')).toHaveCount(19);
  });

  test('No access — The key cannot access this resource', async ({ keydesk: { page }, api }) => {
    const secret = await createKey(page, { name: 'No_Keys', levels: { Calls: 'Write' } });
    await storeKey(page);
    expect((await askAs(api.url, secret, 'GET', '/v1/api_key/')).status).toBe(403);
  });

  test('Read — The key can query data but not modify it', async ({ keydesk: { page }, api }) => {
    const secret = await createKey(page, { name: 'Reads_Keys', levels: { 'API Keys': 'Read' } });
    await storeKey(page);
    expect((await askAs(api.url, secret, 'GET', '/v1/api_key/')).status).toBe(200);
    const body = { name: 'Not to be', restricted: true, permissions: [] };
    expect((await askAs(api.url, secret, 'POST', '/v1/api_key/', body)).status).toBe(403);
  });

  test('Write — The key can query and modify data', async ({ keydesk: { page }, api }) => {
    const secret = await createKey(page, { name: 'Writes_Keys', levels: { 'API Keys': 'Write' } });
    await storeKey(page);
    expect((await askAs(api.url, secret, 'GET', '/v1/api_key/')).status).toBe(200);
    const body = { name: 'Made by a key', restricted: true, permissions: [] };
    expect((await askAs(api.url, secret, 'POST', '/v1/api_key/', body)).status).toBe(200);
  });
});

test.describe('Available resources', () => {
  for (const { label: group, resources } of GROUPS) {
    test(`${group}: ${resources.map(({ label }) => label).join(', ')}`, async ({ keydesk: { page } }) => {
      await openCreate(page);
      const section = page.getByRole('group', { name: group, exact: true });
      await expect(section.getByRole('radiogroup')).toHaveCount(resources.length);
      for (const { label, description } of resources) {
        await expect(section.getByRole('radiogroup', { name: label, exact: true })).toBeVisible();
        await expect(section.getByText(description, { exact: true })).toBeVisible();
      }
    });
  }
});

test.describe('Delete an API Key', () => {
  test('Click the actions button for the key, select Delete, confirm the action by clicking Delete.', async ({
    keydesk: { page },
    api,
  }) => {
    const [key] = await listAs(api.url, api.tokens.admin);
    await page.getByRole('button', { name: 'Actions for CRM_Production' }).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete API key' });
    await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
    for (const told of ['CRM_Production', key?.id, key?.last_four_digits])
      await expect(dialog).toContainText(told ?? '?');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog).toBeHidden();
    await expect(rowOf(page, 'CRM_Production')).toHaveCount(0);
    expect((await listAs(api.url, api.tokens.admin)).some(({ id }) => id === key?.id)).toBe(false);
  });
});

test.describe('Best practices', () => {
  test('Always restrict your keys: avoid using unrestricted keys.', async ({ keydesk: { page } }) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    await dialog.getByRole('switch', { name: 'Restrict key' }).click();
    await expect(dialog.getByText('Avoid using unrestricted keys', { exact: false })).toBeVisible();
  });

  test('Use descriptive names: name keys according to their use (for example, “CRM_Production”, “Mobile_App_Staging”).', async ({
    keydesk: { page },
  }) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    await expect(dialog.getByText('CRM_Production', { exact: false }).first()).toBeVisible();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('test');
    await expect(dialog.getByText('This name does not tell what the key is for.')).toBeVisible();
  });

  test('Rotate keys periodically: create new keys and delete old ones regularly.', async ({
    keydesk: { page },
    api,
  }) => {
    const keys = await listAs(api.url, api.tokens.admin);
    const old =
      keys.find(({ created_date }) => Date.now() - Date.parse(created_date) > 400 * 86_400_000)?.name ?? '?';
    await page.getByRole('searchbox', { name: 'Search by name' }).fill(old);
    await expect(rowOf(page, old).getByRole('img', { name: /Rotate keys periodically/ })).toBeAttached();
  });

  test("Don't share keys between environments", async ({ keydesk: { page } }) => {
    await openCreate(page);
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    await expect(dialog.getByText(/share keys between environments/)).toBeVisible();
  });
});

test.describe('FAQ', () => {
  test.describe('with five thousand keys', () => {
    test.use({ keyApi: { keys: 5_000 } });

    test('There’s no fixed limit on the number of keys you can create per project.', async ({
      keydesk: { page },
    }) => {
      await expect(page.getByText('5,000 keys', { exact: true })).toBeVisible();
      await createKey(page, { name: 'One_More_Key', levels: { Calls: 'Read' } });
      await storeKey(page);
      await expect(page.getByText('5,001 keys', { exact: true })).toBeVisible();
      await expect(rowOf(page, 'One_More_Key')).toBeVisible();
    });
  });

  test('Can I edit the permissions of an existing key? No.', async ({ keydesk: { page } }) => {
    await page.getByRole('button', { name: 'Actions for CRM_Production' }).click();
    await expect(page.getByRole('menuitem')).toHaveText(['Details', 'Duplicate…', 'Replace…', 'Delete']);
    await page.getByRole('menuitem', { name: 'Details' }).click();
    const details = page.getByRole('dialog', { name: /CRM_Production/ });
    await expect(details).toContainText(
      'If you need to change a key’s permissions, you must delete it and create a new one with the desired configuration.',
    );
    await expect(details.getByRole('radio')).toHaveCount(0);
    await expect(details.getByRole('textbox')).toHaveCount(0);
  });

  test('It’s not possible to recover a key once the creation modal is closed.', async ({
    keydesk: { page },
  }) => {
    const secret = await createKey(page, { name: 'CRM_Query_Production', levels: { Calls: 'Read' } });
    const dialog = page.getByRole('dialog', { name: 'Your new API key' });
    await dialog.getByRole('button', { name: 'Show key' }).click();
    await expect(dialog.getByText(secret)).toBeVisible();
    await storeKey(page);
    await expect(page.getByText(secret)).toHaveCount(0);
    const answer = await page.evaluate(() => window.keydesk.revealSecret());
    expect(answer).toEqual({ ok: false, error: { kind: 'no-secret' } });
    expect(await page.content()).not.toContain(secret);
  });
});

test.describe('Only users with the Administrator role in the project can access the API Keys section.', () => {
  for (const role of ['member', 'reader'] as const) {
    test(`a ${role} sees "Administrators only" and not one key`, async ({ keydesk: { page }, api }) => {
      await page.evaluate(() => window.keydesk.signOut());
      await page.getByRole('textbox', { name: 'API address' }).fill(api.url);
      await page.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens[role]);
      await page.getByRole('button', { name: 'Connect', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Administrators only' })).toBeVisible();
      await expect(page.getByRole('table')).toHaveCount(0);
      const keys = await listAs(api.url, api.tokens.admin);
      const content = await page.content();
      for (const { id, name } of keys) {
        expect(content).not.toContain(id);
        if (name) expect(content).not.toContain(name);
      }
    });
  }
});
