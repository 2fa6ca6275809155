import { expect, type Locator, type Page } from '@playwright/test';
import { GROUPS, RESOURCES } from '../shared/permissions.ts';
import { signIn, test } from './support/app.ts';
import { type Fault, json } from './support/fault.ts';
import type { FaultServer } from './support/fault-server.ts';
import { chooseLevel, listAs, rowOf, storeKey } from './support/keys.ts';

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Create an API Key' });
}

function nameOf(dialog: Locator): Locator {
  return dialog.getByRole('textbox', { name: 'Name' });
}

function levelOf(dialog: Locator, resource: string, level: string): Locator {
  return dialog
    .getByRole('radiogroup', { name: resource, exact: true })
    .getByRole('radio', { name: level, exact: true });
}

async function openCreate(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = dialogOf(page);
  await expect(nameOf(dialog)).toBeFocused();
  return dialog;
}

function save(dialog: Locator): Promise<void> {
  return dialog.getByRole('button', { name: 'Save' }).click();
}

/** The creates that the program has sent. */
function creates(faults: FaultServer) {
  return faults.requestsOf('create');
}

/** A form filled in, as every failure must leave it. */
async function fillIn(dialog: Locator): Promise<void> {
  await nameOf(dialog).fill('Kept_Staging');
  await chooseLevel(dialog, 'Calls', 'Write');
  await chooseLevel(dialog, 'Contacts', 'Read');
}

async function expectKept(dialog: Locator): Promise<void> {
  await expect(nameOf(dialog)).toHaveValue('Kept_Staging');
  await expect(levelOf(dialog, 'Calls', 'Write')).toBeChecked();
  await expect(levelOf(dialog, 'Contacts', 'Read')).toBeChecked();
  await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
}

test.beforeEach(async ({ keydesk: { page }, api, faults }) => {
  await signIn(page, faults.url, api.tokens.admin);
});

test.describe('the name', () => {
  for (const [what, name] of [
    ['nothing', ''],
    ['spaces', '   '],
  ]) {
    test(`is required: ${what} is told at its field and not sent`, async ({ keydesk: { page }, faults }) => {
      const dialog = await openCreate(page);
      await nameOf(dialog).fill(name ?? '');
      await chooseLevel(dialog, 'Calls', 'Read');
      await save(dialog);
      await expect(nameOf(dialog)).toHaveAccessibleDescription(/Enter a name/);
      await expect(nameOf(dialog)).toHaveAttribute('aria-invalid', 'true');
      await expect(nameOf(dialog)).toBeFocused();
      await nameOf(dialog).fill('Now_It_Has_One');
      await expect(dialog.getByText('Enter a name')).toHaveCount(0);
      expect(creates(faults)).toHaveLength(0);
    });
  }

  test('is sent without the spaces around it', async ({ keydesk: { page }, faults }) => {
    const dialog = await openCreate(page);
    await nameOf(dialog).fill('  Trimmed_Test \t');
    await chooseLevel(dialog, 'Calls', 'Read');
    await save(dialog);
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(JSON.parse(creates(faults)[0]?.body ?? '')).toMatchObject({ name: 'Trimmed_Test' });
  });

  test('what the server says of it stands at its field, and nothing that was typed or chosen is lost', async ({
    keydesk: { page },
    faults,
  }) => {
    const tooLong = 'x'.repeat(256);
    const dialog = await openCreate(page);
    await fillIn(dialog);
    await nameOf(dialog).fill(tooLong);
    await save(dialog);
    await expect(nameOf(dialog)).toHaveAccessibleDescription(/at most 255 characters/);
    await expect(nameOf(dialog)).toBeFocused();
    await expect(nameOf(dialog)).toHaveValue(tooLong);
    await expect(levelOf(dialog, 'Calls', 'Write')).toBeChecked();
    await expect(levelOf(dialog, 'Contacts', 'Read')).toBeChecked();
    expect(creates(faults)).toHaveLength(1);

    await nameOf(dialog).fill('Short_Staging');
    await save(dialog);
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(creates(faults)).toHaveLength(2);
  });
});

