import { expect, type Locator, type Page } from '@playwright/test';
import type { startKeyApi } from '../electron/demo/server.ts';
import { signIn, test } from './support/app.ts';
import { askAs, createKey, listAs, rowOf, storeKey } from './support/keys.ts';

type Prepare = NonNullable<NonNullable<Parameters<typeof startKeyApi>[0]>['prepare']>;
type StoredKey = ReturnType<Prepare>['keys'][number];

/** Seeds the keys as they are, with something of each changed; the newest has the index 0. */
function eachKey(change: (index: number) => Partial<StoredKey['item']>): Prepare {
  return (state) => ({
    ...state,
    keys: state.keys.map((key, place) => ({
      ...key,
      item: { ...key.item, ...change(state.keys.length - 1 - place) },
    })),
  });
}

/** The newest keys get these names, in this order. */
function named(...names: readonly string[]): Prepare {
  return eachKey((index) => {
    const name = names[index];
    return name === undefined ? {} : { name };
  });
}

function searchOf(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search by name' });
}

function rowsOf(page: Page): Locator {
  return page.getByRole('row').filter({ has: page.getByRole('button', { name: /^Actions for/ }) });
}

/** The names in the rows, from the top. */
function namesIn(page: Page): Promise<readonly string[]> {
  return rowsOf(page).getByRole('cell').and(page.locator(':first-child')).allInnerTexts();
}

function makeKey(url: string, token: string, name: string): Promise<Response> {
  return askAs(url, token, 'POST', '/v1/api_key/', { name, restricted: true, permissions: ['calls.view'] });
}

test.describe('search', () => {
  test.use({
    keyApi: { prepare: named('Équipe_CRM', 'crm backend', 'Straße', 'A.*B', 'Zoë_crm_Ω') },
  });

  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  });

  test('finds as one types, whatever the case, and counts', async ({ keydesk: { page } }) => {
    await searchOf(page).pressSequentially('cr');
    await expect(page.getByText(/^\d+ of 24 keys$/)).toBeVisible();
    await searchOf(page).pressSequentially('M');
    // Three of the new names; the seeds that had the others are not in the list any more but for CRM_Query.
    await expect(page.getByText('4 of 24 keys', { exact: true })).toBeVisible();
    await expect.poll(() => namesIn(page)).toEqual(['Équipe_CRM', 'crm backend', 'Zoë_crm_Ω', 'CRM_Query']);
  });

  for (const [typed, found] of [
    ['equipe', 'Équipe_CRM'],
    ['ÉQUIPE', 'Équipe_CRM'],
    ['zoe_CRM_ω', 'Zoë_crm_Ω'],
    ['  a.*b ', 'A.*B'],
  ] as const) {
    test(`"${typed}" finds ${found} alone`, async ({ keydesk: { page } }) => {
      await searchOf(page).fill(typed);
      await expect(page.getByText('1 of 24 keys', { exact: true })).toBeVisible();
      await expect.poll(() => namesIn(page)).toEqual([found]);
    });
  }

  test('says that nothing matches, and clears the search', async ({ keydesk: { page } }) => {
    await searchOf(page).fill('no such key');
    await expect(page.getByText("No key's name contains “no such key”")).toBeVisible();
    await expect(page.getByText('0 of 24 keys', { exact: true })).toBeVisible();
    await page.getByRole('button', { name: 'Clear search' }).click();
    await expect(searchOf(page)).toHaveValue('');
    await expect(searchOf(page)).toBeFocused();
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    await expect(rowOf(page, 'Équipe_CRM')).toBeVisible();
  });

  test('Ctrl+F goes to it, Escape empties it, arrow down goes on to the rows', async ({
    keydesk: { page },
  }) => {
    await page.keyboard.press('Control+f');
    await expect(searchOf(page)).toBeFocused();
    await page.keyboard.type('backend');
    await expect(page.getByText('2 of 24 keys', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(searchOf(page)).toHaveValue('');
    await page.keyboard.press('ArrowDown');
    await expect(rowOf(page, 'Équipe_CRM')).toBeFocused();
  });
});

