import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn } from './support/app.ts';
import { answer, type Fault, json, webPage } from './support/fault.ts';
import type { FaultServer } from './support/fault-server.ts';
import { test as base } from './support/keyring-app.ts';
import { askAs, chooseLevel, createKey, listAs, rowOf, storeKey } from './support/keys.ts';
import { filesWith } from './support/leak-search.ts';

/*
 * Calls that may or may not have happened. The server counts: whatever goes wrong, a create is sent again only when
 * a button says so.
 */

const NAME = 'Kept_Staging';

type Fixtures = {
  /** What the profile holds of attempts; null where it holds no such file. */
  readonly written: () => Promise<string | null>;
};

const test = base.extend<Fixtures>({
  written: async ({ profile }, use) =>
    use(() => readFile(path.join(profile, 'attempts.json'), 'utf8').catch(() => null)),
});

function dialogOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Create an API Key' });
}

function newKeyOf(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Your new API key' });
}

function creates(faults: FaultServer) {
  return faults.requestsOf('create');
}

function deletes(faults: FaultServer) {
  return faults.requestsOf('delete');
}

/** Fills the form in and saves it. */
async function saveForm(page: Page, name = NAME): Promise<Locator> {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = dialogOf(page);
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await chooseLevel(dialog, 'Calls', 'Write');
  await chooseLevel(dialog, 'Contacts', 'Read');
  await dialog.getByRole('button', { name: 'Save' }).click();
  return dialog;
}

async function expectMayExist(dialog: Locator, why: string): Promise<void> {
  const alert = dialog.getByRole('alert').filter({ hasText: 'This key may exist' });
  await expect(alert).toContainText(why);
  await expect(dialog.getByText('Reading the list again…')).toHaveCount(0);
}

/** Looks at the new key and says that it is stored. */
async function takeKey(page: Page): Promise<void> {
  await newKeyOf(page).getByRole('button', { name: 'Show key' }).click();
  await storeKey(page);
}

async function expectForm(dialog: Locator): Promise<void> {
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue(NAME);
  await expect(dialog.getByText('1 read, 1 write, 17 no access', { exact: true })).toBeVisible();
}

const button = (within: Locator | Page, name: string) => within.getByRole('button', { name, exact: true });

const NOTHING_NEW = 'No new key of this name is in the list';
const FOUND = 'A new key of this name is in the list.';

