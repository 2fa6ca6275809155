import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { findings, setTheme } from './support/axe.ts';
import { runMenuItem } from './support/menu.ts';

const settings = (page: Page) => page.getByRole('dialog', { name: 'Settings' });
const heading = (page: Page) => page.getByRole('heading', { name: 'API Keys', exact: true });

async function openSettings(page: Page): Promise<Locator> {
  await page.keyboard.press('ControlOrMeta+,');
  await expect(settings(page)).toBeVisible();
  return settings(page);
}

/** Where the rows of a table begin, and how high they are. */
const rowsOf = (page: Page) =>
  page.locator('[data-row]').evaluateAll((rows) =>
    rows.slice(0, 8).map((row) => {
      const { top, height } = row.getBoundingClientRect();
      return { top, height };
    }),
  );

async function expectRows(page: Page, height: number): Promise<void> {
  await expect.poll(async () => (await rowsOf(page)).map((row) => row.height)).toContain(height);
  const rows = await rowsOf(page);
  expect(new Set(rows.map((row) => row.height))).toEqual(new Set([height]));
  const steps = rows.slice(1).map(({ top }, index) => top - (rows[index]?.top ?? 0));
  expect(new Set(steps)).toEqual(new Set([height]));
}

test('the settings open by their key and by the menu, take the focus and give it back, and axe finds nothing', async ({
  launch,
}) => {
  const keydesk = await launch();
  const { page, app } = keydesk;
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  const token = page.getByRole('textbox', { name: 'Admin token' });
  await token.focus();
  const dialog = await openSettings(page);
  await expect(dialog.getByRole('searchbox', { name: 'Search settings' })).toBeFocused();
  for (const theme of ['light', 'dark'] as const) {
    await setTheme(keydesk, theme);
    expect(await findings(page), theme).toEqual([]);
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(token).toBeFocused();
  await runMenuItem(app, 'Settings…');
  await expect(dialog).toBeVisible();
});

test('colours, density and columns are as chosen at once, and at the next start from the first picture on', async ({
  launch,
  api,
  profile,
}) => {
  const first = await launch();
  await signIn(first.page, api.url, api.tokens.admin);
  await expectRows(first.page, 38);
  const dialog = await openSettings(first.page);
  await dialog.getByRole('combobox', { name: 'Colours' }).selectOption('dark');
  await expect(first.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await dialog.getByRole('combobox', { name: 'Density' }).selectOption('compact');
  await dialog.getByRole('checkbox', { name: 'Owner' }).check();
  await first.page.keyboard.press('Escape');
  await expectRows(first.page, 30);
  await expect(first.page.getByRole('columnheader', { name: 'Owner' })).toBeVisible();
  await first.page.getByRole('tab', { name: 'By permission' }).click();
  const matrixRow = first.page.getByRole('row').nth(3);
  await expect(matrixRow).toBeVisible();
  await expect.poll(async () => (await matrixRow.boundingBox())?.height).toBe(26);
  await first.close();
  expect(JSON.parse(await readFile(path.join(profile, 'settings.json'), 'utf8'))).toMatchObject({
    theme: 'dark',
    density: 'compact',
    columns: ['owner'],
  });

  const { app, page } = await launch();
  expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
  expect(
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor()),
  ).toBe('#1C1E22');
  await expect(page.locator('html')).toHaveAttribute('data-density', 'compact');
});

for (const [theme, colour, painted] of [
  ['light', '#FFFFFF', 'rgb(255, 255, 255)'],
  ['dark', '#1C1E22', 'rgb(28, 30, 34)'],
] as const)
  test(`a start in ${theme} does not flash: the window and each frame have the colour of the page`, async ({
    launch,
    profile,
  }) => {
    await writeFile(path.join(profile, 'settings.json'), JSON.stringify({ theme }));
    const { app, page } = await launch();
    const background = () =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBackgroundColor());
    expect(await background()).toBe(colour);
    await page.addInitScript(() => {
      const seen = new Set<string>();
      Object.assign(window, { seen });
      const look = () => {
        for (const element of [document.documentElement, document.body]) {
          const painted = element && getComputedStyle(element).backgroundColor;
          if (painted && painted !== 'rgba(0, 0, 0, 0)') seen.add(painted);
        }
        requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    });
    await page.reload();
    await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
    expect(
      await page.evaluate(() => [...(window as unknown as { readonly seen: Set<string> }).seen]),
    ).toEqual([painted]);
  });

test('another language is spoken at once: page, menu, and the settings are there again', async ({
  launch,
}) => {
  const { page, app } = await launch();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  const dialog = await openSettings(page);
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('es');
  const ajustes = page.getByRole('dialog', { name: 'Ajustes' });
  await expect(ajustes).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');
  const menus = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menus).toContain('&Archivo');
  await ajustes.getByRole('button', { name: 'Restablecer Idioma' }).click();
  await expect(settings(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(settings(page)).toBeHidden();
});

/** What stays after "Erase all data": the log, the lock of the one instance, and what Chromium has for itself. */
const STAYS =
  /^(logs|Singleton\w+|lockfile|Local State|.*Preferences|.*Cache|.*Storage(-wal)?|blob_storage|Cookies.*|Network Persistent State|TransportSecurity|Trust Tokens.*|DIPS.*|Shared Dictionary|Dictionaries|InterestGroups.*|PrivateAggregation.*|Crashpad|databases|DevToolsActivePort|.*\.log)$/;

async function filesIn(profile: string): Promise<readonly string[]> {
  const all = await readdir(profile, { recursive: true, withFileTypes: true });
  return all.filter((entry) => !entry.isDirectory()).map((entry) => path.join(entry.parentPath, entry.name));
}

test('erasing leaves a profile as at first, and a window that knows of nothing', async ({
  launch,
  api,
  profile,
}) => {
  const { page, close } = await launch();
  await signIn(page, api.url, api.tokens.admin);
  const dialog = await openSettings(page);
  await dialog.getByRole('combobox', { name: 'Language' }).selectOption('es');
  const ajustes = page.getByRole('dialog', { name: 'Ajustes' });
  await ajustes.getByRole('button', { name: 'Establecer una frase de contraseña…' }).click();
  await ajustes
    .getByRole('textbox', { name: 'Frase de contraseña', exact: true })
    .fill('correct horse battery');
  await ajustes.getByRole('textbox', { name: 'Repítala' }).fill('correct horse battery');
  await ajustes.getByRole('button', { name: 'Establecer la frase de contraseña' }).click();
  await expect(ajustes.getByText('La frase de contraseña se ha establecido.')).toBeVisible();
  const made = await readdir(profile);
  expect(made).toEqual(expect.arrayContaining(['settings.json', 'pass-phrase.json']));

  await ajustes.getByRole('button', { name: 'Borrar todos los datos…' }).click();
  await page.getByRole('button', { name: 'Borrar todos los datos', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(settings(page)).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Admin token' })).toHaveValue('');
  expect(await page.evaluate(() => window.keydesk.getConnections())).toEqual([]);
  expect((await page.evaluate(() => window.keydesk.getLock())).means.passPhrase).toBe(false);
  const left = (await readdir(profile)).filter((name) => !STAYS.test(name));
  expect(left).toEqual([]);
  for (const file of await filesIn(profile)) {
    const content = await readFile(file, 'latin1').catch(() => '');
    for (const trace of [api.tokens.admin, new URL(api.url).host]) expect(content, file).not.toContain(trace);
  }
  await close();

  const second = await launch();
  await expect(second.page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await expect(heading(second.page)).toBeHidden();
});

test.describe('what the system asks for', () => {
  test.use({ launchArgs: ['--open-demo'] });

  test('high contrast: what is chosen is told by a line, the focus by a whole one', async ({
    keydesk: { page },
  }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    const outline = (element: Locator) => element.evaluate((each) => getComputedStyle(each).outlineStyle);
    const tabs = page.getByRole('tablist', { name: 'Views' }).getByRole('tab');
    await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
    expect(await outline(tabs.first())).toBe('dashed');
    expect(await outline(tabs.nth(1))).toBe('none');

    const row = page.locator('[data-row]').first();
    await row.focus();
    await page.keyboard.press('Space');
    await expect(row).toHaveAttribute('aria-selected', 'true');
    expect(await outline(row)).toBe('solid');
    await page.locator('[data-row]').nth(1).focus();
    expect(await outline(row)).toBe('dashed');

    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+n');
    const level = page.getByRole('radiogroup').first().locator('label:has(:checked)');
    await expect(level).toBeVisible();
    expect(await outline(level)).toBe('dashed');
    expect(
      await outline(page.getByRole('radiogroup').first().locator('label:not(:has(:checked))').first()),
    ).toBe('none');
  });
});

test('less motion: nothing turns while the list is on its way', async ({
  keydesk: { page },
  api,
  faults,
}) => {
  await signIn(page, faults.url, api.tokens.admin);
  await expect(page.getByText('24 keys', { exact: true })).toBeVisible();
  const turning = () =>
    page.evaluate(
      () =>
        document.getAnimations().filter(({ effect }) => effect?.getTiming().iterations === Infinity).length,
    );
  const answer = Promise.withResolvers<void>();
  faults.rule({ call: 'list', fault: { kind: 'hold', until: answer.promise } });
  await page.getByRole('button', { name: 'Refresh' }).click();
  await expect.poll(turning).toBeGreaterThan(0);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await expect.poll(turning).toBe(0);
  answer.resolve();
});
