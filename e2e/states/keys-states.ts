import { json } from '../support/fault.ts';
import { actions, button, dialog, heading, item, region, row, search } from './find.ts';
import { connect, sendSignIn, signOut } from './stage.ts';
import { statesOf } from './state.ts';

const keys = statesOf('demo', 'API Keys');
const many = statesOf('three thousand keys', 'API Keys');

const selectTwo = async (page: Parameters<typeof row>[0]): Promise<void> => {
  await search(page).press('ArrowDown');
  await row(page, 'CRM_Production').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await region(page, 'Selected keys').waitFor();
};

const deselect = async ({ page }: { readonly page: Parameters<typeof row>[0] }): Promise<void> => {
  const bar = region(page, 'Selected keys');
  if (await bar.isVisible()) await button(bar, 'Clear').click();
};

export const KEYS_STATES = [
  keys('table', ({ page }) => row(page, 'CRM_Production').waitFor()),
  keys('a row has the focus', async ({ page }) => {
    await search(page).press('ArrowDown');
    await row(page, 'CRM_Production').and(page.locator(':focus')).waitFor();
  }),
  keys('filtered', async ({ page }) => {
    await search(page).fill('crm restricted');
    await page.getByText(/of 24 keys/).waitFor();
  }),
  keys('nothing matches', async ({ page }) => {
    await search(page).fill('no such key');
    await button(page, 'Clear search').waitFor();
  }),
  keys('suggestions of the filter', async ({ page }) => {
    await search(page).pressSequentially('billing:');
    await page.getByRole('listbox').waitFor();
  }),
  keys('filters', ({ page }) => page.locator('[role="dialog"]').first().waitFor(), {
    from: { element: (page) => button(page, 'Filters'), key: 'Enter' },
  }),
  keys('export', ({ page }) => page.getByRole('menu').waitFor(), {
    from: { element: (page) => button(page, 'Export'), key: 'Enter' },
  }),
  keys('columns and notes', ({ page }) => page.getByRole('menu').waitFor(), {
    from: { element: (page) => button(page, 'Columns and notes'), key: 'Enter' },
  }),
  keys('menu of a row', async ({ page }) => {
    await actions(page, 'Booking_App').press('Enter');
    await page.getByRole('menu').waitFor();
  }),
  keys('connection menu', ({ page }) => page.getByRole('menu').waitFor(), {
    from: { element: (page) => button(page, 'Connection'), key: 'Enter' },
  }),
  keys('two selected', ({ page }) => selectTwo(page), { leave: deselect }),
  keys(
    'offline',
    async ({ page, faults }) => {
      await faults.refuse();
      await button(page, 'Refresh').click();
      await button(page, 'Retry').waitFor();
    },
    {
      leave: async ({ page, faults }) => {
        await faults.comeBack();
        await button(page, 'Retry').click();
        await page.getByText(/^Updated/).waitFor();
      },
    },
  ),
  keys(
    'the server has a problem',
    async ({ page, faults }) => {
      faults.rule({ call: 'list', fault: json(422, {}) });
      await button(page, 'Refresh').click();
      await button(page, 'Copy details').waitFor();
    },
    {
      leave: async ({ page, faults }) => {
        faults.heal();
        await button(page, 'Refresh').click();
        await page.getByText(/^Updated/).waitFor();
      },
    },
  ),
  statesOf('no keys', 'API Keys')('empty', ({ page }) => heading(page, 'No API keys yet').waitFor()),
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
        .getByText(/^2,000 of/)
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
      await button(stage.page, 'Copy details').waitFor();
    },
    { leave: signOut },
  ),
  many('three thousand', async (stage) => {
    await connect(stage);
    await stage.page.getByText('3,000 keys', { exact: true }).waitFor();
  }),
];

const several = statesOf('demo', 'Several keys');
const deleting = (page: Parameters<typeof row>[0]) => dialog(page, 'Delete API keys');

export const SEVERAL_STATES = [
  several(
    'compare',
    async ({ page }) => {
      await selectTwo(page);
      await button(region(page, 'Selected keys'), 'Compare').click();
      await dialog(page, 'Compare API keys').waitFor();
    },
    {
      leave: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await deselect(stage);
      },
    },
  ),
  several(
    'delete them',
    async ({ page }) => {
      await selectTwo(page);
      await button(region(page, 'Selected keys'), 'Delete…').click();
      await deleting(page).getByRole('textbox').waitFor();
    },
    {
      leave: async (stage) => {
        await stage.page.keyboard.press('Escape');
        await deselect(stage);
      },
    },
  ),
  underWay(),
];

/** The first deletion waits until the state is left; none is carried out. */
function underWay() {
  const answer = Promise.withResolvers<void>();
  return several(
    'deleting them',
    async ({ page, faults }) => {
      const next = json(422, {});
      faults.rule({ call: 'delete', fault: { kind: 'hold', until: answer.promise, next } });
      await selectTwo(page);
      await button(region(page, 'Selected keys'), 'Delete…').click();
      await deleting(page).getByRole('textbox').fill('2');
      await page.keyboard.press('Enter');
      await deleting(page).getByRole('progressbar').waitFor();
    },
    {
      leave: async (stage) => {
        answer.resolve();
        await button(deleting(stage.page), 'Close').last().click();
        await deselect(stage);
      },
    },
  );
}

const details = statesOf('demo', 'Details');
const opened = (name: string) => ({
  from: { element: (page: Parameters<typeof row>[0]) => row(page, name), key: 'Enter' },
});

export const DETAILS_STATES = [
  ...['Number_Procurement', 'Workflow_Runner', 'Half_Migrated_Import'].map((name) =>
    details(`of ${name}`, ({ page }) => dialog(page, `Details of ${name}`).waitFor(), opened(name)),
  ),
  details('of an unrestricted key', async ({ page }) => {
    await search(page).fill('Legacy_Backend');
    await row(page, 'Legacy_Backend').press('Enter');
    await dialog(page, 'Details of Legacy_Backend').waitFor();
  }),
  details(
    'writing notes',
    async ({ page }) => {
      await button(page, 'Add notes').click();
      await page.getByRole('textbox', { name: 'Rotate every … days' }).fill('soon');
    },
    opened('CRM_Query'),
  ),
  details(
    'notes, with a due date',
    async ({ page }) => {
      await button(page, 'Add notes').click();
      await page.getByRole('textbox', { name: 'Owner' }).fill('Ada Lovelace');
      await page.getByRole('textbox', { name: 'Rotate every … days' }).fill('90');
      await page.getByRole('textbox', { name: 'Used at' }).fill('crm.example.com');
      await button(page, 'Save').click();
      await button(page, 'Edit').waitFor();
    },
    opened('CRM_Query'),
  ),
  statesOf('demo', 'Delete')('a key', ({ page }) => dialog(page, 'Delete API key').waitFor(), {
    from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' },
  }),
  statesOf('demo', 'Delete')(
    'a key that has failed',
    async ({ page, faults }) => {
      faults.rule({ call: 'delete', fault: json(422, {}) });
      await button(dialog(page, 'Delete API key'), 'Delete').click();
      await dialog(page, 'Delete API key').getByRole('alert').waitFor();
    },
    { from: { element: (page) => row(page, 'CRM_Production'), key: 'Delete' } },
  ),
  statesOf('demo', 'Sign out')(
    'question',
    async ({ page }) => {
      await item(page, 'Sign out').press('Enter');
      await page.getByRole('alertdialog').waitFor();
    },
    { from: { element: (page) => button(page, 'Connection'), key: 'Enter' } },
  ),
];
