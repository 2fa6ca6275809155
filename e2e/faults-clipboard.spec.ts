import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { createKey, storeKey } from './support/keys.ts';

/* A copied key leaves the clipboard, and nothing else does. */

/** From now on main waits a hundredth of every time. */
async function hurry(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const { setTimeout: wait } = globalThis;
    const hurried = (callback: () => void, milliseconds = 0) => wait(callback, milliseconds / 100);
    globalThis.setTimeout = Object.assign(hurried, wait);
  });
}

const onClipboard = (app: ElectronApplication) => app.evaluate(({ clipboard }) => clipboard.readText());

test('fault 40: the copied key leaves the clipboard in time; what was copied since then stays', async ({
  keydesk: { page, app },
  api,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  const secret = await createKey(page, { name: 'Copied', levels: { Calls: 'Read' } });
  await page.evaluate(() => window.keydesk.changeSettings({ clipboardSeconds: 60, lockMinutes: 15 }));
  await hurry(app);
  const copy = page.getByRole('button', { name: 'Copy key', exact: true });
  const left = page.getByText('The key is no longer on the clipboard').first();

  await copy.click();
  await expect.poll(() => onClipboard(app)).toBe(secret);
  await expect.poll(() => onClipboard(app)).toBe('');
  await expect(left).toBeVisible();

  // The system's own way to copy, from the shown key and from all of the window.
  const whole = page.getByRole('group', { name: 'API key' }).getByText(secret);
  await page.getByRole('button', { name: 'Show key' }).click();
  for (const selectAndCopy of [
    async () => {
      await whole.click();
      await page.keyboard.press('ControlOrMeta+c');
    },
    async () => {
      await page.keyboard.press('ControlOrMeta+a');
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.copy());
    },
  ]) {
    await selectAndCopy();
    await expect.poll(() => onClipboard(app)).toBe(secret);
    await expect.poll(() => onClipboard(app)).toBe('');
  }

  await copy.click();
  await expect.poll(() => onClipboard(app)).toBe(secret);
  await app.evaluate(({ clipboard }) => clipboard.writeText('something else'));
  await expect.poll(() => page.evaluate(() => window.keydesk.getClipboard())).toEqual({ kind: 'clean' });
  expect(await onClipboard(app)).toBe('something else');
  await storeKey(page);
});

test('fault 40: whoever copies the key and quits leaves none on the clipboard', async ({
  keydesk: { page, app },
  api,
  profile,
}) => {
  await signIn(page, api.url, api.tokens.admin);
  await createKey(page, { name: 'Copied', levels: { Calls: 'Read' } });
  await page.getByRole('button', { name: 'Copy key', exact: true }).click();
  await expect.poll(() => onClipboard(app)).toMatch(/^kdemo_/);
  await storeKey(page);
  // The clipboard of a virtual display ends with its program: what lies on it is written down just before.
  const word = path.join(profile, 'left-on-the-clipboard');
  const exited = new Promise((resolve) => app.process().once('exit', resolve));
  await app.evaluate(({ app: program, clipboard }, file) => {
    program.once('quit', () => {
      process.getBuiltinModule('node:fs').writeFileSync(file, `left: ${clipboard.readText()}`);
    });
    setImmediate(() => program.quit());
  }, word);
  await exited;
  expect(await readFile(word, 'utf8')).toBe('left: ');
});
