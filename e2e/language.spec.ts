import { expect, type Locator, type Page } from '@playwright/test';
import type { SpokenLanguage } from '../shared/language/languages.ts';
import { setLanguage, t } from '../shared/language/words.ts';
import { VIEW_IDS, viewLabel } from '../shared/views.ts';
import { test as usual } from './support/app.ts';
import { json } from './support/fault.ts';
import { askAs, listAs } from './support/keys.ts';
import { chooseLanguage, cutTexts, untranslated } from './support/language.ts';
import { settle } from './support/settle.ts';

type Fixtures = {
  /** The language of the program; the texts that a test asks for are in it, too. */
  readonly spoken: SpokenLanguage;
  /**
   * Once `sign` is there: everything on the page is translated and can be read. `place` names it in a failure.
   */
  readonly look: (place: string, sign?: Locator) => Promise<void>;
};

const WINDOW = { width: 900, height: 600 };

/** What these tests type, and what the demo shows besides its keys. */
const DATA = [
  'Demo project',
  'Alex Morgan',
  'kdemo_',
  'https://api.diga.io',
  'http://example.com',
  'older:soon',
  'billing:wr',
  'CSV',
  'JSON',
];

const test = usual.extend<Fixtures>({
  spoken: ['en-XA', { option: true }],

  keydesk: async ({ launch, launchArgs, profile, spoken }, use) => {
    await chooseLanguage(profile, spoken);
    setLanguage(spoken);
    const keydesk = await launch({ args: launchArgs });
    await keydesk.app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, WINDOW);
    await use(keydesk);
    setLanguage('en');
  },

  look: async ({ keydesk: { page }, api, faults }, use) => {
    await use(async (place, sign = page.getByRole('main')) => {
      await expect(sign.first()).toBeVisible();
      const keys = await listAs(api.url, api.tokens.admin);
      const data = keys.flatMap((key) => [
        key.name.trim(),
        key.id,
        key.id.slice(0, 8),
        key.last_four_digits,
        ...(key.permissions ?? []),
      ]);
      const known = [...DATA, api.url, faults.url, ...data]
        .filter(Boolean)
        .sort((a, b) => b.length - a.length);
      await settle(page);
      expect.soft(await untranslated(page, known), `${place}: not translated`).toEqual([]);
      expect.soft(await cutTexts(page), `${place}: cut`).toEqual([]);
    });
  },
});

const button = (within: Page | Locator, name: string): Locator =>
  within.getByRole('button', { name, exact: true });
const field = (within: Page | Locator, name: string): Locator =>
  within.getByRole('textbox', { name, exact: true });
const dialogOf = (page: Page, name: string): Locator => page.getByRole('dialog', { name, exact: true });
const rowOf = (page: Page, name: string): Locator =>
  page.getByRole('row').filter({ has: button(page, t('keys.actionsFor', { name })) });
const search = (page: Page): Locator => page.getByRole('searchbox', { name: t('filter.search') });

async function connect(page: Page, address: string, token: string): Promise<void> {
  await field(page, t('common.apiAddress')).fill(address);
  await field(page, t('signIn.adminToken')).fill(token);
  await button(page, t('signIn.connect')).click();
}

async function signIn(page: Page, address: string, token: string): Promise<void> {
  await connect(page, address, token);
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
}

