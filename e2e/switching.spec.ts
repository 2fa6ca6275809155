import { expect, type Page } from '@playwright/test';
import { startKeyApi } from '../electron/demo/server.ts';
import type { ApiState } from '../electron/demo/state.ts';
import { test as base, signIn } from './support/app.ts';
import { addConnection, answerBoxes, nameOpenConnection, switcher } from './support/connections.ts';
import { type FaultServer, startFaultServer } from './support/fault-server.ts';
import { rowOf } from './support/keys.ts';
import { createRandom } from './support/random.ts';

type Two = {
  /** A second server, of another project; what it says can be held back. */
  readonly beta: FaultServer & { readonly token: string };
  /** Alpha and Beta are connected, and Beta is open. */
  readonly two: Page;
};

const renamed = (prefix: string) => (state: ApiState) => ({
  ...state,
  keys: state.keys.map((key, index) => ({ ...key, item: { ...key.item, name: `${prefix}_${index}` } })),
});

const test = base.extend<Two>({
  keyApi: { keys: 12, prepare: renamed('Alpha') },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  beta: async ({}, use) => {
    const api = await startKeyApi({ keys: 9, prepare: renamed('Beta') });
    const faults = await startFaultServer({ api: api.fetch });
    await use({ ...faults, token: api.tokens.admin });
    await faults.close();
    await api.close();
  },
  two: async ({ keydesk: { page, app }, api, faults, beta }, use) => {
    await answerBoxes(app, 1);
    await signIn(page, faults.url, api.tokens.admin);
    await nameOpenConnection(page, 'Alpha');
    await expect(page.getByText('12 keys', { exact: true })).toBeVisible();
    await addConnection(page, beta.url, beta.token, 'Beta');
    await expect(page.getByText('9 keys', { exact: true })).toBeVisible();
    await use(page);
  },
});

type Watched = Window & { readonly mixed: string[]; readonly seen: Set<string> };

/**
 * Notes, at every change of the page, a row of one project under the name of the other: more often than a frame is
 * drawn. `seen` proves that it looks.
 */
async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched = Object.assign(window, { mixed: [] as string[], seen: new Set<string>() });
    const look = () => {
      const name = document.querySelector('[data-connection-switcher]')?.textContent ?? '';
      const rows = document.querySelector('main')?.textContent ?? '';
      const of = ['Alpha', 'Beta'].filter((prefix) => new RegExp(`${prefix}_\\d`).test(rows));
      for (const prefix of of) {
        watched.seen.add(`${name}: ${prefix}`);
        if (prefix !== name) watched.mixed.push(`${prefix} under ${name}`);
      }
    };
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      characterData: true,
      attributes: true,
    });
  });
}

const watched = (page: Page) =>
  page.evaluate(() => ({
    mixed: (window as unknown as Watched).mixed,
    seen: [...(window as unknown as Watched).seen].sort(),
  }));

const open = (page: Page, name: string) => expect(switcher(page)).toHaveAccessibleName(`Project ${name}`);

test('no row of one project is ever under the name of another, however slow the servers and fast the person', async ({
  two: page,
  faults,
  beta,
}) => {
  const random = createRandom(5);
  const slow = () => ({ kind: 'delay', milliseconds: 40 + random.below(200) }) as const;
  faults.rule({ fault: slow });
  beta.rule({ fault: slow });
  await watch(page);
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.press('Control+1');
    await page.keyboard.press('Control+2');
    if (turn % 3 === 0) await open(page, 'Beta');
    await page.keyboard.press('Control+1');
    if (turn % 4 === 0) await expect(rowOf(page, 'Alpha_1')).toBeVisible();
  }
  await open(page, 'Alpha');
  await expect(page.getByText(/^Updated/)).toBeVisible();
  await expect(page.getByText('12 keys', { exact: true })).toBeVisible();
  const { mixed, seen } = await watched(page);
  expect(mixed).toEqual([]);
  expect(seen).toEqual(['Alpha: Alpha', 'Beta: Beta']);
});

test('the answers of the project that was left are dropped', async ({ two: page, faults }) => {
  const answer = Promise.withResolvers<void>();
  faults.rule({ call: 'list', fault: { kind: 'hold', until: answer.promise } });
  await watch(page);
  await page.keyboard.press('Control+1');
  // The copy is there at once, while the server has not answered.
  await expect(rowOf(page, 'Alpha_3')).toBeVisible();
  await expect.poll(() => faults.requestsOf('list').length).toBeGreaterThan(1);
  await page.keyboard.press('Control+2');
  await expect(rowOf(page, 'Beta_3')).toBeVisible();
  answer.resolve();
  await expect(page.getByText(/^Updated/)).toBeVisible();
  await expect(page.getByText('9 keys', { exact: true })).toBeVisible();
  expect((await watched(page)).mixed).toEqual([]);
});

test('search, order and what was open are kept for each connection', async ({ two: page }) => {
  const search = page.getByRole('searchbox', { name: 'Search by name' });
  await search.fill('Beta_4');
  await expect(page.getByText('1 of 9 keys')).toBeVisible();
  await page.keyboard.press('Control+1');
  await open(page, 'Alpha');
  await expect(search).toHaveValue('');
  await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', /cending/);
  const sorted = await page.getByRole('columnheader', { name: 'Name' }).getAttribute('aria-sort');
  await page.keyboard.press('Control+2');
  await open(page, 'Beta');
  await expect(search).toHaveValue('Beta_4');
  await page.keyboard.press('Control+1');
  await open(page, 'Alpha');
  await expect(page.getByRole('columnheader', { name: 'Name' })).toHaveAttribute('aria-sort', sorted ?? '');
});