test.describe('the permission editor', () => {
  for (const resource of ['Messages', 'Transcriptions', 'Recordings', 'Voices', 'Statistics']) {
    test(`Write cannot be chosen for ${resource}, and says why`, async ({ keydesk: { page } }) => {
      const dialog = await openCreate(page);
      const write = levelOf(dialog, resource, 'Write');
      await expect(write).toBeDisabled();
      await expect(write).toHaveAccessibleDescription(`The API has nothing to write for ${resource}`);
      const word = dialog
        .getByRole('radiogroup', { name: resource, exact: true })
        .getByText('Write', { exact: true });
      // The window of a test beside this one may open above it and take the pointer away: then it comes back.
      await expect(async () => {
        await page.mouse.move(0, 0);
        await word.hover();
        await expect(page.getByRole('tooltip')).toHaveText(`The API has nothing to write for ${resource}`, {
          timeout: 2_000,
        });
      }).toPass({ timeout: 15_000 });
    });
  }

  test('Write can be chosen for each of the other 14', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    const others = RESOURCES.filter(({ verbs }) => verbs.length > 0);
    expect(others).toHaveLength(14);
    for (const { label } of others) await chooseLevel(dialog, label, 'Write');
    await expect(dialog.getByText('0 read, 14 write, 5 no access', { exact: true })).toBeVisible();
  });

  for (const [group, note, sum] of [
    [
      'Communication',
      'Messages, Transcriptions and Recordings have no Write: set to Read',
      '3 read, 1 write, 15 no access',
    ],
    ['Agent configuration', 'Voices has no Write: set to Read', '1 read, 6 write, 12 no access'],
    ['Contacts and data', 'Statistics has no Write: set to Read', '1 read, 2 write, 16 no access'],
    ['Administration', '', '0 read, 5 write, 14 no access'],
  ] as const) {
    test(`${group} set to Write: Read where there is no Write, and it says so`, async ({
      keydesk: { page },
    }) => {
      const dialog = await openCreate(page);
      await dialog.getByRole('button', { name: `Set all of ${group} to Write` }).click();
      await expect(dialog.getByText(sum, { exact: true })).toBeVisible();
      if (note) await expect(dialog.getByText(note, { exact: true })).toBeVisible();
      else await expect(dialog.getByText(/set to Read/)).toHaveCount(0);
      for (const { label, verbs } of GROUPS.find((each) => each.label === group)?.resources ?? []) {
        await expect(levelOf(dialog, label, verbs.length > 0 ? 'Write' : 'Read')).toBeChecked();
      }
    });
  }

  test('all resources can be set at once', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    await dialog.getByRole('button', { name: 'Set all resources to Read' }).click();
    await expect(dialog.getByText('19 read, 0 write, 0 no access', { exact: true })).toBeVisible();
    await dialog.getByRole('button', { name: 'Set all resources to No access' }).click();
    await expect(dialog.getByText('0 read, 0 write, 19 no access', { exact: true })).toBeVisible();
  });

  test('a line sums up what is chosen', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    await expect(dialog.getByText('0 read, 0 write, 19 no access', { exact: true })).toBeVisible();
    await chooseLevel(dialog, 'Calls', 'Read');
    await chooseLevel(dialog, 'Agents', 'Write');
    await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
  });

  test('the filter shows what matches, sets nothing and hides no choice from the sum', async ({
    keydesk: { page },
  }) => {
    const dialog = await openCreate(page);
    const filter = dialog.getByRole('searchbox', { name: 'Filter resources' });
    await chooseLevel(dialog, 'Calls', 'Read');
    await filter.fill('webh');
    await expect(dialog.getByRole('radiogroup')).toHaveCount(1);
    await chooseLevel(dialog, 'Webhooks', 'Write');
    await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Set all/ })).toHaveCount(0);
    await filter.fill('nothing like it');
    await expect(dialog.getByText('No resource matches the filter.')).toBeVisible();
    await filter.press('Escape');
    await expect(filter).toHaveValue('');
    await expect(dialog.getByRole('radiogroup')).toHaveCount(19);
    await expect(levelOf(dialog, 'Calls', 'Read')).toBeChecked();
  });

  test('is worked by the keyboard alone', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    await levelOf(dialog, 'Calls', 'No access').focus();
    await page.keyboard.press('w');
    await expect(levelOf(dialog, 'Calls', 'Write')).toBeChecked();
    await page.keyboard.press('ArrowDown');
    await expect(levelOf(dialog, 'Messages', 'No access')).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(levelOf(dialog, 'Messages', 'Read')).toBeChecked();
    // There is no Write: it stays and says why.
    await page.keyboard.press('ArrowRight');
    await expect(levelOf(dialog, 'Messages', 'Read')).toBeChecked();
    await expect(dialog.getByText('The API has nothing to write for Messages').last()).toBeVisible();
    await page.keyboard.press('PageDown');
    await expect(levelOf(dialog, 'Agents', 'No access')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(levelOf(dialog, 'Recordings', 'No access')).toBeFocused();
    await page.keyboard.press('/');
    await expect(dialog.getByRole('searchbox', { name: 'Filter resources' })).toBeFocused();
    await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
  });
});