test.describe('order', () => {
  const DATES = ['2024-05-01', '2026-01-01', '2025-03-01', '2023-02-01', '2024-04-01'];
  test.use({
    keyApi: {
      keys: 5,
      prepare: eachKey((index) => ({
        name: ['key 10', 'Zoe', 'key 9', 'éclair', 'Alpha'][index] ?? '',
        created_date: `${DATES[index]}T00:00:00Z`,
        ...(index === 2 ? { restricted: false, permissions: null } : {}),
      })),
    },
  });

  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
  });

  const newestFirst = ['Zoe', 'key 9', 'key 10', 'Alpha', 'éclair'];

  test('begins with the newest', async ({ keydesk: { page } }) => {
    await expect.poll(() => namesIn(page)).toEqual(newestFirst);
    await expect(page.getByRole('columnheader', { name: 'Creation date' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
  });

  for (const [header, first, expected] of [
    ['Name', 'ascending', ['Alpha', 'éclair', 'key 9', 'key 10', 'Zoe']],
    ['Creation date', 'ascending', newestFirst.toReversed()],
    ['Key permissions', 'descending', ['key 9', 'key 10', 'Zoe', 'éclair', 'Alpha']],
  ] as const) {
    test(`by ${header}, and turned by a second click`, async ({ keydesk: { page } }) => {
      const column = page.getByRole('columnheader', { name: header, exact: true });
      await column.getByRole('button').click();
      await expect(column).toHaveAttribute('aria-sort', first);
      await expect(page.locator('[aria-sort]')).toHaveCount(1);
      await expect.poll(() => namesIn(page)).toEqual(expected);

      await column.getByRole('button').click();
      await expect(column).toHaveAttribute('aria-sort', first === 'ascending' ? 'descending' : 'ascending');
      const turned =
        header === 'Key permissions' ? ['key 10', 'Zoe', 'éclair', 'Alpha', 'key 9'] : expected.toReversed();
      await expect.poll(() => namesIn(page)).toEqual(turned);
    });
  }
});

test('the copy button puts the whole key id on the clipboard', async ({ keydesk: { page, app }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  const key = (await listAs(api.url, api.tokens.admin)).find(({ name }) => name === 'Booking_App');
  await app.evaluate(({ clipboard }) => clipboard.writeText('something else'));
  const row = rowOf(page, 'Booking_App');
  await row.hover();
  await row.getByRole('button', { name: 'Copy ID of Booking_App' }).click();
  await expect(row.getByText('Copied')).toBeAttached();
  expect(await app.evaluate(({ clipboard }) => clipboard.readText())).toBe(key?.id);
});

test.describe('refresh', () => {
  for (const [how, refresh] of [
    ['the button', (page: Page) => page.getByRole('button', { name: 'Refresh', exact: true }).click()],
    ['F5', (page: Page) => page.keyboard.press('F5')],
    ['Ctrl+R', (page: Page) => page.keyboard.press('Control+r')],
  ] as const) {
    test(`${how} loads the list again, and never the page`, async ({ keydesk: { page }, api }) => {
      await signIn(page, api.url, api.tokens.admin);
      await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
      await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
      await makeKey(api.url, api.tokens.admin, 'Made_Elsewhere');
      await refresh(page);
      await expect(rowOf(page, 'Made_Elsewhere')).toBeVisible();
      await expect(page.getByText('25 keys', { exact: true })).toBeVisible();
      expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
    });
  }

  test('the menu refreshes the list too, and has no item that reloads the page', async ({
    keydesk: { page, app },
    api,
  }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.evaluate(() => Object.assign(window, { stillTheSamePage: true }));
    await makeKey(api.url, api.tokens.admin, 'Made_Elsewhere');
    const roles = await app.evaluate(({ Menu }) => {
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      items.find(({ label }) => label === 'Refresh')?.click();
      return items.map(({ role }) => role?.toLowerCase());
    });
    await expect(rowOf(page, 'Made_Elsewhere')).toBeVisible();
    expect(roles.filter((role) => role === 'reload' || role === 'forcereload')).toEqual([]);
    expect(await page.evaluate(() => 'stillTheSamePage' in window)).toBe(true);
  });

  test('by itself when the window gets the focus and the list is older than five minutes, not before', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await page.clock.install();
    await signIn(page, faults.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
    const walks = () => faults.requestsOf('list').length;
    const before = walks();
    const focus = () => page.evaluate(() => window.dispatchEvent(new Event('focus')));

    await page.clock.fastForward('04:00');
    await focus();
    await makeKey(api.url, api.tokens.admin, 'Made_Later');
    await page.clock.fastForward('01:30');
    await focus();
    // Had the younger list been loaded again, the second focus would have found a young one and not seen this key.
    await expect(rowOf(page, 'Made_Later')).toBeVisible();
    expect(walks()).toBe(before + 1);
  });

  test('keeps what is shown, what is looked for and the order', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.getByRole('columnheader', { name: 'Name', exact: true }).getByRole('button').click();
    await searchOf(page).fill('crm');
    await expect.poll(() => namesIn(page)).toEqual(['CRM_Production', 'CRM_Query']);
    await makeKey(api.url, api.tokens.admin, 'CRM_Archive');
    await page.getByRole('button', { name: 'Refresh', exact: true }).click();
    await expect.poll(() => namesIn(page)).toEqual(['CRM_Archive', 'CRM_Production', 'CRM_Query']);
    await expect(searchOf(page)).toHaveValue('crm');
  });
});

test('fault 15: a row that cannot be read is marked, and the others show', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  const row = rowOf(page, 'Half_Migrated_Import');
  await expect(row).toContainText('Unreadable row');
  await expect(row).toContainText('Unreadable: last four');
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Actions for Half_Migrated_Import' }).click();
  await page.getByRole('menuitem', { name: 'Details' }).click();
  const details = page.getByRole('dialog', { name: /Half_Migrated_Import/ });
  await expect(details.getByRole('region', { name: 'Unreadable key' })).toContainText('last four');
  // Its id can be read: it can be deleted.
  await expect(details.getByRole('button', { name: 'Delete' })).toBeEnabled();
});

