import type { Page } from '@playwright/test';
import { runMenuItem } from '../support/menu.ts';
import { button, dialog, field, heading, item, region, row, search, tab } from './find.ts';
import { type Stage, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const home = { leave: ({ page }: Stage) => tab(page, 'API Keys').click() };
const rule = (page: Page, title: string) => tab(page, new RegExp(`^${title} [\\d,]+$`));

const matrix = statesOf('elsewhere', 'By permission');
const review = statesOf('elsewhere', 'Review');

async function openReview(page: Page): Promise<void> {
  await tab(page, /^Review/).click();
  await rule(page, 'Made by someone else').waitFor();
}

export const VIEW_STATES = [
  matrix(
    'matrix',
    async ({ page }) => {
      await tab(page, 'By permission').click();
      await page.getByRole('grid').waitFor();
    },
    home,
  ),
  matrix(
    'who can write Billing',
    async ({ page }) => {
      await tab(page, 'By permission').click();
      await button(page.getByRole('grid'), 'Billing').click();
      await page.getByText('4 of 24 keys').first().waitFor();
    },
    {
      leave: async ({ page }) => {
        await search(page).fill('');
        await tab(page, 'API Keys').click();
      },
    },
  ),
  review('findings', ({ page }) => openReview(page), home),
  review(
    'a rule with a setting',
    async ({ page }) => {
      await openReview(page);
      await rule(page, 'Older than 365 days').click();
      await page.getByRole('combobox', { name: 'Old after' }).waitFor();
    },
    home,
  ),
  review(
    'nothing found',
    async ({ page }) => {
      await openReview(page);
      await rule(page, 'Two environments').click();
    },
    home,
  ),
  review(
    'not for this key',
    async ({ page }) => {
      await openReview(page);
      await rule(page, 'Unrestricted').click();
      await button(row(page, 'Legacy_Backend'), 'Not for this key…: Legacy_Backend').click();
      await field(page, 'Why').waitFor();
    },
    {
      leave: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await home.leave(stage);
      },
    },
  ),
  statesOf('creating', 'Changes')(
    'some',
    async ({ page }) => {
      await tab(page, 'Changes').click();
      await page.getByRole('combobox', { name: 'Changes since' }).selectOption('all');
      await page.getByRole('table').waitFor();
    },
    home,
  ),
  statesOf('creating', 'Activity')(
    'some',
    async ({ page }) => {
      await tab(page, 'Activity').click();
      await page.getByRole('table').waitFor();
    },
    home,
  ),
  ...['By permission', 'Review', 'Changes', 'Activity'].map((name) =>
    statesOf('no keys', name)(
      'empty',
      async ({ page }) => {
        await tab(page, name).click();
        await page.getByRole('heading', { name, level: 1 }).waitFor({ state: 'attached' });
      },
      home,
    ),
  ),
];

const searchField = { from: { element: search, key: 'Control+k' } };

export const ANYWHERE_STATES = [
  statesOf('elsewhere', 'Palette')(
    'opened',
    ({ page }) => page.getByRole('option').first().waitFor(),
    searchField,
  ),
  statesOf('elsewhere', 'Palette')(
    'searched',
    async ({ page }) => {
      await page.keyboard.type('crm');
      await page.getByRole('option', { name: /CRM_Production/ }).waitFor();
    },
    searchField,
  ),
  statesOf('elsewhere', 'Palette')(
    'nothing found',
    async ({ page }) => {
      await page.keyboard.type('zzzz');
      await page.getByRole('option').first().waitFor({ state: 'hidden' });
    },
    searchField,
  ),
  statesOf('elsewhere', 'Shortcuts')('sheet', ({ page }) => dialog(page, 'Keyboard shortcuts').waitFor(), {
    from: { element: (page) => button(page, 'Refresh'), key: '?' },
  }),
  statesOf('elsewhere', 'Whose key')(
    'not found',
    async ({ page }) => {
      await page.keyboard.type('whose');
      await page.getByRole('option', { name: /Whose/ }).waitFor();
      await page.keyboard.press('Enter');
      await dialog(page, 'Whose key is this?').getByRole('textbox').fill('kdemo_of_nobody_at_all_0000');
      await page.keyboard.press('Enter');
    },
    searchField,
  ),
  statesOf('elsewhere', 'Settings')(
    'dialog',
    async ({ page }) => {
      await item(page, 'Settings…').press('Enter');
      await dialog(page, 'Settings').waitFor();
    },
    { from: { element: (page) => button(page, 'Connection'), key: 'Enter' } },
  ),
  statesOf('elsewhere', 'Settings')(
    'setting a pass phrase',
    async ({ page }) => {
      await item(page, 'Settings…').press('Enter');
      await button(dialog(page, 'Settings'), 'Set a pass phrase…').click();
      await field(page, 'Pass phrase').fill('short');
      await field(page, 'Repeat it').fill('other');
      await button(page, 'Set pass phrase').click();
    },
    { from: { element: (page) => button(page, 'Connection'), key: 'Enter' } },
  ),
  statesOf('elsewhere', 'Link')(
    'none that is known',
    async ({ page, keydesk: { app } }) => {
      await app.evaluate(({ app: program }) => {
        program.emit('second-instance', {}, ['keydesk', 'keydesk://nothing'], '/');
      });
      await region(page, 'Link').waitFor();
    },
    { leave: ({ page }) => button(region(page, 'Link'), 'Dismiss').click() },
  ),
  statesOf('elsewhere', 'Link')('that fills in a form', async ({ page, keydesk: { app } }) => {
    await app.evaluate(({ app: program }) => {
      const link = 'keydesk://create?name=From_A_Ticket&permissions=calls:read,contacts:write';
      program.emit('second-instance', {}, ['keydesk', link], '/');
    });
    await dialog(page, 'Create an API Key').waitFor();
  }),
];

