import { t } from '../../shared/language/words.ts';
import { listAs } from '../support/keys.ts';
import { runMenuItem } from '../support/menu.ts';
import { button, dialog, field, heading, question, refresh, region, search } from './find.ts';
import type { Stage } from './stage.ts';
import { statesOf } from './state.ts';

const searchField = { from: { element: search, key: 'Control+k' } };
const palette = statesOf('elsewhere', 'Palette');

export const PALETTE_STATES = [
  palette('opened', ({ page }) => page.getByRole('option').first().waitFor(), searchField),
  palette(
    'searched',
    async ({ page }) => {
      await page.keyboard.type('crm');
      await page.getByRole('option', { name: 'CRM_Production' }).waitFor();
    },
    searchField,
  ),
  palette(
    'nothing found',
    async ({ page }) => {
      await page.keyboard.type('zzzz');
      await page.getByRole('option').first().waitFor({ state: 'hidden' });
    },
    searchField,
  ),
  statesOf('elsewhere', 'Shortcuts')('sheet', ({ page }) => dialog(page, t('help.title')).waitFor(), {
    from: { element: refresh, key: '?' },
  }),
];

const whoseKey = statesOf('elsewhere', 'Whose key');

/** Asks whose a key is: by its last four letters one is found, or none. */
async function askWhose({ page, keydesk: { app } }: Stage, key: string): Promise<void> {
  await runMenuItem(app, t('commands.whoseKey'));
  const asked = dialog(page, t('whoseKey.title'));
  await field(asked, t('whoseKey.wholeKey')).fill(key);
  await page.keyboard.press('Enter');
}

export const WHOSE_KEY_STATES = [
  whoseKey('not found', async (stage) => {
    await askWhose(stage, 'kdemo_of_nobody_at_all_0000');
    await stage.page.getByText(t('whoseKey.none', { ending: '0000' })).waitFor();
  }),
  whoseKey('found', async (stage) => {
    await askWhose(stage, `kdemo_of_somebody_here_${await lastFour(stage)}`);
    await button(dialog(stage.page, t('whoseKey.title')), t('common.details'))
      .first()
      .waitFor();
  }),
  whoseKey('not a whole key', async (stage) => {
    await askWhose(stage, 'kd');
    await stage.page.getByText(t('whoseKey.pasteWhole')).waitFor();
  }),
];

/** Of a key in the list. */
async function lastFour({ api }: Stage): Promise<string> {
  const [key] = await listAs(api.url, api.tokens.admin);
  return key?.last_four_digits ?? '';
}

const link = statesOf('elsewhere', 'Link');

/** The system opens a link of Keydesk. */
function openLink({ keydesk: { app } }: Stage, url: string): Promise<void> {
  return app.evaluate(({ app: program }, opened) => {
    program.emit('second-instance', {}, ['keydesk', opened], '/');
  }, url);
}

export const LINK_STATES = [
  link(
    'none that is known',
    async (stage) => {
      await openLink(stage, 'keydesk://nothing');
      await region(stage.page, t('links.link')).waitFor();
    },
    { leave: ({ page }) => button(region(page, t('links.link')), t('common.dismiss')).click() },
  ),
  link('that fills in a form', async (stage) => {
    await openLink(stage, 'keydesk://create?name=From_A_Ticket&permissions=calls:read,contacts:write');
    await dialog(stage.page, t('create.title')).waitFor();
  }),
];

const about = statesOf('elsewhere', 'About');

async function openAbout({ page, keydesk: { app } }: Stage): Promise<void> {
  await runMenuItem(app, t('commands.about'));
  await page.getByRole('list', { name: t('about.licences') }).waitFor();
}

export const ABOUT_STATES = [
  about('window', openAbout),
  about('a licence is open', async (stage) => {
    await openAbout(stage);
    await stage.page
      .getByRole('list', { name: t('about.licences') })
      .locator('summary')
      .first()
      .click();
    await stage.page.locator('details[open] pre').waitFor();
  }),
];

const PHRASE = 'correct horse battery';
const lock = statesOf('elsewhere', 'Lock');

/** The last ones: what is locked stays so. */
export const LOCK_STATES = [
  lock('locked', async ({ page }) => {
    await page.evaluate((passPhrase) => window.keydesk.setPassPhrase({ current: null, passPhrase }), PHRASE);
    await page.evaluate(() => window.keydesk.lockNow());
    await heading(page, t('lock.title')).waitFor();
  }),
  lock('wrong pass phrase', async ({ page }) => {
    await field(page, t('common.passPhrase')).fill('not the pass phrase');
    await button(page, t('lock.unlock')).click();
    await page.getByText(t('lock.wrong')).waitFor();
  }),
  lock('sign out instead?', async ({ page }) => {
    await button(page, t('lock.signOutInstead')).click();
    await question(page).waitFor();
  }),
];
