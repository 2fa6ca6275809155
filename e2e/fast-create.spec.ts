import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { answer, json } from './support/fault.ts';
import type { FaultServer } from './support/fault-server.ts';

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Create an API Key' });
}

async function openMenu(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
}

async function duplicate(page: Page, name: string): Promise<Locator> {
  await openMenu(page, name);
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  return dialog;
}

/** What the last create has sent. */
function sentBy(faults: FaultServer): { readonly name: string; readonly permissions?: readonly string[] } {
  const last = faults.requestsOf('create').at(-1);
  const body = JSON.parse(last?.body ?? 'null') as { name: string; permissions?: readonly string[] };
  return body.permissions ? { ...body, permissions: body.permissions.toSorted() } : body;
}

/** Presses keys one after another; answers how many they were. */
async function press(page: Page, ...keys: readonly string[]): Promise<number> {
  for (const key of keys) await page.keyboard.press(key);
  return keys.length;
}

test.beforeEach(async ({ keydesk: { page }, api, faults }) => {
  await signIn(page, faults.url, api.tokens.admin);
});

test.describe('Duplicate…', () => {
  test('opens Create with name and levels, and carries what no level tells', async ({
    keydesk: { page },
    faults,
  }) => {
    const dialog = await duplicate(page, 'Workflow_Runner');
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Workflow_Runner');
    await expect(dialog.getByText('1 read, 0 write, 18 no access', { exact: true })).toBeVisible();
    const kept = dialog.getByRole('region', { name: 'Kept as they are' });
    await expect(kept.locator('code')).toHaveText([
      'workflows.view',
      'workflows.create',
      'workflows.update',
      'workflows.delete',
      'companies.update',
      'logs.view',
    ]);
    await kept.getByRole('button', { name: 'Drop companies.update' }).click();
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Workflow_Runner_Staging');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(sentBy(faults)).toEqual({
      name: 'Workflow_Runner_Staging',
      restricted: true,
      permissions: [
        'agents.view',
        'logs.view',
        'workflows.create',
        'workflows.delete',
        'workflows.update',
        'workflows.view',
      ],
    });
  });

  test('of an unrestricted key is unrestricted, and is warned of', async ({ keydesk: { page } }) => {
    const dialog = await duplicate(page, 'Local_Development');
    await expect(dialog.getByRole('switch', { name: 'Restrict key' })).not.toBeChecked();
    await expect(
      dialog.getByText('Unrestricted: the key has full access to all API resources.'),
    ).toBeVisible();
  });

  test('from the details; unchanged it closes unasked', async ({ keydesk: { page } }) => {
    await openMenu(page, 'Dialer_Bridge');
    await page.getByRole('menuitem', { name: 'Details' }).click();
    await page
      .getByRole('dialog', { name: /Dialer_Bridge/ })
      .getByRole('button', { name: 'Duplicate…' })
      .click();
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('region', { name: 'Kept as they are' }).locator('code')).toHaveText([
      'calls.create',
    ]);
    await page.keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await page.getByRole('button', { name: 'Create API Key' }).click();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('');
    await expect(dialog.getByRole('region', { name: 'Kept as they are' })).toHaveCount(0);
  });

  test('a page that crashes comes back with what was carried', async ({ keydesk: { app, page } }) => {
    await duplicate(page, 'Dialer_Bridge');
    // Playwright gives a page up that has crashed: the next one is asked for its text by main.
    const text = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (!contents) throw new Error('No window');
      const loaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()));
      contents.forcefullyCrashRenderer();
      await loaded;
      return contents.executeJavaScript(`new Promise((resolve) => {
        const look = () => {
          const note = document.querySelector('section[aria-label="Kept as they are"]');
          if (note) resolve(note.textContent);
          else requestAnimationFrame(look);
        };
        look();
      })`) as Promise<string>;
    });
    expect(text).toContain('calls.create');
  });

  test('a create without an answer is created again with what was carried', async ({
    keydesk: { page },
    faults,
  }) => {
    const dialog = await duplicate(page, 'Dialer_Bridge');
    // No key of this name is there yet.
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Dialer_Bridge_Staging');
    faults.rule({ call: 'create', fault: answer(503) });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByText('This key may exist')).toBeVisible();
    faults.heal();
    await dialog.getByRole('button', { name: 'Create again' }).click();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(faults.requestsOf('create')).toHaveLength(2);
    expect(sentBy(faults).permissions).toEqual(['calls.create']);
  });

  test('is disabled with its reason where the server refuses to create', async ({
    keydesk: { page },
    faults,
  }) => {
    faults.rule({ call: 'create', fault: json(403, {}) });
    const dialog = await duplicate(page, 'CRM_Query');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await openMenu(page, 'CRM_Query');
    await expect(page.getByRole('menuitem', { name: 'Duplicate…' })).toBeDisabled();
    await expect(page.getByRole('menu')).toContainText('This token may not create keys');
  });
});