export const ABOUT_STATES = [
  statesOf('elsewhere', 'About')('window', async ({ page, keydesk: { app } }) => {
    await runMenuItem(app, 'About Keydesk');
    await dialog(page, 'About Keydesk').waitFor();
  }),
];

const PHRASE = 'correct horse battery';

/** The last ones: what is locked stays so. */
export const LOCK_STATES = [
  statesOf('elsewhere', 'Lock')('locked', async ({ page }) => {
    await page.evaluate((passPhrase) => window.keydesk.setPassPhrase({ current: null, passPhrase }), PHRASE);
    await page.evaluate(() => window.keydesk.lockNow());
    await heading(page, 'Keydesk is locked').waitFor();
  }),
  statesOf('elsewhere', 'Lock')('wrong pass phrase', async ({ page }) => {
    await field(page, 'Pass phrase').fill('not the pass phrase');
    await button(page, 'Unlock').click();
    await page.getByText('This is not the pass phrase').waitFor();
  }),
  statesOf('elsewhere', 'Lock')('sign out instead?', async ({ page }) => {
    await button(page, 'Sign out instead').click();
    await page.getByRole('alertdialog').waitFor();
  }),
];

const production = statesOf('production', 'Connections');
const switcher = (page: Page) => button(page, /^Project /);
const list = (page: Page) => page.getByRole('dialog', { name: 'Connections' });
const fromSwitcher = { from: { element: switcher, key: 'Enter' } };

async function openList(page: Page): Promise<void> {
  await item(page, 'Connections…').press('Enter');
  await list(page).waitFor();
}

async function backToProject(page: Page): Promise<void> {
  await page.keyboard.press('Control+1');
  await switcher(page).waitFor();
}

export const CONNECTION_STATES = [
  production(
    'editing one',
    async ({ page }) => {
      await switcher(page).press('Enter');
      await openList(page);
      await button(list(page), /^Edit… /).click();
      const edit = dialog(page, 'Edit connection');
      await field(edit, 'Name').fill('Booking, live');
      await edit.getByLabel('Environment').selectOption({ label: 'Production' });
    },
    {
      leave: async ({ page }) => {
        await button(dialog(page, 'Edit connection'), 'Save').click();
        await button(list(page), 'Close').click();
      },
    },
  ),
  production('production frame', ({ page }) => row(page, 'CRM_Production').waitFor()),
  production('switcher', ({ page }) => page.getByRole('menu').waitFor(), fromSwitcher),
  production('list', ({ page }) => openList(page), fromSwitcher),
  production('adding one', async ({ page }) => {
    await switcher(page).press('Enter');
    await item(page, 'Add connection…').press('Enter');
    await dialog(page, 'Add connection').waitFor();
  }),
  production('another token', async ({ page }) => {
    await switcher(page).press('Enter');
    await openList(page);
    await button(list(page), /^Token… /).click();
    await dialog(page, 'Sign in').waitFor();
  }),
  production('remove?', async ({ page }) => {
    await switcher(page).press('Enter');
    await openList(page);
    await button(list(page), /^Remove… /).click();
    await page.getByRole('alertdialog').waitFor();
  }),
  production('deleting by name', ({ page }) => dialog(page, 'Delete API key').waitFor(), {
    from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' },
  }),
  statesOf('production', 'All projects')(
    'table',
    async ({ page }) => {
      await page.keyboard.press('Control+p');
      await page.getByRole('columnheader', { name: 'Project' }).waitFor();
      await row(page, 'CRM_Production').waitFor();
    },
    { leave: ({ page }) => backToProject(page) },
  ),
  production('signed out', async (stage) => {
    await signOut(stage);
    await region(stage.page, 'Your connections').waitFor();
  }),
];