test.describe('a create', () => {
  test.beforeEach(async ({ keydesk: { page }, api, faults }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  });

  test('fault 4: a connection that was used before is reset after the create was carried out', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await createKey(page, { name: 'Made_Before', levels: { Calls: 'Read' } });
    await storeKey(page);
    expect(creates(faults)).toHaveLength(1);
    faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
    const dialog = await saveForm(page);
    await expectMayExist(dialog, 'The connection broke before the server answered');
    expect(creates(faults)).toHaveLength(2);

    const lost = (await listAs(api.url, api.tokens.admin))[0];
    expect(lost?.name).toBe(NAME);
    await expect(dialog.getByText(FOUND)).toBeVisible();
    await expect(dialog.getByText(lost?.id ?? '?')).toBeVisible();
    await expect(dialog.getByText(lost?.last_four_digits ?? '?')).toBeVisible();
    await expect(dialog.getByText('just now, by you')).toBeVisible();

    faults.heal();
    await dialog.getByRole('button', { name: /^Delete it and create again/ }).click();
    await takeKey(page);
    expect(creates(faults)).toHaveLength(3);
    expect(deletes(faults)).toHaveLength(1);
    const names = (await listAs(api.url, api.tokens.admin)).map(({ id, name }) => ({ id, name }));
    expect(names).toHaveLength(26);
    expect(names.filter(({ name }) => name === NAME)).not.toContainEqual({ id: lost?.id, name: NAME });
    await expect(rowOf(page, NAME)).toHaveCount(1);
    await expect(page.getByText('may exist')).toHaveCount(0);
  });

  const SERVER_FAILED = 'The server failed while it worked on this';
  const UNREADABLE = 'The answer of the server could not be read';
  const OUTCOMES: readonly (readonly [string, Fault, string])[] = [
    ['a reset before it was carried out', { kind: 'reset', carriedOut: false }, 'The connection broke'],
    ['500', json(500, { status: 'error', message: 'boom at line 7' }), SERVER_FAILED],
    ['502 as a page', webPage(502), SERVER_FAILED],
    ['503', json(503, {}), SERVER_FAILED],
    ['a page', webPage(), UNREADABLE],
    ['an empty 200', answer(200), UNREADABLE],
    ['204', answer(204), UNREADABLE],
  ];
  for (const [what, fault, why] of OUTCOMES) {
    test(`fault 6: ${what}: nothing new in the list, the form is kept, "Create again" sends once more`, async ({
      keydesk: { page },
      api,
      faults,
    }) => {
      faults.rule({ call: 'create', fault });
      const dialog = await saveForm(page);
      await expectMayExist(dialog, why);
      await expect(dialog.getByText(NOTHING_NEW)).toBeVisible();
      await expect(dialog).not.toContainText('boom');
      await button(dialog, 'Go back to the form').click();
      await expectForm(dialog);
      await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
      await button(dialog, 'Save').click();
      await expectMayExist(dialog, why);
      expect(creates(faults)).toHaveLength(1);

      faults.heal();
      await button(dialog, 'Create again').click();
      await takeKey(page);
      expect(creates(faults)).toHaveLength(2);
      expect(creates(faults)[1]?.body).toBe(creates(faults)[0]?.body);
      expect(await listAs(api.url, api.tokens.admin)).toHaveLength(25);
    });
  }

  test('fault 6: Cancel after it was sent: "Keep it" sends nothing more', async ({
    keydesk: { page },
    api,
    faults,
    written,
  }) => {
    faults.rule({ call: 'create', fault: { kind: 'hang', carriedOut: true } });
    const dialog = await saveForm(page);
    await expect(dialog.getByRole('status').filter({ hasText: 'Creating the key…' })).toBeVisible();
    await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeDisabled();
    await expect.poll(async () => (await listAs(api.url, api.tokens.admin)).length).toBe(25);
    await page.keyboard.press('Escape');
    await button(dialog, 'Cancel').click();
    await expectMayExist(dialog, 'Cancelled after it was sent');
    await expect(dialog.getByText(FOUND)).toBeVisible();
    // No keyring protects anything here, and the window says so.
    await expect(dialog.getByText(/If Keydesk closes now, it forgets/)).toBeVisible();
    expect(await written()).not.toContain(NAME);
    await button(dialog, 'Keep it').click();
    await expect(dialog).toHaveCount(0);
    await expect(rowOf(page, NAME)).toBeVisible();
    expect(creates(faults)).toHaveLength(1);
    expect(deletes(faults)).toHaveLength(0);
    await expect(page.getByText('may exist')).toHaveCount(0);
  });

  test('fault 7: an answer that is cut short shows no half of a key', async ({
    keydesk: { page },
    faults,
  }) => {
    const half = 'kdemo_half_of_a_key';
    const head = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 4000\r\n\r\n';
    const body = `{"id":"6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11","name":"${NAME}","value":"${half}`;
    faults.rule({ call: 'create', fault: { kind: 'raw', bytes: head + body } });
    const dialog = await saveForm(page);
    await expectMayExist(dialog, 'The connection broke before the server answered');
    await expect(newKeyOf(page)).toHaveCount(0);
    expect(await page.content()).not.toContain(half);
    expect(await page.evaluate(() => window.keydesk.getPendingSecret())).toBeNull();
    expect(creates(faults)).toHaveLength(1);
  });

  test('a key that had the name before is not taken for it', async ({ keydesk: { page }, api, faults }) => {
    const names = (await listAs(api.url, api.tokens.admin)).map(({ name }) => name);
    expect(names).toContain('CRM_Query');
    faults.rule({ call: 'create', fault: json(503, {}) });
    const dialog = await saveForm(page, 'CRM_Query');
    await expectMayExist(dialog, SERVER_FAILED);
    await expect(dialog.getByText(NOTHING_NEW)).toBeVisible();
    await expect(dialog.getByRole('button', { name: /^Delete it/ })).toHaveCount(0);
  });

  test('the list cannot be read again: says so, and Retry reads it', async ({
    keydesk: { page },
    faults,
  }) => {
    faults.rule({ fault: json(404, {}) });
    faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
    const dialog = await saveForm(page);
    await expectMayExist(dialog, 'The connection broke');
    await expect(dialog.getByText('The list could not be read again, so nobody knows yet.')).toBeVisible();
    await expect(dialog.getByText(NOTHING_NEW)).toHaveCount(0);
    faults.heal();
    await button(dialog, 'Retry').click();
    await expect(dialog.getByText(FOUND)).toBeVisible();
    expect(creates(faults)).toHaveLength(1);
  });

  test('left without an answer, it is told above the table until it is settled', async ({
    keydesk: { page },
    faults,
    written,
  }) => {
    faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
    const dialog = await saveForm(page);
    await expectMayExist(dialog, 'The connection broke');
    await page.keyboard.press('Escape');
    await button(page, 'Discard').click();
    const banner = page.getByRole('status').filter({ hasText: `${NAME} may exist` });
    await expect(banner).toContainText('creating it got no clear answer (just now)');
    await button(banner, 'Look for it').click();
    await expect(dialog.getByText(FOUND)).toBeVisible();
    await button(dialog, 'Go back to the form').click();
    await expectForm(dialog);
    await button(dialog, 'Go back').click();
    await button(page, 'Discard').click();
    await button(banner, 'Dismiss').click();
    await expect(banner).toHaveCount(0);
    expect(creates(faults)).toHaveLength(1);
    await expect.poll(written).toBe('{"version":1,"attempts":[]}');
  });

  test('fault 23: an answer without the key: says so, and offers to delete what was created', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    const [existing] = await listAs(api.url, api.tokens.admin);
    faults.rule({ call: 'create', fault: json(200, existing) });
    const dialog = await saveForm(page);
    await expect(dialog.getByRole('alert')).toContainText('Created, but the server did not send the key');
    await expectForm(dialog);
    await button(dialog, 'Delete this key').click();
    await expect(dialog.getByText('The key that could not be used has been deleted.')).toBeVisible();
    expect((await listAs(api.url, api.tokens.admin)).some(({ id }) => id === existing?.id)).toBe(false);
    await expectForm(dialog);
    expect(creates(faults)).toHaveLength(1);
    expect(deletes(faults)).toHaveLength(1);
    await button(dialog, 'Go back').click();
    await button(page, 'Discard').click();
    await expect(page.getByText('was not marked as stored')).toHaveCount(0);
  });
});

