import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { viewLabel } from '../../shared/views.ts';
import { json } from '../support/fault.ts';
import {
  ANY,
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
  search,
  shownOf,
  tab,
  updated,
} from './find.ts';
import { type Stage, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const production = statesOf('production', 'Connections');
const switcher = (page: Page) => button(page, like(t('connections.project', { name: ANY })));
const list = (page: Page) => dialog(page, t('connections.connections'));
const fromSwitcher = { from: { element: switcher, key: 'Enter' } };

async function openList(page: Page): Promise<void> {
  await item(page, t('connections.connectionsMore')).press('Enter');
  await list(page).waitFor();
}

/** A button of the one connection in the list. */
const action = (page: Page, name: string) =>
  button(list(page), like(t('connections.actionFor', { action: name, name: ANY })));

export const CONNECTION_STATES = [
  production(
    'editing one',
    async ({ page }) => {
      await switcher(page).press('Enter');
      await openList(page);
      await action(page, t('connections.editMore')).click();
      const edit = dialog(page, t('connections.edit'));
      await field(edit, t('common.name')).fill('Booking, live');
      await edit
        .getByLabel(t('connections.environment'))
        .selectOption({ label: t('connections.production') });
    },
    {
      leave: async ({ page }) => {
        await button(dialog(page, t('connections.edit')), t('common.save')).click();
        await button(list(page), t('common.close')).click();
      },
    },
  ),
  production('production frame', ({ page }) => row(page, 'CRM_Production').waitFor()),
  production('switcher', ({ page }) => menu(page).waitFor(), fromSwitcher),
  production('list', ({ page }) => openList(page), fromSwitcher),
  production(
    'adding one',
    async ({ page }) => {
      await item(page, t('connections.addMore')).press('Enter');
      await dialog(page, t('connections.add')).waitFor();
    },
    fromSwitcher,
  ),
  production(
    'another token',
    async ({ page }) => {
      await openList(page);
      await action(page, t('connections.tokenMore')).click();
      await dialog(page, t('common.signIn')).waitFor();
    },
    fromSwitcher,
  ),
  production(
    'remove?',
    async ({ page }) => {
      await openList(page);
      await action(page, t('connections.removeMore')).click();
      await question(page).waitFor();
    },
    fromSwitcher,
  ),
  production('deleting by name', ({ page }) => dialog(page, t('deletion.title')).waitFor(), {
    from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' },
  }),
  production('signed out', async (stage) => {
    await signOut(stage);
    await region(stage.page, t('connections.your')).waitFor();
  }),
];

const projects = statesOf('several connections', 'All projects');
const KEYS = 38;
const all = (page: Page) => button(page, t('projects.title'));

async function openAll(page: Page): Promise<void> {
  await page.keyboard.press('Control+p');
  await all(page).waitFor();
  await keyCount(page, KEYS).waitFor();
}

const alone = async ({ page }: Stage): Promise<void> => {
  await tab(page, viewLabel('keys')).click();
};

export const PROJECTS_STATES = [
  projects('table', ({ page }) => openAll(page)),
  projects('switcher', ({ page }) => menu(page).waitFor(), { from: { element: all, key: 'Enter' } }),
  projects('filtered', async ({ page }) => {
    await search(page).fill('project:booking crm');
    await shownOf(page, KEYS).waitFor();
  }),
  projects('nothing matches', async ({ page }) => {
    await search(page).fill('no such key');
    await button(page, t('keys.clearSearch')).waitFor();
  }),
  projects(
    'matrix',
    async ({ page }) => {
      await tab(page, viewLabel('by-permission')).click();
      await page.getByRole('grid').waitFor();
    },
    { leave: alone },
  ),
  projects(
    'review',
    async ({ page }) => {
      await tab(page, viewLabel('review')).click();
      await page.getByRole('tablist', { name: t('review.rules') }).waitFor();
      await page.getByRole('row').nth(1).waitFor();
    },
    { leave: alone },
  ),
  projects('menu of a row', async ({ page }) => {
    await page.locator('tr[data-row]').first().press('Shift+F10');
    await menu(page).waitFor();
  }),
  projects(
    'one offline, one token refused',
    async ({ page, others: [staging, sandbox] }) => {
      await staging?.refuse();
      sandbox?.rule({ fault: json(401, { error_code: 'UNAUTHORIZED' }) });
      await refresh(page).click();
      await button(page, t('projects.tokenFor', { name: 'Sandbox' })).waitFor();
      await region(page, t('projects.notUpToDate')).getByRole('listitem').nth(1).waitFor();
    },
    {
      leave: async ({ page, others: [staging, sandbox] }) => {
        await staging?.comeBack();
        sandbox?.heal();
        await refresh(page).click();
        await updated(page).waitFor();
      },
    },
  ),
];
