import { type ElectronApplication, expect } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { chooseLevel, createKey } from './support/keys.ts';

/*
 * Playwright gives a page up that has crashed: what has become of it is asked of main, by script in the page.
 */

/** Crashes the page and waits until the next one has loaded. */
async function crash(app: ElectronApplication): Promise<void> {
  await app.evaluate(async ({ BrowserWindow }) => {
    const page = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!page) throw new Error('No window');
    const loaded = new Promise<void>((resolve) => page.once('did-finish-load', () => resolve()));
    page.forcefullyCrashRenderer();
    await loaded;
  });
}

/** The text of the page, and what is in its fields. */
function shown(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
      `document.body.innerText + [...document.querySelectorAll('input')].map((input) => '\\n[' + input.value + ']').join('')`,
    ),
  );
}

/** Clicks a button or a link by its text. */
async function click(app: ElectronApplication, name: string): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, text) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        `[...document.querySelectorAll('button, a')].find((each) => each.textContent.trim() === ${JSON.stringify(text)}).click()`,
      ),
    name,
  );
}

test.describe('fault 42: the page crashes', () => {
  test('while the new key is shown: it reloads and the dialog comes back, with the key', async ({
    keydesk: { page, app },
    api,
  }) => {
    await signIn(page, api.url, api.tokens.admin);
    const secret = await createKey(page, { name: 'Shown_At_The_Crash', levels: { Calls: 'Read' } });
    await crash(app);
    await expect.poll(() => shown(app)).toContain('Your new API key');
    expect(await shown(app)).not.toContain(secret);
    await click(app, 'Show key');
    await expect.poll(() => shown(app)).toContain(secret);
    await click(app, 'Hide key');
    await click(app, 'Copy key');
    await expect.poll(() => app.evaluate(({ clipboard }) => clipboard.readText())).toBe(secret);
    await click(app, 'I have stored this key');
    await expect.poll(() => shown(app)).not.toContain('Your new API key');
    expect(await shown(app)).toContain('25 keys');
  });

  test('with a form half filled in: the form comes back as it was', async ({
    keydesk: { page, app },
    api,
  }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.getByRole('button', { name: 'Create API Key' }).click();
    const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Half_Filled_In');
    await chooseLevel(dialog, 'Calls', 'Write');
    await crash(app);
    await expect.poll(() => shown(app)).toContain('[Half_Filled_In]');
    expect(await shown(app)).toContain('0 read, 1 write, 18 no access');
  });

  test('with details open and a search: both are there again', async ({ keydesk: { page, app }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.getByRole('searchbox', { name: 'Search by name' }).fill('booking');
    await page.getByRole('row').filter({ hasText: 'Booking_App' }).dblclick();
    await expect(page.getByRole('dialog')).toBeVisible();
    await crash(app);
    await expect.poll(() => shown(app)).toMatch(/Details of\s+Booking_App/);
    expect(await shown(app)).toContain('[booking]');
  });

  test('a second time: a page says so and leads back; closing still asks for the key', async ({
    keydesk: { page, app },
    api,
  }) => {
    await signIn(page, api.url, api.tokens.admin);
    await createKey(page, { name: 'Held_All_Along', levels: { Calls: 'Read' } });
    await crash(app);
    await expect.poll(() => shown(app)).toContain('Your new API key');
    await crash(app);
    await expect.poll(() => shown(app)).toContain('stopped working twice');
    // The page cannot ask: the system's own box does, and its answer here is to stay.
    const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
      let question = '';
      dialog.showMessageBox = async (_window: unknown, options?: { message?: string }) => {
        question = options?.message ?? '';
        return { response: 0, checkboxChecked: false };
      };
      BrowserWindow.getAllWindows()[0]?.close();
      return question;
    });
    expect(asked).toBe('A new API key has not been stored');
    await click(app, 'Open the window again');
    await expect.poll(() => shown(app)).toContain('Your new API key');
  });
});