test.describe('what is sent', () => {
  test('for a restricted key: exactly the strings of its levels, once', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    const dialog = await openCreate(page);
    await nameOf(dialog).fill('CRM_Query_Production');
    for (const [resource, level] of [
      ['Calls', 'Write'],
      ['Messages', 'Read'],
      ['Statistics', 'Read'],
      ['Phones', 'Write'],
      ['Contacts', 'Write'],
      ['Billing', 'Read'],
    ] as const) {
      await chooseLevel(dialog, resource, level);
    }
    await save(dialog);
    await page.getByRole('button', { name: 'Copy key', exact: true }).click();
    await storeKey(page);
    await expect(rowOf(page, 'CRM_Query_Production')).toBeVisible();

    const [request, ...more] = creates(faults);
    expect(more).toEqual([]);
    expect(request?.path).toBe('/v1/api_key/');
    expect(request?.headers).toMatchObject({
      authorization: `Bearer ${api.tokens.admin}`,
      'content-type': 'application/json',
    });
    expect(request?.headers.cookie).toBeUndefined();
    const { permissions, ...rest } = JSON.parse(request?.body ?? '') as { permissions: string[] };
    expect(rest).toEqual({ name: 'CRM_Query_Production', restricted: true });
    expect(permissions.toSorted()).toEqual([
      'billing.view',
      'calls.create',
      'calls.delete',
      'calls.update',
      'calls.view',
      'contacts.delete',
      'contacts.view',
      'messages.view',
      'phones.delete',
      'phones.import',
      'phones.purchase',
      'phones.update',
      'phones.view',
      'stats.view',
    ]);
  });

  test('for an unrestricted key, which is warned of: no permissions at all', async ({
    keydesk: { page },
    faults,
  }) => {
    const dialog = await openCreate(page);
    await nameOf(dialog).fill('Everything_Production');
    // What was chosen before counts no more.
    await chooseLevel(dialog, 'Calls', 'Write');
    const warning = dialog.getByText('Unrestricted: the key has full access to all API resources.');
    await expect(warning).toHaveCount(0);
    await dialog.getByRole('switch', { name: 'Restrict key' }).click();
    await expect(warning).toBeVisible();
    await save(dialog);
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(creates(faults).map(({ body }) => JSON.parse(body))).toEqual([
      { name: 'Everything_Production', restricted: false },
    ]);
  });

  test('Restrict key turned off and on again keeps the levels', async ({ keydesk: { page } }) => {
    const dialog = await openCreate(page);
    await fillIn(dialog);
    const toggle = dialog.getByRole('switch', { name: 'Restrict key' });
    await toggle.click();
    await toggle.click();
    await expectKept(dialog);
  });

  test('for a key without one permission: nothing, before a yes', async ({ keydesk: { page }, faults }) => {
    const dialog = await openCreate(page);
    await nameOf(dialog).fill('Does_Nothing_Test');
    await save(dialog);
    const question = page.getByRole('alertdialog', { name: 'This key can do nothing' });
    await expect(question.getByRole('button', { name: 'Go back to the permissions' })).toBeFocused();
    await question.getByRole('button', { name: 'Go back to the permissions' }).click();
    await expect(question).toHaveCount(0);
    await expect(levelOf(dialog, 'Calls', 'No access')).toBeFocused();
    expect(creates(faults)).toHaveLength(0);

    await save(dialog);
    await question.getByRole('button', { name: 'Create it anyway' }).click();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(creates(faults).map(({ body }) => JSON.parse(body))).toEqual([
      { name: 'Does_Nothing_Test', restricted: true, permissions: [] },
    ]);
  });

  test('once, however often Save is pressed', async ({ keydesk: { page }, api, faults }) => {
    const dialog = await openCreate(page);
    await fillIn(dialog);
    await dialog.getByRole('button', { name: 'Save' }).dblclick();
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(creates(faults)).toHaveLength(1);
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(25);
  });
});