test.describe('"Calls Read, Contacts Write, all else none"', () => {
  const WANTED = {
    name: 'CRM_Query',
    restricted: true,
    permissions: ['calls.view', 'contacts.delete', 'contacts.view'],
  };

  test.beforeEach(async ({ keydesk: { page } }) => {
    await page.getByRole('button', { name: 'Create API Key' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('CRM_Query');
  });

  test('takes at most eight key presses after the name', async ({ keydesk: { page }, faults }) => {
    const presses = await press(page, 'Tab', 'Tab', 'ArrowDown', 'r', 'PageDown', 'PageDown', 'w');
    await expect(dialogOf(page).getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
    expect(presses + (await press(page, 'Enter'))).toBeLessThanOrEqual(8);
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(sentBy(faults)).toEqual(WANTED);
  });

  test('takes three clicks after the name', async ({ keydesk: { page }, faults }) => {
    const dialog = dialogOf(page);
    const radio = (resource: string, level: string) =>
      dialog.getByRole('radiogroup', { name: resource, exact: true }).getByRole('radio', { name: level });
    await radio('Calls', 'Read').click();
    await radio('Contacts', 'Write').click();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(sentBy(faults)).toEqual(WANTED);
  });

  test('the sum stays in sight, however small the window and wherever the list is', async ({
    keydesk: { app, page },
  }) => {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 600));
    const sum = dialogOf(page).getByText('0 read, 0 write, 19 no access', { exact: true });
    await expect(sum).toBeInViewport({ ratio: 1 });
    await dialogOf(page).getByRole('radiogroup', { name: 'Notifications' }).scrollIntoViewIfNeeded();
    await expect(sum).toBeInViewport({ ratio: 1 });
  });
});

test.describe('Presets', () => {
  const sumOf = (page: Page, sum: string) => dialogOf(page).getByText(sum, { exact: true });

  async function choose(page: Page, preset: string): Promise<void> {
    await dialogOf(page).getByRole('button', { name: 'Presets' }).click();
    await page.getByRole('menuitem', { name: preset, exact: true }).click();
  }

  test('choose all levels at once', async ({ keydesk: { page }, faults }) => {
    await page.getByRole('button', { name: 'Create API Key' }).click();
    await dialogOf(page).getByRole('textbox', { name: 'Name' }).fill('Everything_Production');
    await choose(page, 'Agent configuration');
    await expect(sumOf(page, '1 read, 6 write, 12 no access')).toBeVisible();
    await choose(page, 'Everything, read only');
    await expect(sumOf(page, '19 read, 0 write, 0 no access')).toBeVisible();
    await dialogOf(page).getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(sentBy(faults).permissions).toHaveLength(19);
  });

  test("of one's own are there after a restart, until they are deleted", async ({ keydesk, launch, api }) => {
    const { page } = keydesk;
    await page.getByRole('button', { name: 'Create API Key' }).click();
    await dialogOf(page)
      .getByRole('radiogroup', { name: 'Calls' })
      .getByRole('radio', { name: 'Read' })
      .check();
    await choose(page, 'Save as preset…');
    await expect(page.getByLabel('Preset name')).toBeFocused();
    await page.keyboard.press('Escape');
    // Escape is for the small box alone.
    await expect(page.getByLabel('Preset name')).toHaveCount(0);
    await expect(dialogOf(page)).toBeVisible();
    await choose(page, 'Save as preset…');
    await page.getByLabel('Preset name').fill('Calls only');
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Preset name')).toHaveCount(0);
    await choose(page, 'Reporting');
    await choose(page, 'Calls only');
    await expect(sumOf(page, '1 read, 0 write, 18 no access')).toBeVisible();
    await keydesk.kill();

    const again = (await launch()).page;
    await signIn(again, api.url, api.tokens.admin);
    await again.getByRole('button', { name: 'Create API Key' }).click();
    await choose(again, 'Calls only');
    await expect(sumOf(again, '1 read, 0 write, 18 no access')).toBeVisible();
    await dialogOf(again).getByRole('button', { name: 'Presets' }).click();
    await again.getByRole('menuitem', { name: 'Delete preset Calls only' }).click();
    await expect(again.getByRole('menuitem', { name: 'Calls only', exact: true })).toHaveCount(0);
  });
});

test('Paste… reads levels from a text and says what it did not understand', async ({
  keydesk: { page },
  faults,
}) => {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill('From_A_Ticket');
  await dialog.getByRole('button', { name: 'Paste…' }).click();
  const text = page.getByRole('textbox', { name: 'Levels as text' });
  await expect(text).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(text).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: 'Paste…' }).click();
  await text.fill('For the dialer:\n- Calls: Read\n- Contacts: Write\nworkflows.view');
  await expect(page.getByRole('listitem').filter({ hasText: 'For the dialer:' })).toBeVisible();
  await page.getByRole('button', { name: 'Use these levels' }).click();
  await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
  await expect(dialog.getByText('1 part was not understood: For the dialer:')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
  expect(sentBy(faults).permissions).toEqual([
    'calls.view',
    'contacts.delete',
    'contacts.view',
    'workflows.view',
  ]);
});
