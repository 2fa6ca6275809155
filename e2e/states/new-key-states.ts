import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { askAs, listAs } from '../support/keys.ts';
import { choose, createButton, fillIn, form } from './create-form.ts';
import {
  ANY,
  actions,
  button,
  dialog,
  field,
  item,
  keyCount,
  like,
  menu,
  question,
  refresh,
  region,
  row,
} from './find.ts';
import type { Stage } from './stage.ts';
import { statesOf } from './state.ts';

const reveal = (page: Page) => dialog(page, t('reveal.title'));

/** Stores the new key and deletes it at the server, so that the list is as it was. */
async function storeKey(stage: Stage): Promise<void> {
  const { page } = stage;
  const show = button(reveal(page), t('reveal.showKey'));
  if (await show.isVisible()) await show.click();
  await button(reveal(page), t('reveal.stored')).click();
  await reveal(page).waitFor({ state: 'hidden' });
  await deleteNewest(stage);
}

async function deleteNewest({ page, api }: Stage): Promise<void> {
  const [newest] = await listAs(api.url, api.tokens.admin);
  await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${newest?.id}`);
  await refresh(page).click();
  await keyCount(page, 24).waitFor();
}

const newKey = statesOf('creating', 'New key');

async function createKey(page: Page): Promise<void> {
  await createButton(page).click();
  await fillIn(page, 'CRM_Query_Staging');
  await button(form(page), t('common.save')).click();
  await button(reveal(page), t('reveal.showKey')).waitFor();
}

const copy = (page: Page) => button(reveal(page), t('reveal.copyKey')).click();
const store = (page: Page) => button(reveal(page), t('reveal.stored')).click();
const afterEscape = {
  leave: async (stage: Stage) => {
    await stage.page.keyboard.press('Escape');
    await storeKey(stage);
  },
};

export const NEW_KEY_STATES = [
  newKey('hidden', ({ page }) => createKey(page), { leave: storeKey }),
  newKey(
    'neither copied nor shown',
    async ({ page }) => {
      await createKey(page);
      await store(page);
      await question(page).waitFor();
    },
    afterEscape,
  ),
  newKey(
    'copy as',
    async ({ page }) => {
      await createKey(page);
      await button(reveal(page), t('reveal.copyAs')).click();
      await menu(page).waitFor();
    },
    afterEscape,
  ),
  newKey(
    'shown, copied and tried',
    async ({ page }) => {
      await createKey(page);
      await button(reveal(page), t('reveal.showKey')).click();
      await copy(page);
      await button(reveal(page), t('reveal.tryKey')).click();
      await reveal(page).getByText(t('reveal.accepted')).waitFor();
    },
    { leave: storeKey },
  ),
  newKey(
    'on the clipboard',
    async ({ page }) => {
      await createKey(page);
      await copy(page);
      await store(page);
      await button(page, t('clipboard.clearNow')).waitFor();
    },
    {
      leave: async (stage) => {
        await button(stage.page, t('clipboard.clearNow')).click();
        await deleteNewest(stage);
      },
    },
  ),
  newKey(
    'it may exist',
    async ({ page, faults }) => {
      faults.rule({ call: 'create', time: 1, fault: { kind: 'reset', carriedOut: true } });
      await createButton(page).click();
      await fillIn(page, 'Perhaps_Made');
      await button(form(page), t('common.save')).click();
      await button(
        form(page),
        like(t('create.deleteAndCreateKey', { name: 'Perhaps_Made', id: ANY })),
      ).waitFor();
    },
    { leave: (stage) => discard(stage) },
  ),
  newKey('it may exist, above the table', ({ page }) => button(page, t('attempts.lookForIt')).waitFor(), {
    leave: (stage) => forget(stage),
  }),
];

async function discard({ page }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await button(question(page), t('create.discard')).click();
  await button(page, t('attempts.lookForIt')).waitFor();
}

async function forget(stage: Stage): Promise<void> {
  await button(stage.page, t('common.dismiss')).click();
  await deleteNewest(stage);
}

const replace = statesOf('creating', 'Replace');
const replacing = (page: Page) => dialog(page, t('create.replaceTitle'));
const banners = (page: Page) => region(page, t('replace.label'));

export const REPLACE_STATES = [
  replace(
    'the new key’s form',
    async ({ page }) => {
      await item(page, t('common.replaceMore')).press('Enter');
      await choose(page, t('permissions.contacts'), t('common.write'));
      await replacing(page)
        .getByRole('list', { name: t('replace.difference') })
        .waitFor();
    },
    { from: { element: (page) => row(page, 'CRM_Query'), key: 'Shift+F10' } },
  ),
  replace(
    'the new key',
    async ({ page }) => {
      await actions(page, 'CRM_Query').click();
      await item(page, t('common.replaceMore')).click();
      await button(replacing(page), t('common.save')).click();
      await field(reveal(page), t('replace.anotherPlace')).fill('crm.example.com');
      await button(reveal(page), t('common.add')).click();
      await reveal(page).getByRole('checkbox', { name: 'crm.example.com' }).waitFor();
    },
    {
      leave: async ({ page }) => {
        await button(reveal(page), t('reveal.showKey')).click();
        await button(reveal(page), t('reveal.stored')).click();
        await banners(page).waitFor();
      },
    },
  ),
  replace('banner and marks', ({ page }) => banners(page).waitFor()),
  replace('steps', ({ page }) => button(replacing(page), t('replace.deleteOld')).waitFor(), {
    from: { element: (page) => button(banners(page), t('common.continue')), key: 'Enter' },
  }),
  replace(
    'delete the old key',
    async ({ page }) => {
      await button(banners(page), t('common.continue')).click();
      await button(replacing(page), t('replace.deleteOld')).click();
      await dialog(page, t('deletion.title')).waitFor();
    },
    { leave: stopReplacing },
  ),
];

async function stopReplacing({ page }: Stage): Promise<void> {
  await button(dialog(page, t('deletion.title')), t('common.cancel')).click();
  await button(banners(page), t('common.continue')).click();
  await button(replacing(page), t('replace.stopReplacing')).click();
  await banners(page).waitFor({ state: 'hidden' });
  await row(page, 'CRM_Query').waitFor();
}
