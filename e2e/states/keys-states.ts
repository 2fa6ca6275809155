import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { json } from '../support/fault.ts';
import {
  ANY,
  actions,
  button,
  connectionMenu,
  dialog,
  field,
  heading,
  item,
  keyCount,
  like,
  menu,
  question,
  refresh,
  row,
  search,
  shownOf,
  updated,
} from './find.ts';
import { connect, sendSignIn, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const keys = statesOf('demo', 'API Keys');
const many = statesOf('three thousand keys', 'API Keys');
const opens = (name: () => string) => ({
  from: { element: (page: Page) => button(page, name()), key: 'Enter' },
});

export const KEYS_STATES = [
  keys('table', ({ page }) => row(page, 'CRM_Production').waitFor()),
  keys('a row has the focus', async ({ page }) => {
    await search(page).press('ArrowDown');
    await row(page, 'CRM_Production').and(page.locator(':focus')).waitFor();
  }),
  keys('filtered', async ({ page }) => {
    await search(page).fill('crm restricted');
    await shownOf(page, 24).waitFor();
  }),
  keys('a filter that is not understood', async ({ page }) => {
    await search(page).fill('older:soon billing:wr');
    await shownOf(page, 24).waitFor();
  }),
  keys('nothing matches', async ({ page }) => {
    await search(page).fill('no such key');
    await button(page, t('keys.clearSearch')).waitFor();
  }),
  keys('suggestions of the filter', async ({ page }) => {
    await search(page).pressSequentially('billing:');
    await page.getByRole('listbox').waitFor();
  }),
  keys(
    'filters',
    ({ page }) => dialog(page, t('filter.filters')).waitFor(),
    opens(() => t('filter.filters')),
  ),
  keys(
    'filters, one chosen',
    async ({ page }) => {
      const form = dialog(page, t('filter.filters'));
      await form.getByLabel(t('filter.resource')).selectOption(t('permissions.billing'));
    },
    { from: { element: (page) => button(page, t('filter.filters')), key: 'Enter' } },
  ),
  keys(
    'export',
    ({ page }) => menu(page).waitFor(),
    opens(() => t('keys.export')),
  ),
  keys(
    'columns and notes',
    ({ page }) => menu(page).waitFor(),
    opens(() => t('facts.columnsAndNotes')),
  ),
  keys(
    'notes that are not imported',
    async ({ page, keydesk: { app }, profile }) => {
      const file = path.join(profile, 'something-else.json');
      await writeFile(file, '{}');
      await app.evaluate(({ dialog: system }, chosen) => {
        system.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
      }, file);
      await button(page, t('facts.columnsAndNotes')).click();
      await item(page, t('facts.importNotes')).click();
      await page.getByText(t('facts.notOurs')).waitFor();
    },
    { leave: ({ page }) => button(page, t('common.dismiss')).click() },
  ),
  keys('menu of a row', async ({ page }) => {
    await actions(page, 'Booking_App').press('Enter');
    await menu(page).waitFor();
  }),
  keys('connection menu', ({ page }) => menu(page).waitFor(), {
    from: { element: connectionMenu, key: 'Enter' },
  }),
  keys(
    'offline',
    async ({ page, faults }) => {
      await faults.refuse();
      await refresh(page).click();
      await button(page, t('common.retry')).waitFor();
    },
    {
      leave: async ({ page, faults }) => {
        await faults.comeBack();
        await button(page, t('common.retry')).click();
        await updated(page).waitFor();
      },
    },
  ),
  keys(
    'the server has a problem',
    async ({ page, faults }) => {
      faults.rule({ call: 'list', fault: json(422, {}) });
      await refresh(page).click();
      await button(page, t('common.copyDetails')).waitFor();
    },
    {
      leave: async ({ page, faults }) => {
        faults.heal();
        await refresh(page).click();
        await updated(page).waitFor();
      },
    },
  ),
  statesOf('no keys', 'API Keys')('empty', ({ page }) => heading(page, t('keys.none')).waitFor()),
  many(
    'loading',
    async (stage) => {
      stage.faults.rule({ call: 'list', fault: { kind: 'hang', carriedOut: false } });
      await sendSignIn(stage, stage.faults.url, stage.api.tokens.admin);
      await stage.page.getByRole('progressbar').waitFor();
    },
    { leave: signOut },
  ),
  many(
    'partly loaded',
    async (stage) => {
      stage.faults.rule({ call: 'list', time: 3, fault: { kind: 'hang', carriedOut: false } });
      await sendSignIn(stage, stage.faults.url, stage.api.tokens.admin);
      await stage.page
        .getByText(like(t('keys.loadedOf', { loaded: 2_000, total: ANY })))
        .first()
        .waitFor();
    },
    { leave: signOut },
  ),
  many(
    'could not be loaded',
    async (stage) => {
      stage.faults.rule({ call: 'list', fault: json(422, {}) });
      await sendSignIn(stage, stage.faults.url, stage.api.tokens.admin);
      await button(stage.page, t('common.copyDetails')).waitFor();
    },
    { leave: signOut },
  ),
  many('three thousand', async (stage) => {
    await connect(stage);
    await keyCount(stage.page, 3_000).waitFor();
  }),
];

const details = statesOf('demo', 'Details');
const opened = (name: string) => ({
  from: { element: (page: Page) => row(page, name), key: 'Enter' },
});
const detailsOf = (page: Page, name: string) => page.getByRole('dialog', { name });

export const DETAILS_STATES = [
  ...['Number_Procurement', 'Workflow_Runner', 'Half_Migrated_Import'].map((name) =>
    details(`of ${name}`, ({ page }) => detailsOf(page, name).waitFor(), opened(name)),
  ),
  details('of an unrestricted key', async ({ page }) => {
    await search(page).fill('Legacy_Backend');
    await row(page, 'Legacy_Backend').press('Enter');
    await detailsOf(page, 'Legacy_Backend').waitFor();
  }),
  details(
    'writing notes',
    async ({ page }) => {
      await button(page, t('facts.addNotes')).click();
      await field(page, t('facts.rotateEvery')).fill('soon');
    },
    opened('CRM_Query'),
  ),
  details(
    'notes, with a due date',
    async ({ page }) => {
      await button(page, t('facts.addNotes')).click();
      await field(page, t('common.owner')).fill('Ada Lovelace');
      await field(page, t('facts.rotateEvery')).fill('90');
      await field(page, t('common.usedAt')).fill('crm.example.com');
      await button(page, t('common.save')).click();
      await button(page, t('facts.edit')).waitFor();
    },
    opened('CRM_Query'),
  ),
  statesOf('demo', 'Delete')('a key', ({ page }) => dialog(page, t('deletion.title')).waitFor(), {
    from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' },
  }),
  statesOf('demo', 'Delete')(
    'a key that has failed',
    async ({ page, faults }) => {
      faults.rule({ call: 'delete', fault: json(422, {}) });
      await button(dialog(page, t('deletion.title')), t('common.delete')).click();
      await dialog(page, t('deletion.title')).getByRole('alert').waitFor();
    },
    { from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' } },
  ),
  statesOf('demo', 'Sign out')(
    'question',
    async ({ page }) => {
      await item(page, t('common.signOut')).press('Enter');
      await question(page).waitFor();
    },
    { from: { element: connectionMenu, key: 'Enter' } },
  ),
];
