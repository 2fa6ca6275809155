import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { json, tooManyRequests } from './support/fault.ts';
import { askAs, listAs, rowOf } from './support/keys.ts';

const dialogOf = (page: Page): Locator => page.getByRole('dialog', { name: 'Delete API keys' });
const barOf = (page: Page): Locator => page.getByRole('region', { name: 'Selected keys' });
const selectedRows = (page: Page): Locator => page.locator('tr[aria-selected="true"]');

/** The names of the first keys in the table, newest first. */
async function newestNames(url: string, token: string, count: number): Promise<readonly string[]> {
  return (await listAs(url, token)).slice(0, count).map(({ name }) => name);
}

/** Selects the first so many rows by the keyboard. */
async function selectFirst(page: Page, count: number): Promise<void> {
  await page.getByRole('searchbox', { name: 'Search by name' }).press('ArrowDown');
  await page.keyboard.press('Space');
  for (let more = 1; more < count; more += 1) await page.keyboard.press('Shift+ArrowDown');
  await expect(barOf(page)).toContainText(`${count} keys selected`);
}

async function confirm(page: Page, count: number): Promise<void> {
  await barOf(page).getByRole('button', { name: 'Delete…' }).click();
  await dialogOf(page).getByRole('textbox').fill(String(count));
  await page.keyboard.press('Enter');
}