test.describe('a row whose id cannot be read', () => {
  test.use({ keyApi: { keys: 3, prepare: eachKey((index) => (index === 1 ? { id: 'none' } : {})) } });

  test('cannot be deleted from here, and says so', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    const row = rowOf(page, 'Mobile_App_Staging');
    await expect(row).toContainText('Unreadable: key id');
    await row.getByRole('button', { name: /^Actions for/ }).click();
    await expect(page.getByRole('menuitem', { name: 'Delete' })).toBeDisabled();
    await expect(page.getByText('The key ID could not be read')).toBeVisible();
  });
});

test('fault 24: hostile names are literal text', async ({ keydesk: { page }, api }) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.evaluate(() =>
    document.addEventListener('securitypolicyviolation', ({ blockedURI, violatedDirective }) =>
      document.documentElement.setAttribute('data-violation', `${violatedDirective} ${blockedURI}`),
    ),
  );
  await signIn(page, api.url, api.tokens.admin);
  for (const name of ['<img src=x onerror=alert(1)>', '{{constructor}}', '=HYPERLINK(']) {
    await searchOf(page).fill(name);
    await expect(page.getByText('1 of 24 keys', { exact: true })).toBeVisible();
    await expect(rowsOf(page).getByText(name)).toBeVisible();
  }
  await searchOf(page).fill('<img');
  const name = '<img src=x onerror=alert(1)>';
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: `Details of ${name}` })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.keyboard.press('Delete');
  await expect(page.getByRole('dialog', { name: 'Delete API key' }).getByText(name)).toBeVisible();
  await expect(page.locator('img')).toHaveCount(0);
  await expect(page.locator('html')).not.toHaveAttribute('data-violation');
  expect(complaints).toEqual([]);
});