test('a form that is half filled in is kept for its project, and for no other', async ({ two: page }) => {
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Half_Written');
  await page.keyboard.press('Control+1');
  await open(page, 'Alpha');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+2');
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toHaveValue('Half_Written');
});

test('nothing else is opened while a key is being made or shown, and it says so', async ({
  two: page,
  beta,
}) => {
  const answer = Promise.withResolvers<void>();
  beta.rule({ call: 'create', fault: { kind: 'hold', until: answer.promise } });
  await page.getByRole('button', { name: 'Create API Key' }).click();
  const form = page.getByRole('dialog', { name: 'Create an API Key' });
  await form.getByRole('textbox', { name: 'Name' }).fill('In_The_Making');
  await form.getByRole('switch', { name: 'Restrict key' }).click();
  await form.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => beta.requestsOf('create').length).toBe(1);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('alert').filter({ hasText: 'created or deleted' })).toBeVisible();
  answer.resolve();
  const shown = page.getByRole('dialog', { name: 'Your new API key' });
  await expect(shown).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('alert').filter({ hasText: 'Store that key first' })).toBeVisible();
  await expect(shown).toBeVisible();
  await shown.getByRole('button', { name: 'Show key' }).click();
  await shown.getByRole('button', { name: 'I have stored this key' }).click();
  await expect(shown).toBeHidden();
  await page.keyboard.press('Control+1');
  await open(page, 'Alpha');
});

test('nothing else is opened while a key is being deleted', async ({ two: page, beta, faults }) => {
  const answer = Promise.withResolvers<void>();
  beta.rule({ call: 'delete', fault: { kind: 'hold', until: answer.promise } });
  await page.getByRole('button', { name: 'Actions for Beta_2' }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete API key' });
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(() => beta.requestsOf('delete').length).toBe(1);
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('alert').filter({ hasText: 'created or deleted' })).toBeVisible();
  await open(page, 'Beta');
  answer.resolve();
  await expect(dialog).toBeHidden();
  await page.keyboard.press('Control+1');
  await open(page, 'Alpha');
  await expect(page.getByText('12 keys', { exact: true })).toBeVisible();
  expect(faults.requestsOf('delete')).toEqual([]);
});

test('a call of a page that has been left changes nothing', async ({ two: page, beta, faults }) => {
  const [alpha] = await page.evaluate(() => window.keydesk.getConnections());
  const id = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
  const answers = await page.evaluate(
    async ({ connectionId, id }) => [
      await window.keydesk.deleteKey({ id, connectionId }),
      await window.keydesk.createKey({ name: 'x', access: { kind: 'unrestricted' }, connectionId }),
    ],
    { connectionId: alpha?.id ?? '', id },
  );
  expect(answers).toEqual([
    { ok: false, error: { kind: 'no-session' } },
    { ok: false, error: { kind: 'no-session' } },
  ]);
  expect([...beta.requestsOf('delete'), ...beta.requestsOf('create')]).toEqual([]);
  expect([...faults.requestsOf('delete'), ...faults.requestsOf('create')]).toEqual([]);
});

test('the native menu names the connections and opens them', async ({ two: page, keydesk: { app } }) => {
  const labels = await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Connections');
    return menu?.submenu?.items.map(({ label }) => label) ?? [];
  });
  expect(labels).toEqual(['Alpha', 'Beta', 'All Projects', '', 'Add Connection…', 'Connections…']);
  await app.evaluate(({ Menu }) => {
    const menu = Menu.getApplicationMenu()?.items.find(({ label }) => label === '&Connections');
    menu?.submenu?.items[0]?.click();
  });
  await open(page, 'Alpha');
});

test.describe('with ten thousand keys', () => {
  test.use({ keyApi: { keys: 10_000, prepare: renamed('Alpha') } });

  test('a switch shows the copy, whatever the server does', async ({
    keydesk: { page, app },
    api,
    faults,
    beta,
  }) => {
    await answerBoxes(app, 1);
    await signIn(page, faults.url, api.tokens.admin);
    await nameOpenConnection(page, 'Alpha');
    await expect(page.getByText('10,000 keys', { exact: true })).toBeVisible({ timeout: 30_000 });
    await addConnection(page, beta.url, beta.token, 'Beta');
    await expect(page.getByText('9 keys', { exact: true })).toBeVisible();
    const answer = Promise.withResolvers<void>();
    faults.rule({ call: 'list', fault: { kind: 'hold', until: answer.promise } });
    await page.evaluate(() => {
      window.addEventListener('keydown', () => {
        const pressed = performance.now();
        const look = () => {
          if (/Alpha_\d/.test(document.querySelector('main')?.textContent ?? ''))
            Object.assign(window, { took: performance.now() - pressed });
          else requestAnimationFrame(look);
        };
        look();
      });
    });
    await page.keyboard.press('Control+1');
    const took = () => page.evaluate(() => (window as unknown as { took?: number }).took ?? null);
    await expect.poll(took).not.toBeNull();
    const milliseconds = (await took()) ?? 0;
    test.info().annotations.push({ type: 'switch to 10,000 keys', description: `${milliseconds} ms` });
    console.log(`switch to 10,000 keys: ${Math.round(milliseconds)} ms`);
    answer.resolve();
  });
});