test.describe('selecting', () => {
  test.beforeEach(async ({ keydesk: { page }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  });

  test('with the pointer: Ctrl adds and takes away, Shift takes a range, the boxes do the same', async ({
    keydesk: { page },
    api,
  }) => {
    const names = await newestNames(api.url, api.tokens.admin, 6);
    const row = (index: number) => rowOf(page, names[index] ?? '?');
    await row(0).click({ modifiers: ['Control'] });
    await expect(row(0)).toHaveAttribute('aria-selected', 'true');
    await row(2).click();
    await row(4).click({ modifiers: ['Shift'] });
    await expect(barOf(page)).toContainText('4 keys selected');
    await row(3).click({ modifiers: ['Shift'] });
    await expect(barOf(page)).toContainText('3 keys selected');
    await row(2).click({ modifiers: ['Control'] });
    await expect(barOf(page)).toContainText('2 keys selected');
    await row(5)
      .getByRole('checkbox', { name: `Select ${names[5]}` })
      .click();
    await expect(row(5).getByRole('checkbox')).toBeChecked();
    await expect(barOf(page)).toContainText('3 keys selected');
    // A plain click opens nothing and loses nothing.
    await row(1).click();
    await expect(barOf(page)).toContainText('3 keys selected');
    await barOf(page).getByRole('button', { name: 'Clear' }).click();
    await expect(barOf(page)).toHaveCount(0);
    await expect(selectedRows(page)).toHaveCount(0);
    await expect(row(1)).toBeFocused();
  });

  test('with the keyboard: Space, Shift and the arrows, Ctrl+A for what matches, Escape', async ({
    keydesk: { page },
  }) => {
    const search = page.getByRole('searchbox', { name: 'Search by name' });
    await selectFirst(page, 4);
    await page.keyboard.press('Shift+ArrowUp');
    await expect(barOf(page)).toContainText('3 keys selected');
    await page.keyboard.press('Space');
    await expect(barOf(page)).toContainText('2 keys selected');
    await page.keyboard.press('Escape');
    await expect(barOf(page)).toHaveCount(0);
    await page.keyboard.press('Shift+End');
    await expect(barOf(page)).toContainText('22 keys selected');
    await page.keyboard.press('Escape');

    await search.fill('crm');
    await expect(page.getByText('2 of 24 keys')).toBeVisible();
    await search.press('ArrowDown');
    await page.keyboard.press('Control+a');
    await expect(barOf(page)).toContainText('2 keys selected');
    // What is selected stays so when the search hides it.
    await search.fill('booking');
    await expect(barOf(page)).toContainText('2 keys selected, 2 not shown');
    await barOf(page).getByRole('button', { name: 'Select all 1' }).click();
    await expect(barOf(page)).toContainText('3 keys selected, 2 not shown');
  });

  test('the view does not move when the bar comes', async ({ keydesk: { page }, api }) => {
    const [name = '?'] = await newestNames(api.url, api.tokens.admin, 1);
    const before = await rowOf(page, name).boundingBox();
    await rowOf(page, name).click({ modifiers: ['Control'] });
    await expect(barOf(page)).toBeVisible();
    expect(await rowOf(page, name).boundingBox()).toEqual(before);
    // The last row is not under the bar.
    await page.keyboard.press('End');
    const row = page.locator('tr[aria-rowindex="25"]');
    await expect(row).toBeFocused();
    const last = await row.boundingBox();
    const bar = await barOf(page).boundingBox();
    expect((last?.y ?? 0) + (last?.height ?? 0)).toBeLessThanOrEqual(bar?.y ?? 0);
  });
});

test.describe('deleting several', () => {
  test('lists them, wants their number typed, deletes each, and tells what became of it', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    const names = await newestNames(api.url, api.tokens.admin, 4);
    const [, gone] = await listAs(api.url, api.tokens.admin);
    await selectFirst(page, 3);
    await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${gone?.id}`);
    await page.keyboard.press('Delete');
    const dialog = dialogOf(page);
    for (const name of names.slice(0, 3)) await expect(dialog.getByText(name, { exact: true })).toBeVisible();
    await expect(dialog).toContainText(gone?.id ?? '?');
    const button = dialog.getByRole('button', { name: 'Delete 3 keys' });
    await expect(button).toBeDisabled();
    await expect(dialog.getByRole('textbox')).toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await expect(button).toBeDisabled();
    expect(faults.requestsOf('delete')).toHaveLength(0);
    await dialog.getByRole('textbox').fill('3');
    await page.keyboard.press('Enter');

    await expect(dialog.getByRole('status')).toHaveText('2 deleted, 1 already gone.');
    await expect(dialog.getByRole('listitem').filter({ hasText: gone?.name ?? '?' })).toContainText(
      'Already gone',
    );
    expect(faults.requestsOf('delete')).toHaveLength(3);
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText('21 keys', { exact: true })).toBeVisible();
    await expect(barOf(page)).toHaveCount(0);
    await expect(rowOf(page, names[3] ?? '?')).toBeFocused();
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(21);
  });

  test('a failure does not stop the rest, and the failed are tried again', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    const [, second] = await listAs(api.url, api.tokens.admin);
    await selectFirst(page, 3);
    faults.rule({ call: 'delete', time: 2, fault: json(503, {}) });
    await confirm(page, 3);
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('status')).toHaveText('2 deleted, 1 failed.');
    // What has to be looked at comes first.
    await expect(dialog.getByRole('listitem').first()).toContainText(second?.name ?? '?');
    await expect(dialog.getByRole('listitem').first()).toContainText('The server has a problem');
    await dialog.getByRole('button', { name: 'Retry the 1 failed' }).click();
    await expect(dialog.getByRole('status')).toHaveText('3 deleted.');
    await page.keyboard.press('Escape');
    await expect(page.getByText('21 keys', { exact: true })).toBeVisible();
  });

  test('can be stopped, and goes on with the rest', async ({ keydesk: { page }, api, faults }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 5);
    const answer = Promise.withResolvers<void>();
    faults.rule({ call: 'delete', time: 2, fault: { kind: 'hold', until: answer.promise } });
    await confirm(page, 5);
    const dialog = dialogOf(page);
    await expect(dialog).toContainText('1 of 5 keys');
    await expect(dialog.getByRole('button', { name: 'Stop', exact: true })).toBeFocused();
    // Nothing closes it on the way.
    await page.keyboard.press('Escape');
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Stop', exact: true }).click();
    await expect(dialog).toContainText('Stopping after this key');
    answer.resolve();
    await expect(dialog.getByRole('status')).toHaveText('Stopped: 2 deleted, 3 not tried.');
    expect(faults.requestsOf('delete')).toHaveLength(2);
    await dialog.getByRole('button', { name: 'Go on with the other 3' }).click();
    await expect(dialog.getByRole('status')).toHaveText('5 deleted.');
    expect(faults.requestsOf('delete')).toHaveLength(5);
  });

  test('a refused role ends it at once, and says so', async ({ keydesk: { page }, api, faults }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 4);
    faults.rule({ call: 'delete', fault: json(403, {}) });
    await confirm(page, 4);
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('status')).toHaveText('0 deleted, 1 failed, 3 not tried.');
    await expect(dialog.getByRole('alert')).toContainText('Only administrators of this project can do this');
    expect(faults.requestsOf('delete')).toHaveLength(1);
    await page.keyboard.press('Escape');
    await expect(barOf(page).getByRole('button', { name: 'Delete…' })).toBeDisabled();
    await expect(barOf(page)).toContainText('This token may not delete keys');
  });

  test('a dead token ends it, asks for another one, and the rest goes on with that', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 3);
    faults.rule({ call: 'delete', time: 1, fault: json(401, {}) });
    await confirm(page, 3);
    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await again.getByRole('textbox', { name: 'Admin token' }).fill(api.tokens.admin);
    await page.keyboard.press('Enter');
    await expect(again).toBeHidden();
    const dialog = dialogOf(page);
    await expect(dialog.getByRole('alert')).toContainText('The server does not accept this token');
    await dialog.getByRole('button', { name: 'Retry the 1 failed' }).click();
    await dialog.getByRole('button', { name: 'Go on with the other 2' }).click();
    await expect(dialog.getByRole('status')).toHaveText('3 deleted.');
  });

  test('ends where the server only says to wait', async ({ keydesk: { page }, api, faults }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 6);
    faults.rule({ call: 'delete', fault: tooManyRequests('3600') });
    await confirm(page, 6);
    await expect(dialogOf(page).getByRole('status')).toHaveText('0 deleted, 3 failed, 3 not tried.');
    expect(faults.requestsOf('delete')).toHaveLength(3);
  });

  test('is disabled offline, with the reason', async ({ keydesk: { page }, api, faults }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 2);
    await faults.refuse();
    await page.getByRole('button', { name: 'Refresh' }).click();
    await expect(barOf(page).getByRole('button', { name: 'Delete…' })).toBeDisabled();
    await expect(barOf(page)).toContainText('Not possible while offline');
    await expect(barOf(page).getByRole('button', { name: 'Export…' })).toBeEnabled();
  });

  test('goes on while the page crashes, and is told to the one that comes back', async ({
    keydesk: { page, app },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 4);
    const answer = Promise.withResolvers<void>();
    faults.rule({ call: 'delete', time: 2, fault: { kind: 'hold', until: answer.promise } });
    await confirm(page, 4);
    await expect(dialogOf(page)).toContainText('1 of 4 keys');
    await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const loaded = new Promise<void>((resolve) => contents?.once('did-finish-load', () => resolve()));
      contents?.forcefullyCrashRenderer();
      await loaded;
    });
    // Playwright gives a page up that has crashed: the one that came back is asked by script.
    const shown = (): Promise<string> =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
      );
    await expect.poll(shown).toContain('1 of 4 keys');
    answer.resolve();
    await expect.poll(shown).toContain('4 deleted.');
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(20);
  });

  test.describe('a thousand', () => {
    test.use({ keyApi: { keys: 1_000 } });

    test('go one after another, and the window stays at hand', async ({ keydesk: { page }, api }) => {
      test.setTimeout(180_000);
      await signIn(page, api.url, api.tokens.admin);
      await expect(page.getByText('1,000 keys', { exact: true })).toBeVisible();
      const search = page.getByRole('searchbox', { name: 'Search by name' });
      await search.press('ArrowDown');
      await page.keyboard.press('Control+a');
      await expect(barOf(page)).toContainText('1,000 keys selected');
      const begun = Date.now();
      await barOf(page).getByRole('button', { name: 'Delete…' }).click();
      const dialog = dialogOf(page);
      // Only those in sight are in the document.
      await expect(dialog.getByRole('listitem').first()).toBeVisible();
      expect(await dialog.getByRole('listitem').count()).toBeLessThan(40);
      await dialog.getByRole('textbox').fill('1,000');
      await page.keyboard.press('Enter');
      await expect(dialog.getByRole('progressbar')).toHaveAttribute('aria-valuemax', '1000');
      await expect(dialog.getByRole('status')).toHaveText('1,000 deleted.', { timeout: 150_000 });
      console.log(`1,000 keys deleted in ${Date.now() - begun} ms`);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'No API keys yet' })).toBeVisible();
    });
  });
});

test.describe('export', () => {
  test('of what is selected and of what the search leaves, as CSV and as JSON', async ({
    keydesk: { page, app },
    api,
    profile,
  }) => {
    await askAs(api.url, api.tokens.admin, 'POST', '/v1/api_key/', { name: '=1+1 crm', restricted: false });
    await signIn(page, api.url, api.tokens.admin);
    await expect(page.getByText('25 keys', { exact: true })).toBeVisible();
    const exported = async (file: string, button: Locator, item: string): Promise<string> => {
      const place = path.join(profile, file);
      await app.evaluate(({ dialog }, filePath) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath });
      }, place);
      await button.click();
      await page.getByRole('menuitem', { name: item }).click();
      await expect.poll(() => readFile(place, 'utf8').catch(() => '')).not.toBe('');
      return readFile(place, 'utf8');
    };
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('crm');
    await expect(page.getByText('3 of 25 keys')).toBeVisible();
    const toolbar = page.getByRole('button', { name: 'Export', exact: true });
    const csv = await exported('shown.csv', toolbar, 'Export as CSV…');
    expect(csv.trim().split('\r\n')).toHaveLength(4);
    expect(csv).toContain('\n"\'=1+1 crm",');
    const json = JSON.parse(await exported('shown.json', toolbar, 'Export as JSON…')) as {
      keys: { name: string; id: string }[];
    };
    expect(json.keys.map(({ name }) => name)).toEqual(['=1+1 crm', 'CRM_Production', 'CRM_Query']);

    await rowOf(page, 'CRM_Query').click({ modifiers: ['Control'] });
    const selected = JSON.parse(
      await exported(
        'selected.json',
        barOf(page).getByRole('button', { name: 'Export…' }),
        'Export as JSON…',
      ),
    ) as { keys: { name: string; lastFour: string }[] };
    const key = (await listAs(api.url, api.tokens.admin)).find(({ name }) => name === 'CRM_Query');
    expect(selected.keys).toEqual([
      expect.objectContaining({ name: 'CRM_Query', id: key?.id, lastFour: key?.last_four_digits }),
    ]);
  });
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing, ${theme}`, async ({ keydesk, api, faults }) => {
    const { page } = keydesk;
    await setTheme(keydesk, theme);
    await signIn(page, faults.url, api.tokens.admin);
    await selectFirst(page, 3);
    expect(await findings(page), 'selected').toEqual([]);
    await barOf(page).getByRole('button', { name: 'Export…' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    expect(await findings(page), 'export').toEqual([]);
    await page.keyboard.press('Escape');
    await barOf(page).getByRole('button', { name: 'Delete…' }).click();
    await expect(dialogOf(page)).toBeVisible();
    expect(await findings(page), 'asking').toEqual([]);
    const answer = Promise.withResolvers<void>();
    faults.rule({
      call: 'delete',
      time: 1,
      fault: { kind: 'hold', until: answer.promise, next: json(503, {}) },
    });
    await dialogOf(page).getByRole('textbox').fill('3');
    await page.keyboard.press('Enter');
    await expect(dialogOf(page).getByRole('progressbar')).toBeVisible();
    expect(await findings(page), 'under way').toEqual([]);
    answer.resolve();
    await expect(dialogOf(page).getByRole('button', { name: 'Close' })).toBeVisible();
    expect(await findings(page), 'ended').toEqual([]);
  });
}
