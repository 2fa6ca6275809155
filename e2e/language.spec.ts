import { expect, type Locator, type Page } from '@playwright/test';
import { t } from '../shared/language/words.ts';
import { openStage, type Stage } from './states/stage.ts';
import { START_NAMES, walkStates } from './states/walk.ts';
import { test } from './support/app.ts';
import { askAs, listAs } from './support/keys.ts';
import { chooseLanguage, cutTexts, untranslated } from './support/language.ts';
import { settle } from './support/settle.ts';

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
const field = (within: Page | Locator, name: string): Locator =>
  within.getByRole('textbox', { name, exact: true });
const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });

function level(dialog: Locator, resource: string, name: string): Locator {
  return dialog
    .getByRole('radiogroup', { name: resource, exact: true })
    .getByRole('radio', { name, exact: true });
}

test('in Spanish, an administrator makes a restricted key, copies it, and deletes it', async ({
  launch,
  profile,
  api,
}) => {
  await chooseLanguage(profile, 'es');
  const { page, app } = await launch();
  await field(page, 'Dirección de la API').fill(api.url);
  await field(page, 'Token de administrador').fill(api.tokens.admin);
  await button(page, 'Conectar').click();
  await expect(page.getByText('24 claves', { exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'es');

  await button(page, 'Crear clave de API').click();
  const dialog = dialogOf(page, 'Crear una clave de API');
  await field(dialog, 'Nombre').fill('CRM_Pruebas');
  await level(dialog, 'Llamadas', 'Lectura').check();
  await level(dialog, 'Contactos', 'Escritura').check();
  await expect(dialog).toContainText('1 de lectura, 1 de escritura, 17 sin acceso');
  await button(dialog, 'Guardar').click();

  const secret = dialogOf(page, 'Su nueva clave de API');
  await button(secret, 'Copiar clave').click();
  await expect(secret.getByText('Copiada', { exact: false }).first()).toBeVisible();
  const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect((await askAs(api.url, copied, 'GET', '/v1/api_key/')).status).toBe(403);
  // What goes over the wire is the same in every language.
  const [made] = await listAs(api.url, api.tokens.admin);
  expect(made).toMatchObject({ name: 'CRM_Pruebas', restricted: true });
  expect([...(made?.permissions ?? [])].sort()).toEqual(['calls.view', 'contacts.delete', 'contacts.view']);
  await button(secret, 'He guardado esta clave').click();

  await button(page, 'Acciones para CRM_Pruebas').click();
  await page.getByRole('menuitem', { name: 'Eliminar' }).click();
  const confirm = dialogOf(page, 'Eliminar clave de API');
  await button(confirm, 'Eliminar').click();
  await expect(confirm).toBeHidden();
  expect((await askAs(api.url, copied, 'GET', '/v1/api_key/')).status).toBe(401);
});

/** What the states type, and what the servers' projects are called. */
const DATA = [
  'Demo project',
  'Booking staging',
  'Booking, live',
  'Sandbox',
  'Alex Morgan',
  'Ada Lovelace',
  'kdemo_',
  'https://api.diga.io',
  'http://example.com',
  'crm.example.com',
  'older:soon',
  'billing:wr',
  'project:booking',
  'booking',
  'billing:',
  'zzzz',
  'CSV',
  'JSON',
];

/** All that is shown of the keys of a server, and its address. */
async function dataOf(url: string, token: string): Promise<readonly string[]> {
  const keys = await listAs(url, token);
  return [
    url,
    ...keys.flatMap((key) => [
      key.name.trim(),
      key.id,
      key.id.slice(0, 8),
      key.last_four_digits,
      ...(key.permissions ?? []),
    ]),
  ];
}

async function knownAt({ api, faults, others }: Stage): Promise<readonly string[]> {
  const servers = await Promise.all([
    dataOf(api.url, api.tokens.admin),
    ...others.map(({ origin, token }) => dataOf(origin, token)),
  ]);
  return [...DATA, faults.url, ...others.map(({ url }) => url), ...servers.flat()]
    .filter(Boolean)
    .sort((a, b) => b.length - a.length);
}

/** Everything on the page is translated and can be read. `place` names it in a failure. */
async function look(place: string, stage: Stage): Promise<void> {
  await settle(stage.page);
  const known = await knownAt(stage);
  expect.soft(await untranslated(stage.page, known), `${place}: not translated`).toEqual([]);
  expect.soft(await cutTexts(stage.page), `${place}: cut`).toEqual([]);
}

for (const start of START_NAMES) {
  test(`${start}: in a language that is longer, no text is missing in any state and none is cut`, async () => {
    test.setTimeout(600_000);
    const failures = await walkStates(
      start,
      { look: ({ view, name }, stage) => look(`${view}, ${name}`, stage) },
      'en-XA',
    );
    expect(failures).toEqual([]);
  });
}

test('each rule of the review and each item of the menu is translated', async () => {
  test.setTimeout(180_000);
  const stage = await openStage('demo', 'en-XA');
  const { page, keydesk } = stage;
  try {
    await page.getByRole('tab', { name: t('views.review'), exact: true }).click();
    const rules = page.getByRole('tablist', { name: t('review.rules') }).getByRole('tab');
    await expect(rules.filter({ hasText: t('review.madeByOthersTitle') })).toBeVisible();
    const count = await rules.count();
    for (let index = 0; index < count; index += 1) {
      await rules.nth(index).click();
      await look(`rule ${index + 1}`, stage);
    }
    const labels = await keydesk.app.evaluate(({ Menu }) => {
      const all = (items: readonly Electron.MenuItem[]): string[] =>
        items.flatMap(({ label, submenu }) => [label, ...all(submenu?.items ?? [])]);
      return all(Menu.getApplicationMenu()?.items ?? []);
    });
    expect(labels.length).toBeGreaterThan(20);
    const names = labels.filter((label) => label !== '' && label !== 'Demo project');
    expect(names.filter((label) => !/^⟦.*⟧$/.test(label))).toEqual([]);
  } finally {
    await stage.close();
  }
});