test.describe('with 5,000 keys', () => {
  test.use({ keyApi: { keys: 5_000 } });

  test('only the rows in view are in the document', async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('5,000 keys', { exact: true })).toBeVisible();
    await expect(page.getByRole('table')).toHaveAttribute('aria-rowcount', '5001');
    expect(await page.getByRole('row').count()).toBeLessThan(100);
    await rowOf(page, 'CRM_Production').focus();
    await page.keyboard.press('End');
    await expect(page.locator('tr:focus')).toHaveAttribute('aria-rowindex', '5001');
    await expect(page.locator('tr:focus')).toBeInViewport();
    expect(await page.getByRole('row').count()).toBeLessThan(100);
  });
});

test.describe('keyboard', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(rowOf(page, 'CRM_Production')).toBeVisible();
    await searchOf(page).press('ArrowDown');
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
  });

  test('arrows, Home, End, Page Down and Page Up move through the rows', async ({ keydesk: { page } }) => {
    await page.keyboard.press('ArrowDown');
    await expect(rowOf(page, 'Mobile_App_Staging')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
    await page.keyboard.press('End');
    // A date that cannot be stands last.
    await expect(rowOf(page, 'Clock_Drift_Test')).toBeFocused();
    await expect(rowOf(page, 'Clock_Drift_Test')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('ArrowDown');
    await expect(rowOf(page, 'Clock_Drift_Test')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
    await expect(rowOf(page, 'CRM_Production')).toBeInViewport({ ratio: 1 });
    await page.keyboard.press('PageDown');
    const index = Number(await page.locator('tr:focus').getAttribute('aria-rowindex'));
    expect(index).toBeGreaterThan(7);
    await page.keyboard.press('PageUp');
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
  });

  test('Enter opens the details, and Escape brings back to the row', async ({ keydesk: { page } }) => {
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: /Details of\s+CRM_Production/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
  });

  test('Delete asks, and Escape brings back to the row', async ({ keydesk: { page }, api }) => {
    await page.keyboard.press('Delete');
    await expect(page.getByRole('dialog', { name: 'Delete API key' })).toContainText('CRM_Production');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(rowOf(page, 'CRM_Production')).toBeFocused();
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(24);
  });

  for (const key of ['Shift+F10', 'ContextMenu']) {
    test(`${key} opens the row's menu, and Escape brings back to the row`, async ({ keydesk: { page } }) => {
      await page.keyboard.press(key);
      await expect(page.getByRole('menu', { name: 'Actions for CRM_Production' })).toBeVisible();
      await expect(page.getByRole('menuitem', { name: 'Details' })).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toHaveCount(0);
      await expect(rowOf(page, 'CRM_Production')).toBeFocused();
    });
  }

  test('after a deletion the next row has the focus', async ({ keydesk: { page } }) => {
    await page.keyboard.press('Delete');
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await expect(page.getByText('23 keys', { exact: true })).toBeVisible();
    await expect(rowOf(page, 'Mobile_App_Staging')).toBeFocused();
  });
});

test('a right click opens the menu of the row under the pointer', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await rowOf(page, 'Booking_App').click({ button: 'right', position: { x: 200, y: 15 } });
  const menu = page.getByRole('menu', { name: 'Actions for Booking_App' });
  await expect(menu).toBeVisible();
  const [menuAt, rowAt] = [await menu.boundingBox(), await rowOf(page, 'Booking_App').boundingBox()];
  expect(Math.abs((menuAt?.x ?? 0) - (rowAt?.x ?? 0) - 200)).toBeLessThan(12);
  await page.getByRole('menuitem', { name: 'Details' }).click();
  await expect(page.getByRole('dialog', { name: /Booking_App/ })).toBeVisible();
});

