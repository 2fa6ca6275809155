import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { createKey, listAs, rowOf, storeKey } from './support/keys.ts';
import { runMenuItem } from './support/menu.ts';

/* What a person expects of any program of the system. */

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search by name' });
const zoomOf = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomFactor());

test('what is typed in a field is undone and redone, by key and by menu', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await search(page).focus();
  await page.keyboard.type('crm');
  await page.keyboard.press('Control+z');
  await expect(search(page)).not.toHaveValue('crm');
  await page.keyboard.press('Control+Shift+z');
  await expect(search(page)).toHaveValue('crm');
  await runMenuItem(app, 'Undo');
  await expect(search(page)).not.toHaveValue('crm');
  await runMenuItem(app, 'Redo');
  await expect(search(page)).toHaveValue('crm');
  // The list follows what stands in the field, whoever put it there.
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
});

test('the right button on a field opens the menu of editing, on a row the menu of the row', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await app.evaluate(({ Menu }) => {
    const shown: (readonly string[])[] = [];
    Object.assign(globalThis, { shown });
    Menu.prototype.popup = function popup() {
      shown.push(this.items.map(({ label }) => label).filter((label) => label !== ''));
    };
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: unknown }).shown);
  await search(page).click({ button: 'right' });
  const editing = ['Undo', 'Redo', 'Cut', 'Copy', 'Paste', 'Select All'];
  await expect.poll(shown).toEqual([editing]);
  await rowOf(page, 'CRM_Production').click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: 'Details' })).toBeVisible();
  expect(await shown()).toEqual([editing]);
});

test('the zoom of the menu is remembered', async ({ launch }) => {
  const first = await launch();
  await expect(first.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await runMenuItem(first.app, 'Zoom In');
  await runMenuItem(first.app, 'Zoom In');
  await expect.poll(() => zoomOf(first.app)).toBeGreaterThan(1.1);
  const before = await zoomOf(first.app);
  await first.close();
  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect.poll(() => zoomOf(second.app)).toBe(before);
  await runMenuItem(second.app, 'Actual Size');
  await expect.poll(() => zoomOf(second.app)).toBe(1);
});

test('the window is titled with its project, and locked with nothing but the program', async ({
  keydesk: { page, app },
  api,
}) => {
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await signIn(page, api.url, api.tokens.admin);
  await expect.poll(title).toMatch(/^.+ – Keydesk$/);
  await page.evaluate(async () => {
    await window.keydesk.setPassPhrase({ current: null, passPhrase: 'correct horse battery' });
    await window.keydesk.lockNow();
  });
  await expect.poll(title).toBe('Keydesk');
});

test('on macOS closing the window keeps the program, and its icon brings the window back', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await app.evaluate(({ BrowserWindow }) => {
    Object.defineProperty(process, 'platform', { value: 'darwin' });
    BrowserWindow.getAllWindows()[0]?.close();
  });
  const count = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  await expect.poll(count).toBe(0);
  const opened = app.waitForEvent('window');
  await app.evaluate(({ app: program }) => program.emit('activate'));
  await expect(rowOf(await opened, 'CRM_Production')).toBeVisible();
  await app.evaluate(() => Object.defineProperty(process, 'platform', { value: 'linux' }));
});

test('a deletion that ends while the window is away is told by the system, and its click brings the window back', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  for (const name of ['Gone_1', 'Gone_2']) {
    await createKey(page, { name, levels: { Calls: 'Read' } });
    await storeKey(page);
    await expect(rowOf(page, name)).toBeVisible();
  }
  const state = await page.evaluate(() => window.keydesk.getSettings());
  expect(state.values.notifications).toBe(false);
  await app.evaluate(({ Notification, BrowserWindow }) => {
    const notes: { title: string; body: string }[] = [];
    const focused: string[] = [];
    Object.assign(globalThis, { notes, focused });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show() {
      notes.push({ title: this.title, body: this.body });
      this.emit('click');
    };
    BrowserWindow.prototype.isFocused = () => false;
    BrowserWindow.prototype.focus = () => void focused.push('focus');
  });
  const told = () =>
    app.evaluate(() => {
      const { notes, focused } = globalThis as unknown as Record<'notes' | 'focused', readonly unknown[]>;
      return { notes, focused: focused.length };
    });
  const keys = await listAs(api.url, api.tokens.admin);
  const [one, two] = keys.filter(({ name }) => name.startsWith('Gone_')).map(({ id }) => id);
  if (!one || !two) throw new Error('The keys are not there');
  const remove = (id: string) =>
    page.evaluate((key) => window.keydesk.deleteKeys({ ids: [key], count: 1 }), id);
  const hasEnded = () => page.evaluate(async () => (await window.keydesk.getDeletion())?.phase.kind);
  await remove(one);
  await expect.poll(hasEnded).toBe('done');
  expect(await told()).toEqual({ notes: [], focused: 0 });

  await page.evaluate(() => window.keydesk.changeSettings({ notifications: true }));
  await remove(two);
  await expect
    .poll(told)
    .toEqual({ notes: [{ title: 'Deleting has ended', body: '1 key was deleted.' }], focused: 1 });
});
