import type { Page } from '@playwright/test';
import { json } from '../support/fault.ts';
import { askAs, listAs } from '../support/keys.ts';
import { actions, button, dialog, field, item, region, row } from './find.ts';
import type { Stage } from './stage.ts';
import { statesOf } from './state.ts';

const create = statesOf('creating', 'Create');
const form = (page: Page) => dialog(page, 'Create an API Key');
const reveal = (page: Page) => dialog(page, 'Your new API key');
const fromButton = { from: { element: (page: Page) => button(page, 'Create API Key'), key: 'Enter' } };

async function choose(page: Page, resource: string, level: string): Promise<void> {
  const choice = page.getByRole('radiogroup', { name: resource, exact: true });
  await choice.getByRole('radio', { name: level, exact: true }).check();
}

async function fillIn(page: Page, name: string): Promise<void> {
  await field(form(page), 'Name').fill(name);
  await choose(page, 'Calls', 'Read');
  await choose(page, 'Contacts', 'Write');
}

/** Stores the new key and deletes it at the server, so that the list is as it was. */
async function storeKey(stage: Stage): Promise<void> {
  const { page } = stage;
  const show = button(reveal(page), 'Show key');
  if (await show.isVisible()) await show.click();
  await button(reveal(page), 'I have stored this key').click();
  await reveal(page).waitFor({ state: 'hidden' });
  await deleteNewest(stage);
}

async function deleteNewest({ page, api }: Stage): Promise<void> {
  const [newest] = await listAs(api.url, api.tokens.admin);
  await askAs(api.url, api.tokens.admin, 'DELETE', `/v1/api_key/${newest?.id}`);
  await button(page, 'Refresh').click();
  await page.getByText('24 keys', { exact: true }).waitFor();
}

export const CREATE_STATES = [
  create('empty form', ({ page }) => field(form(page), 'Name').waitFor(), fromButton),
  create('levels chosen', ({ page }) => fillIn(page, 'CRM_Query_Staging'), fromButton),
  create(
    'resources filtered',
    async ({ page }) => {
      await form(page).getByRole('searchbox', { name: 'Filter resources' }).fill('call');
    },
    fromButton,
  ),
  create(
    'a mistake in it',
    async ({ page }) => {
      await choose(page, 'Agents', 'Write');
      await button(form(page), 'Save').click();
      await form(page).getByText('Enter a name').waitFor();
    },
    fromButton,
  ),
  create(
    'unrestricted, with more fields',
    async ({ page }) => {
      await field(form(page), 'Name').fill('Booking_App');
      await form(page).getByRole('switch', { name: 'Restrict key' }).click();
      await form(page).getByText('More', { exact: true }).click();
      await form(page).getByLabel('Expires at the end of').waitFor();
    },
    fromButton,
  ),
  create(
    'presets',
    async ({ page }) => {
      await button(form(page), 'Presets').click();
      await page.getByRole('menu').waitFor();
    },
    fromButton,
  ),
  create(
    'save as preset',
    async ({ page }) => {
      await choose(page, 'Calls', 'Read');
      await button(form(page), 'Presets').click();
      await item(page, 'Save as preset…').click();
      await dialog(page, 'Save as preset').waitFor();
    },
    fromButton,
  ),
  create(
    'paste levels',
    async ({ page }) => {
      await button(form(page), 'Paste…').click();
      await field(page, 'Levels as text').fill('Calls: Read, Nothing: Write');
    },
    { ...fromButton, leave: ({ page }) => page.keyboard.press('Escape') },
  ),
  create(
    'discard?',
    async ({ page }) => {
      await field(form(page), 'Name').fill('x');
      await button(form(page), 'Go back').click();
      await page.getByRole('alertdialog').waitFor();
    },
    fromButton,
  ),
  create(
    'refused',
    async ({ page, faults }) => {
      faults.rule({ call: 'create', fault: json(422, {}) });
      await fillIn(page, 'CRM_Query_Staging');
      await button(form(page), 'Save').click();
      await form(page).getByRole('alert').waitFor();
    },
    fromButton,
  ),
  create(
    'duplicate',
    async ({ page }) => {
      await item(page, 'Duplicate…').press('Enter');
      await field(form(page), 'Name').waitFor();
    },
    { from: { element: (page) => row(page, 'Workflow_Runner'), key: 'Shift+F10' } },
  ),
];