async function fromMenu(page: Page, menu: string, item: string): Promise<void> {
  await button(page, menu).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

async function openCreate(page: Page): Promise<Locator> {
  await button(page, t('common.createApiKey')).click();
  const dialog = dialogOf(page, t('create.title'));
  await expect(field(dialog, t('common.name'))).toBeFocused();
  return dialog;
}

function level(dialog: Locator, resource: string, name: string): Locator {
  return dialog
    .getByRole('radiogroup', { name: resource, exact: true })
    .getByRole('radio', { name, exact: true });
}

test.describe('in Spanish', () => {
  test.use({ spoken: 'es' });

  test('an administrator makes a restricted key, copies it, and deletes it', async ({
    keydesk: { page, app },
    api,
  }) => {
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
});

test.describe('in a language that is longer, no text is missing and none is cut:', () => {
  // Each looks at many states of the window.
  test.setTimeout(180_000);

  test('sign-in', async ({ keydesk: { page, app }, api, look }) => {
    await look('sign-in');
    await connect(page, 'http://example.com', '');
    await expect(field(page, t('common.apiAddress'))).toHaveAttribute('aria-invalid', 'true');
    await look('sign-in with a complaint at a field');
    await connect(page, api.url, 'wrong');
    await expect(page.getByRole('alert')).toBeVisible();
    await look('sign-in refused');
    await connect(page, api.url, api.tokens.reader);
    await expect(page.getByRole('heading', { name: t('session.administratorsOnly') })).toBeVisible();
    await look('administrators only');
    const labels = await app.evaluate(({ Menu }) => {
      const all = (items: readonly Electron.MenuItem[]): string[] =>
        items.flatMap(({ label, submenu }) => [label, ...all(submenu?.items ?? [])]);
      return all(Menu.getApplicationMenu()?.items ?? []);
    });
    expect(labels.length).toBeGreaterThan(20);
    expect(labels.filter((label) => label !== '' && !/^⟦.*⟧$/.test(label))).toEqual([]);
  });

  test.describe('where there are several projects', () => {
    test.use({ keyApi: { projects: 3 } });

    test('choosing one', async ({ keydesk: { page }, api, look }) => {
      await connect(page, api.url, api.tokens.admin);
      await expect(page.getByRole('heading', { name: t('signIn.chooseProject') })).toBeVisible();
      await look('choose a project');
    });
  });

  test.describe('where there is no key', () => {
    test.use({ keyApi: { keys: 0 } });

    test('the table', async ({ keydesk: { page }, api, look }) => {
      await connect(page, api.url, api.tokens.admin);
      await expect(page.getByRole('heading', { name: t('keys.none') })).toBeVisible();
      await look('no keys');
    });
  });

  test('the views', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    const signs = {
      keys: rowOf(page, 'CRM_Production'),
      'by-permission': page.getByText(t('matrix.hint')),
      review: page.getByRole('tablist', { name: t('review.rules') }),
      changes: page.getByRole('combobox', { name: t('changes.since') }),
      activity: page.getByText(t('activity.nothing')),
    };
    for (const view of VIEW_IDS) {
      await page.getByRole('tab', { name: viewLabel(view), exact: true }).click();
      await expect(signs[view]).toBeVisible();
      await look(`view ${view}`);
    }
  });

  test('the review', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.getByRole('tab', { name: t('views.review'), exact: true }).click();
    const rules = page.getByRole('tablist', { name: t('review.rules') }).getByRole('tab');
    await expect(rules.filter({ hasText: t('review.madeByOthersTitle') })).toBeVisible();
    const count = await rules.count();
    for (let index = 0; index < count; index += 1) {
      await rules.nth(index).click();
      await look(`rule ${index + 1}`);
    }
    await rules.first().click();
    await button(page, t('review.notForThisName', { name: 'Legacy_Backend' })).click();
    await expect(field(page, t('review.why'))).toBeFocused();
    await look('not for this key');
    await button(page, t('review.notForThis')).click();
    await page.getByRole('switch').click();
    await look('somebody has looked');
  });

  test('the table and its menus', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    await button(page, t('keys.actionsFor', { name: 'CRM_Production' })).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look('menu of a row');
    await page.keyboard.press('Escape');
    for (const [place, name] of [
      ['menu of the connection', t('shell.connection')],
      ['menu of the projects', t('connections.project', { name: 'Demo project' })],
      ['menu of the columns', t('facts.columnsAndNotes')],
      ['menu of the export', t('keys.export')],
    ] as const) {
      await button(page, name).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await look(place);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
    }
    await button(page, t('filter.filters')).click();
    const form = dialogOf(page, t('filter.filters'));
    await expect(form).toBeVisible();
    await form.getByLabel(t('common.keyPermissions')).selectOption(t('common.unrestricted'));
    await form.getByLabel(t('filter.resource')).selectOption(t('permissions.billing'));
    await look('form of the filter');
    await page.keyboard.press('Escape');
    await search(page).fill('older:soon billing:wr');
    await look('filter that is not understood');
    await search(page).fill('no such key');
    await expect(button(page, t('keys.clearSearch')).first()).toBeVisible();
    await look('nothing matches');
  });

  test('details and notes', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    for (const name of ['Number_Procurement', 'Workflow_Runner', 'Legacy_Backend', 'Half_Migrated_Import']) {
      await search(page).fill(name);
      await rowOf(page, name).focus();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toBeVisible();
      await look(`details of ${name}`);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    }
    await search(page).fill('CRM_Query');
    await rowOf(page, 'CRM_Query').focus();
    await page.keyboard.press('Enter');
    await button(page, t('facts.addNotes')).click();
    await field(page, t('common.owner')).fill('42');
    await look('form of the notes');
    await button(page, t('common.save')).click();
    await expect(button(page, t('facts.edit'))).toBeVisible();
    await look('notes');
  });

  test('a new key', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    const dialog = await openCreate(page);
    await look('new key');
    await button(dialog, t('permissions.presets')).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await look('presets');
    await page.getByRole('menuitem', { name: t('permissions.saveAsPresetMore') }).click();
    await expect(dialogOf(page, t('permissions.saveAsPreset'))).toBeVisible();
    await look('save as preset');
    await page.keyboard.press('Escape');
    await button(dialog, t('permissions.paste')).click();
    await field(page, t('permissions.levelsAsText')).fill('messages.view, 42');
    await look('paste');
    await page.keyboard.press('Escape');
    await dialog.getByText(t('create.more'), { exact: true }).click();
    await button(dialog, t('common.save')).click();
    await expect(dialog.getByText(t('create.enterName'))).toBeVisible();
    await look('a complaint');
    await dialog.getByRole('switch', { name: t('create.restrict') }).click();
    await look('unrestricted', dialog.getByText(t('create.unrestrictedTitle')));
    await dialog.getByRole('switch', { name: t('create.restrict') }).click();
    await field(dialog, t('common.name')).fill('42');
    await button(dialog, t('common.save')).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('a key that can do nothing');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect(page.getByRole('alertdialog', { name: t('create.discardTitle') })).toBeVisible();
    await look('discard');
  });

  test('the new key, and deleting it', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    const dialog = await openCreate(page);
    await field(dialog, t('common.name')).fill('42');
    await level(dialog, t('permissions.calls'), t('permissions.read')).check();
    await button(dialog, t('common.save')).click();
    const secret = dialogOf(page, t('reveal.title'));
    await expect(secret).toBeVisible();
    await look('new key to be stored');
    await button(secret, t('reveal.stored')).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('neither copied nor shown');
    await page.keyboard.press('Escape');
    await button(secret, t('reveal.copyAs')).click();
    await look('copy as', page.getByRole('menu'));
    await page.keyboard.press('Escape');
    await button(secret, t('reveal.copyKey')).click();
    await button(secret, t('reveal.tryKey')).click();
    await expect(secret.getByText(t('reveal.accepted'))).toBeVisible();
    await look('copied and tried');
    await button(secret, t('reveal.stored')).click();
    await expect(rowOf(page, '42')).toBeFocused();
    await look('the clipboard holds a key', button(page, t('clipboard.clearNow')));
    await page.keyboard.press('Delete');
    await expect(dialogOf(page, t('deletion.title'))).toBeVisible();
    await look('delete');
  });

  test('several keys', async ({ keydesk: { page }, api, faults, look }) => {
    await signIn(page, faults.url, api.tokens.admin);
    await search(page).press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const bar = page.getByRole('region', { name: t('several.selectedKeys') });
    await look('selected keys', bar);
    await button(bar, t('common.compare')).click();
    await expect(dialogOf(page, t('compare.title'))).toBeVisible();
    await look('compare');
    await page.keyboard.press('Escape');
    faults.rule({ call: 'delete', time: 2, fault: json(503, {}) });
    await button(bar, t('common.deleteMore')).click();
    const dialog = dialogOf(page, t('several.title'));
    await look('delete several', dialog);
    await dialog.getByRole('textbox').fill('3');
    await page.keyboard.press('Enter');
    await expect(button(dialog, t('several.retryFailed', { count: 1 }))).toBeVisible();
    await look('deleted several');
    await page.keyboard.press('Escape');
    for (const view of ['changes', 'activity'] as const) {
      await page.getByRole('tab', { name: viewLabel(view), exact: true }).click();
      await look(`${view} with entries`);
    }
  });

  test('replacing a key', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    const actions = t('keys.actionsFor', { name: 'CRM_Query' });
    await fromMenu(page, actions, t('common.duplicateMore'));
    await look('duplicate', dialogOf(page, t('create.title')));
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await fromMenu(page, actions, t('common.replaceMore'));
    const dialog = dialogOf(page, t('create.replaceTitle'));
    await level(dialog, t('permissions.contacts'), t('permissions.write')).check();
    await look('replacement', dialog.getByRole('list', { name: t('replace.difference') }));
    await button(dialog, t('common.save')).click();
    const secret = dialogOf(page, t('reveal.title'));
    await field(secret, t('replace.anotherPlace')).fill('42');
    await button(secret, t('common.add')).click();
    await look('replacement to be stored', secret.getByRole('checkbox', { name: '42' }));
    await button(secret, t('reveal.showKey')).click();
    await button(secret, t('reveal.stored')).click();
    await expect(secret).toBeHidden();
    await look('being replaced', page.getByRole('region', { name: t('replace.label') }));
    await fromMenu(page, actions, t('common.replaceMore'));
    await expect(dialog).toBeVisible();
    await look('steps of replacing');
    await button(dialog, t('replace.deleteOld')).click();
    await look('delete the old key', dialogOf(page, t('deletion.title')));
  });

  test('a key that may exist, offline, a token that is refused', async ({
    keydesk: { page },
    api,
    faults,
    look,
  }) => {
    await signIn(page, faults.url, api.tokens.admin);
    faults.rule({ call: 'create', fault: { kind: 'reset', carriedOut: true } });
    const dialog = await openCreate(page);
    await field(dialog, t('common.name')).fill('42');
    await level(dialog, t('permissions.calls'), t('permissions.read')).check();
    await button(dialog, t('common.save')).click();
    await expect(
      dialog.getByRole('heading', { name: t('create.mayExist') }).or(dialog.getByText(t('create.mayExist'))),
    ).toBeVisible();
    await look('may exist');
    await page.keyboard.press('Escape');
    await button(page, t('create.discard')).click();
    await expect(dialog).toHaveCount(0);
    await look('may exist above the table');
    await faults.refuse();
    await button(page, t('common.refresh')).click();
    await expect(button(page, t('common.retry'))).toBeVisible();
    await look('offline');
    faults.rule({ fault: json(401, {}) });
    await faults.comeBack();
    await button(page, t('common.retry')).click();
    await expect(dialogOf(page, t('signIn.again'))).toBeVisible();
    await look('sign in again');
  });

  test('finding things, connections, security, the lock', async ({ keydesk: { page }, api, look }) => {
    await signIn(page, api.url, api.tokens.admin);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: t('palette.title') })).toBeFocused();
    await look('palette');
    await page.keyboard.type('crm');
    await look('palette with keys', page.getByRole('option', { name: 'CRM_Production' }));
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await expect(dialogOf(page, t('help.title'))).toBeVisible();
    await look('shortcuts');
    await page.keyboard.press('Escape');
    const project = t('connections.project', { name: 'Demo project' });
    await fromMenu(page, project, t('connections.addMore'));
    await look('add connection', dialogOf(page, t('connections.add')));
    await page.keyboard.press('Escape');
    await fromMenu(page, project, t('connections.connectionsMore'));
    const list = dialogOf(page, t('connections.connections'));
    await look('connections', list);
    await list.getByRole('button', { name: t('connections.editMore') }).click();
    await expect(dialogOf(page, t('connections.edit'))).toBeVisible();
    await look('edit connection');
    await page.keyboard.press('Escape');
    await list.getByRole('button', { name: t('connections.removeMore') }).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('remove connection');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await fromMenu(page, t('shell.connection'), t('common.signOut'));
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('sign out');
    await page.keyboard.press('Escape');
    await fromMenu(page, t('shell.connection'), t('commands.settings'));
    const security = dialogOf(page, t('settings.title'));
    await look('settings', security);
    await button(security, t('security.setMore')).click();
    await look('pass phrase', field(security, t('security.repeat')));
    await field(security, t('common.passPhrase')).fill('correct horse battery');
    await field(security, t('security.repeat')).fill('correct horse battery');
    await button(security, t('security.set')).click();
    await expect(security.getByText(t('security.hasBeenSet'))).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+l');
    await expect(page.getByRole('heading', { name: t('lock.title') })).toBeVisible();
    await look('locked');
    await button(page, t('lock.signOutInstead')).click();
    await expect(page.getByRole('alertdialog')).toBeVisible();
    await look('sign out instead');
  });
});
