import { expect, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { createKey, listAs } from './support/keys.ts';

const PHRASE = 'correct horse battery';

const locked = (page: Page) => page.getByRole('heading', { name: 'Keydesk is locked' });

async function fromConnectionMenu(page: Page, item: string): Promise<void> {
  await page.getByRole('button', { name: 'Connection' }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

async function setPassPhrase(page: Page): Promise<void> {
  await fromConnectionMenu(page, 'Settings…');
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByRole('button', { name: 'Set a pass phrase…' }).click();
  await dialog.getByRole('textbox', { name: 'Pass phrase' }).fill(PHRASE);
  await dialog.getByRole('textbox', { name: 'Repeat it' }).fill(PHRASE);
  await dialog.getByRole('button', { name: 'Set pass phrase' }).click();
  await expect(dialog.getByText('The pass phrase has been set.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

async function unlock(page: Page, phrase: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Pass phrase' }).fill(phrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}

/** What main answers to calls that the page could still make. */
function callsPastThePage(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const { keydesk } = window;
    const calls = [
      keydesk.getSession(),
      keydesk.getPendingSecret(),
      keydesk.revealSecret(),
      keydesk.copySecret(),
      keydesk.loadKeys({ loadId: 1, wantsCopy: true }),
      keydesk.createKey({ name: 'x', access: { kind: 'unrestricted' } }),
      keydesk.setPassPhrase({ current: null, passPhrase: 'another pass phrase' }),
      keydesk.changeSettings({ clipboardSeconds: null, lockMinutes: null }),
    ];
    return (await Promise.allSettled(calls)).map(({ status }) => status);
  });
}

test('locked, the page holds no key and main answers nothing; the pass phrase brings all of it back', async ({
  keydesk: { page },
  api,
}) => {
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  await signIn(page, api.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await setPassPhrase(page);
  await fromConnectionMenu(page, 'Lock now');
  await expect(locked(page)).toBeVisible();

  const content = await page.content();
  for (const { name, id } of await listAs(api.url, api.tokens.admin)) {
    expect(content).not.toContain(name);
    expect(content).not.toContain(id);
  }
  expect(content).not.toContain('alex.morgan');
  expect(new Set(await callsPastThePage(page))).toEqual(new Set(['rejected']));

  await unlock(page, 'not the pass phrase');
  await expect(page.getByText('This is not the pass phrase')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Pass phrase' })).toHaveValue('');
  await unlock(page, PHRASE);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(locked(page)).toBeVisible();
  expect(complaints).toEqual([]);
});

test('too many wrong pass phrases have to wait, and the right one is then taken', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await setPassPhrase(page);
  await page.keyboard.press('ControlOrMeta+l');
  const outcomes = await page.evaluate(async () => {
    const kinds: string[] = [];
    for (let turn = 0; turn < 6; turn += 1) {
      kinds.push((await window.keydesk.unlock({ passPhrase: `wrong ${turn}` })).kind);
    }
    return kinds;
  });
  expect(outcomes.slice(0, 3)).toEqual(['wrong', 'wrong', 'wrong']);
  expect(outcomes).toContain('wait');
  const list = page.getByRole('heading', { name: 'API Keys' });
  const unlockButton = page.getByRole('button', { name: 'Unlock', exact: true });
  await expect(async () => {
    // Unlock is held back while the wait is counted down; a check takes its time.
    if (!(await list.isVisible())) {
      await page.getByRole('textbox', { name: 'Pass phrase' }).fill(PHRASE, { timeout: 2000 });
      await unlockButton.click({ timeout: 2000 });
    }
    await expect(list).toBeVisible({ timeout: 8000 });
  }).toPass();
});

test('fault 41: a key that waits to be stored survives the lock, and its dialog comes back', async ({
  keydesk: { page },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await setPassPhrase(page);
  const secret = await createKey(page, { name: 'Survives_The_Lock', levels: { Calls: 'Read' } });
  const dialog = page.getByRole('dialog', { name: 'Your new API key' });
  await dialog.getByRole('button', { name: 'Show key' }).click();
  await expect(dialog.getByText(secret)).toBeVisible();
  await page.keyboard.press('ControlOrMeta+l');
  await expect(locked(page)).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  expect(await page.content()).not.toContain('Survives_The_Lock');

  await unlock(page, PHRASE);
  await expect(dialog).toContainText('Survives_The_Lock');
  expect(await page.content()).not.toContain(secret);
  await dialog.getByRole('button', { name: 'Show key' }).click();
  await expect(dialog.getByText(secret)).toBeVisible();
});

test('the next start on the profile is locked', async ({ launch, api }) => {
  const first = await launch();
  await signIn(first.page, api.url, api.tokens.admin);
  await setPassPhrase(first.page);
  await first.close();

  const second = await launch();
  await expect(locked(second.page)).toBeVisible();
  expect(new Set(await callsPastThePage(second.page))).toEqual(new Set(['rejected']));
  await unlock(second.page, PHRASE);
  // Without a keyring the token was in memory only; with one, the list is back.
  await expect(second.page.getByRole('heading', { name: /Connect a project|API Keys/ })).toBeVisible();
});

test('"Sign out instead" is the way out for whoever forgot the pass phrase', async ({ launch, api }) => {
  const first = await launch();
  await signIn(first.page, api.url, api.tokens.admin);
  await setPassPhrase(first.page);
  await first.page.keyboard.press('ControlOrMeta+l');
  await first.page.getByRole('button', { name: 'Sign out instead' }).click();
  const question = first.page.getByRole('alertdialog', { name: 'Sign out instead' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expect(question).toContainText('deleted from this computer');
  await question.getByRole('button', { name: 'Sign out' }).click();
  await expect(first.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await first.close();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
});

test('a page that begins locked shows the lock screen and no outline of the main view before it', async ({
  keydesk: { page },
  api,
}) => {
  await page.addInitScript(() => {
    const seen = { outline: false };
    Object.assign(window, { seen });
    new MutationObserver(() => {
      seen.outline ||= document.querySelector('main[aria-busy]') !== null;
    }).observe(document, { childList: true, subtree: true });
  });
  const sawOutline = () =>
    page.evaluate(() => (window as unknown as { readonly seen: { readonly outline: boolean } }).seen.outline);
  await signIn(page, api.url, api.tokens.admin);
  await page.reload();
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  expect(await sawOutline()).toBe(true);
  await setPassPhrase(page);
  await fromConnectionMenu(page, 'Lock now');
  await expect(locked(page)).toBeVisible();
  await page.reload();
  await expect(locked(page)).toBeVisible();
  expect(await sawOutline()).toBe(false);
});