test('fault 5: a create that is not answered in time', async ({ launch, profile, api, faults }) => {
  // The 30 seconds that an answer may take pass in one.
  const module = path.join(profile, 'be-quick.cjs');
  await writeFile(
    module,
    `const wait = globalThis.setTimeout;
    globalThis.setTimeout = (run, ms, ...rest) => wait(run, ms === 30_000 ? 1_000 : ms, ...rest);`,
  );
  const { page } = await launch({ modules: [module] });
  await signIn(page, faults.url, api.tokens.admin);
  faults.rule({ call: 'create', fault: { kind: 'hang', carriedOut: true } });
  const dialog = await saveForm(page);
  await expectMayExist(dialog, 'The server did not answer in time');
  await expect(dialog.getByText(FOUND)).toBeVisible();
  expect(creates(faults)).toHaveLength(1);
});

test.describe('a delete', () => {
  test('fault 9: answered 503, then 404: shown as deleted, once', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    const [newest] = await listAs(api.url, api.tokens.admin);
    const name = newest?.name ?? '?';
    faults.rule({ call: 'delete', fault: json(503, {}) });
    await button(page, `Actions for ${name}`).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete API key' });
    await button(dialog, 'Delete').click();
    await expect(dialog.getByRole('alert')).toContainText('The server has a problem');
    expect(deletes(faults)).toHaveLength(1);

    // The server had carried it out.
    await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${newest?.id}`);
    faults.heal();
    await button(dialog, 'Delete').click();
    await expect(dialog).toHaveCount(0);
    await expect(rowOf(page, name)).toHaveCount(0);
    await expect(page.getByText('23 keys', { exact: true })).toBeVisible();
    await expect(page.getByRole('alert')).toHaveCount(0);
    await expect(page.getByText('got no clear answer')).toHaveCount(0);
    expect(deletes(faults)).toHaveLength(2);
  });

  test('given up without a clear answer: what became of it is told above the table', async ({
    keydesk: { page },
    api,
    faults,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    const [newest] = await listAs(api.url, api.tokens.admin);
    const name = newest?.name ?? '?';
    faults.rule({ call: 'delete', fault: { kind: 'reset', carriedOut: true } });
    await button(page, `Actions for ${name}`).click();
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    const dialog = page.getByRole('dialog', { name: 'Delete API key' });
    await button(dialog, 'Delete').click();
    await expect(dialog.getByRole('alert')).toBeVisible();
    await button(dialog, 'Cancel').click();
    const banner = page.getByRole('status').filter({ hasText: `Deleting ${name} got no clear answer` });
    await expect(banner).toContainText('It is no longer in the list.');
    await expect(rowOf(page, name)).toHaveCount(0);
    await button(banner, 'Dismiss').click();
    await expect(banner).toHaveCount(0);
    expect(deletes(faults)).toHaveLength(1);
  });
});

test.describe('killed', () => {
  test('while a create hangs, with a keyring: the next start tells its name and leads to its form', async ({
    start,
    api,
    faults,
    profile,
  }) => {
    const first = await start();
    await signIn(first.page, faults.url, api.tokens.admin);
    await expect(first.page.getByText('24 keys', { exact: true })).toBeVisible();
    faults.rule({ call: 'create', fault: { kind: 'hang', carriedOut: true } });
    await saveForm(first.page);
    await expect.poll(async () => (await listAs(api.url, api.tokens.admin)).length).toBe(25);
    await first.kill();
    expect(await filesWith(profile, [NAME, api.tokens.admin])).toEqual([]);

    faults.heal();
    const { page } = await start();
    const banner = page.getByRole('status').filter({ hasText: `${NAME} may exist` });
    await expect(banner).toContainText('Keydesk ended while it was being created (just now)');
    await button(banner, 'Look for it').click();
    const dialog = dialogOf(page);
    await expectMayExist(dialog, 'Keydesk ended while it was being created');
    await expect(dialog.getByText(FOUND)).toBeVisible();
    await expect(dialog.getByText(/it forgets/)).toHaveCount(0);
    await button(dialog, 'Go back to the form').click();
    await expectForm(dialog);
    expect(creates(faults)).toHaveLength(1);
    await button(dialog, 'Save').click();
    await dialog.getByRole('button', { name: /^Delete it and create again/ }).click();
    await takeKey(page);
    expect(creates(faults)).toHaveLength(2);
    expect(creates(faults)[1]?.body).toBe(creates(faults)[0]?.body);
    expect(await listAs(api.url, api.tokens.admin)).toHaveLength(25);
  });

  test('while a create hangs, without a keyring: the next sign-in tells the time and what is newer', async ({
    launch,
    api,
    faults,
    profile,
    written,
  }) => {
    const first = await launch();
    await signIn(first.page, faults.url, api.tokens.admin);
    faults.rule({ call: 'create', fault: { kind: 'hang', carriedOut: true } });
    await saveForm(first.page);
    await expect.poll(async () => (await listAs(api.url, api.tokens.admin)).length).toBe(25);
    await first.kill();
    expect(await filesWith(profile, [NAME, faults.url])).toEqual([]);
    const { attempts } = JSON.parse((await written()) ?? '{}') as { attempts: readonly object[] };
    expect(attempts).toEqual([
      {
        id: expect.any(String),
        connection: expect.stringMatching(/^[0-9a-f]{32}$/),
        at: expect.any(Number),
        kind: 'create',
        stage: 'sent',
        sealed: null,
      },
    ]);

    faults.heal();
    const { page } = await launch();
    await signIn(page, faults.url, api.tokens.admin);
    const banner = page.getByRole('status').filter({ hasText: 'A key may exist' });
    await expect(banner).toContainText('Keydesk ended while it was being created (just now)');
    await expect(banner).toContainText('could not be kept: no keyring protects it on this computer');
    await expect(banner).toContainText(`Created since then: ${NAME}`);
    await button(banner, NAME).click();
    await expect(page.getByRole('dialog')).toContainText(NAME);
    await page.keyboard.press('Escape');
    await button(banner, 'Dismiss').click();
    await expect(banner).toHaveCount(0);
    expect(creates(faults)).toHaveLength(1);
  });

  test('while the new key is shown, with a keyring: the next start tells, and no file holds the key', async ({
    start,
    api,
    profile,
    written,
  }) => {
    const first = await start();
    await signIn(first.page, api.url, api.tokens.admin);
    const secret = await createKey(first.page, { name: NAME, levels: { Calls: 'Read' } });
    await expect.poll(written).toContain('"stage":"created"');
    await first.kill();
    expect(await filesWith(profile, [secret, NAME, api.tokens.admin])).toEqual([]);

    const second = await start();
    const bannerOf = (page: Page) =>
      page
        .getByRole('status')
        .filter({ hasText: `${NAME} was created just now but was not marked as stored` });
    await expect(bannerOf(second.page)).toBeVisible();
    await expect(second.page.getByRole('dialog')).toHaveCount(0);
    await button(bannerOf(second.page), 'Show details').click();
    await expect(second.page.getByRole('dialog')).toContainText(secret.slice(-4));
    await second.page.keyboard.press('Escape');
    await button(bannerOf(second.page), 'It is stored').click();
    await expect(bannerOf(second.page)).toHaveCount(0);
    await expect.poll(written).toBe('{"version":1,"attempts":[]}');
    expect(await filesWith(profile, [secret, NAME])).toEqual([]);
    await second.page.evaluate(() => window.keydesk.signOut());
    expect(existsSync(path.join(profile, 'attempts.json'))).toBe(false);
  });

  test('after the key was stored: the next start is silent', async ({ launch, api, written }) => {
    const first = await launch();
    await signIn(first.page, api.url, api.tokens.admin);
    await createKey(first.page, { name: NAME, levels: { Calls: 'Read' } });
    await storeKey(first.page);
    await first.kill();
    expect(await written()).toBe('{"version":1,"attempts":[]}');
  });
});

test('a key that is given up by a yes: the program quits only once it has crossed that out', async ({
  keydesk: { page, app },
  api,
  written,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await createKey(page, { name: NAME, levels: { Calls: 'Read' } });
  await expect.poll(written).toContain('"stage":"created"');
  const exited = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: program }) => program.quit());
  await button(page, 'Quit and lose the key').click();
  await exited;
  expect(await written()).toBe('{"version":1,"attempts":[]}');
});