export const NEW_KEY_STATES = [
  statesOf('creating', 'New key')(
    'hidden',
    async ({ page }) => {
      await button(page, 'Create API Key').click();
      await fillIn(page, 'CRM_Query_Staging');
      await button(form(page), 'Save').click();
      await button(reveal(page), 'Show key').waitFor();
    },
    { leave: storeKey },
  ),
  statesOf('creating', 'New key')(
    'shown and copied',
    async ({ page }) => {
      await button(page, 'Create API Key').click();
      await fillIn(page, 'CRM_Query_Staging');
      await button(form(page), 'Save').click();
      await button(reveal(page), 'Show key').click();
      await button(reveal(page), 'Copy key').click();
      await reveal(page)
        .getByText(/^Copied/)
        .first()
        .waitFor();
    },
    { leave: storeKey },
  ),
  statesOf('creating', 'New key')(
    'it may exist',
    async ({ page, faults }) => {
      faults.rule({ call: 'create', time: 1, fault: { kind: 'reset', carriedOut: true } });
      await button(page, 'Create API Key').click();
      await fillIn(page, 'Perhaps_Made');
      await button(form(page), 'Save').click();
      await button(form(page), /^Delete it and create again/).waitFor();
    },
    { leave: (stage) => discard(stage) },
  ),
  statesOf('creating', 'New key')(
    'it may exist, above the table',
    ({ page }) => button(page, 'Look for it').waitFor(),
    { leave: (stage) => forget(stage) },
  ),
];

async function discard({ page }: Stage): Promise<void> {
  await page.keyboard.press('Escape');
  await button(page, 'Discard').click();
  await button(page, 'Look for it').waitFor();
}

async function forget(stage: Stage): Promise<void> {
  await button(stage.page, 'Dismiss').click();
  await deleteNewest(stage);
}

const replace = statesOf('creating', 'Replace');
const replacing = (page: Page) => dialog(page, 'Replace API key');
const banners = (page: Page) => region(page, 'Keys that are being replaced');

export const REPLACE_STATES = [
  replace(
    'the new key’s form',
    async ({ page }) => {
      await item(page, 'Replace…').press('Enter');
      await choose(page, 'Contacts', 'Write');
      await replacing(page).getByRole('list', { name: 'Difference to the old key' }).waitFor();
    },
    { from: { element: (page) => row(page, 'CRM_Query'), key: 'Shift+F10' } },
  ),
  replace(
    'the new key',
    async ({ page }) => {
      await actions(page, 'CRM_Query').click();
      await item(page, 'Replace…').click();
      await button(replacing(page), 'Save').click();
      await field(reveal(page), 'Another place').fill('crm.example.com');
      await button(reveal(page), 'Add').click();
      await reveal(page).getByRole('checkbox', { name: 'crm.example.com' }).waitFor();
    },
    {
      leave: async ({ page }) => {
        await button(reveal(page), 'Show key').click();
        await button(reveal(page), 'I have stored this key').click();
        await banners(page).waitFor();
      },
    },
  ),
  replace('banner and marks', ({ page }) => banners(page).waitFor()),
  replace('steps', ({ page }) => button(replacing(page), 'Delete the old key…').waitFor(), {
    from: { element: (page) => button(banners(page), 'Continue'), key: 'Enter' },
  }),
  replace(
    'delete the old key',
    async ({ page }) => {
      await button(banners(page), 'Continue').click();
      await button(replacing(page), 'Delete the old key…').click();
      await dialog(page, 'Delete API key').waitFor();
    },
    { leave: stopReplacing },
  ),
];

async function stopReplacing({ page }: Stage): Promise<void> {
  await button(dialog(page, 'Delete API key'), 'Cancel').click();
  await button(banners(page), 'Continue').click();
  await button(replacing(page), 'Stop replacing').click();
  await banners(page).waitFor({ state: 'hidden' });
  await row(page, 'CRM_Query').waitFor();
}