test.describe('details', () => {
  async function openDetails(page: Page, name: string): Promise<Locator> {
    await searchOf(page).fill(name);
    await rowOf(page, name).dblclick({ position: { x: 12, y: 12 } });
    const details = page.getByRole('dialog', { name: /^Details of/ });
    await expect(details).toBeVisible();
    return details;
  }

  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
  });

  test('tell the levels in the four groups', async ({ keydesk: { page }, api }) => {
    const key = (await listAs(api.url, api.tokens.admin)).find(({ name }) => name === 'CRM_Production');
    const details = await openDetails(page, 'CRM_Production');
    await expect(details).toContainText(key?.id ?? '?');
    await expect(details).toContainText(`•${key?.last_four_digits}`);
    const levels = async (group: string) => {
      const region = details.getByRole('region', { name: group, exact: true });
      const terms = await region.getByRole('term').allInnerTexts();
      const definitions = await region.getByRole('definition').allInnerTexts();
      return terms.map((term, index) => `${term}: ${definitions[index]?.trim()}`);
    };
    expect(await levels('Communication')).toEqual(['Calls: Read', 'Transcriptions: Read']);
    expect(await levels('Agent configuration')).toEqual([]);
    expect(await levels('Contacts and data')).toEqual(['Contacts: Write', 'Statistics: Read']);
    expect(await levels('Administration')).toEqual([]);
    await expect(details.getByRole('region', { name: 'Administration' })).toContainText('No access');
  });

  test('tell who made it: "you", or the id of another', async ({ keydesk: { page } }) => {
    const own = await openDetails(page, 'CRM_Production');
    await expect(own.getByText('you', { exact: true })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(own).toBeHidden();
    const other = await openDetails(page, 'Booking_App');
    await expect(other.getByText('1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b02')).toBeVisible();
    await expect(other.getByText('you', { exact: true })).toHaveCount(0);
  });

  test('show verbs that are no level as Custom', async ({ keydesk: { page } }) => {
    const details = await openDetails(page, 'Number_Procurement');
    const administration = details.getByRole('region', { name: 'Administration' });
    await expect(administration.getByText('Custom: view, purchase')).toBeVisible();
    await expect(details.getByRole('region', { name: 'Agent configuration' })).toContainText(
      'Custom: delete',
    );
  });

  test('show families that the page does not know under Other, by their wire names', async ({
    keydesk: { page },
  }) => {
    const details = await openDetails(page, 'Workflow_Runner');
    await expect(details.getByRole('region', { name: 'Other' }).getByRole('listitem')).toHaveText([
      'workflows.view',
      'workflows.create',
      'workflows.update',
      'workflows.delete',
      'companies.update',
      'logs.view',
    ]);
  });

  for (const name of ['Webhook_Relay', 'Reporting_Bot']) {
    test(`call ${name}, restricted without one permission, no access and never unrestricted`, async ({
      keydesk: { page },
    }) => {
      const details = await openDetails(page, name);
      await expect(details.getByText('Restricted, no access')).toBeVisible();
      await expect(details).not.toContainText('Unrestricted');
    });
  }

  test('warn of an unrestricted key', async ({ keydesk: { page } }) => {
    const details = await openDetails(page, 'Legacy_Backend');
    await expect(details).toContainText('The key has full access to all API resources.');
    await expect(details).toContainText('Avoid using unrestricted keys.');
  });

  test('keep the exact strings folded until they are asked for', async ({ keydesk: { page } }) => {
    const details = await openDetails(page, 'Dialer_Bridge');
    await expect(details.getByText('calls.create', { exact: true })).toBeHidden();
    await details.getByText('Exact permissions').click();
    await expect(details.getByText('calls.create', { exact: true })).toBeVisible();
  });

  test('lead on to Delete', async ({ keydesk: { page }, api }) => {
    const details = await openDetails(page, 'Dialer_Bridge');
    await details.getByRole('button', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete API key' });
    await expect(dialog).toContainText('Dialer_Bridge');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await expect(dialog).toBeHidden();
    expect((await listAs(api.url, api.tokens.admin)).some(({ name }) => name === 'Dialer_Bridge')).toBe(
      false,
    );
  });
});

test('a new key stands out in the list and has the focus', async ({ keydesk: { page }, api }) => {
  await signIn(page, api.url, api.tokens.admin);
  await searchOf(page).fill('partner');
  await createKey(page, { name: 'Just_Made', levels: { Calls: 'Read' } });
  await storeKey(page);
  await expect(rowOf(page, 'Just_Made')).toBeFocused();
  await expect(searchOf(page)).toHaveValue('');
});