test.describe('a create that is refused', () => {
  const REFUSALS: readonly (readonly [string, Fault, string])[] = [
    [
      'fault 11: 401',
      json(401, { status: 'error', error_code: 'UNAUTHORIZED', message: 'Unauthorized' }),
      'The server does not accept this token',
    ],
    [
      'fault 12: 403',
      json(403, { status: 'error', error_code: 'UNATHORIZED_ROLE', message: 'Missing permissions' }),
      'Only administrators of this project can do this',
    ],
    ['fault 10: 429', json(429, {}, { 'retry-after': '2' }), 'The server asks to wait'],
    [
      '422',
      json(422, { detail: [{ loc: ['body', 'expiry_date'], msg: 'Not yet', type: 'value_error' }] }),
      'The server did not accept this',
    ],
  ];

  for (const [title, fault, sentence] of REFUSALS) {
    test(`${title} on create: the form is kept, and nothing is sent again by itself`, async ({
      keydesk: { page },
      api,
      faults,
    }) => {
      faults.rule({ call: 'create', fault });
      const dialog = await openCreate(page);
      await fillIn(dialog);
      await save(dialog);
      await expect(dialog.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
      await expectKept(dialog);
      expect(creates(faults)).toHaveLength(1);
      expect(await listAs(api.url, api.tokens.admin)).toHaveLength(24);
    });
  }

  test('after a 429 it works on the next Save, and asks nothing: no key can exist', async ({
    keydesk: { page },
    faults,
  }) => {
    faults.rule({ call: 'create', fault: json(429, {}, { 'retry-after': '1' }) });
    const dialog = await openCreate(page);
    await fillIn(dialog);
    await save(dialog);
    await expect(dialog.getByRole('alert')).toContainText('Try again in 1 second.');
    faults.heal();
    await save(dialog);
    await expect(page.getByRole('dialog', { name: 'Your new API key' })).toBeVisible();
    expect(creates(faults)).toHaveLength(2);
  });

  test('fault 12: after a 403 creating is disabled, and the list stays', async ({
    keydesk: { page },
    faults,
  }) => {
    faults.rule({ call: 'create', fault: json(403, {}) });
    const dialog = await openCreate(page);
    await fillIn(dialog);
    await save(dialog);
    await expect(dialog.getByRole('button', { name: 'Save' })).toBeDisabled();
    await dialog.getByRole('button', { name: 'Go back' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Discard' }).click();
    await expect(page.getByRole('button', { name: 'Create API Key' })).toBeDisabled();
    await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  });
});

test.describe('leaving', () => {
  for (const [way, leave] of [
    ['Escape', (page: Page) => page.keyboard.press('Escape')],
    ['Go back', (page: Page) => page.getByRole('button', { name: 'Go back' }).click()],
    ['Close', (page: Page) => page.getByRole('button', { name: 'Close' }).click()],
  ] as const) {
    test(`${way} with nothing typed closes; with something typed it asks`, async ({ keydesk: { page } }) => {
      const dialog = await openCreate(page);
      await leave(page);
      await expect(dialog).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Create API Key' })).toBeFocused();

      await openCreate(page);
      await fillIn(dialog);
      await leave(page);
      const question = page.getByRole('alertdialog', { name: 'Discard what you typed?' });
      await expect(question.getByRole('button', { name: 'Keep editing' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(question).toHaveCount(0);
      await expectKept(dialog);

      await leave(page);
      await question.getByRole('button', { name: 'Discard' }).click();
      await expect(dialog).toHaveCount(0);
      await openCreate(page);
      await expect(nameOf(dialog)).toHaveValue('');
      await expect(dialog.getByText('0 read, 0 write, 19 no access', { exact: true })).toBeVisible();
    });
  }

  test('a level that was chosen counts as typed, and a click beside the dialog does nothing', async ({
    keydesk: { page },
  }) => {
    const dialog = await openCreate(page);
    await page.mouse.click(3, 3);
    await expect(dialog).toBeVisible();
    await chooseLevel(dialog, 'Voices', 'Read');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog', { name: 'Discard what you typed?' })).toBeVisible();
  });
});
