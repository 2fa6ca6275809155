import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { viewLabel } from '../../shared/views.ts';
import { ANY, button, field, like, row, search, shownOf, tab } from './find.ts';
import type { Stage } from './stage.ts';
import { statesOf } from './state.ts';

const home = { leave: ({ page }: Stage) => tab(page, viewLabel('keys')).click() };

const matrix = statesOf('elsewhere', 'By permission');
const review = statesOf('elsewhere', 'Review');

/** The tab of a rule: its title, and how many keys it speaks of. */
const rule = (page: Page, title: string) => tab(page, like(`${title} ${ANY}`));

async function openReview(page: Page): Promise<void> {
  await tab(page, viewLabel('review')).click();
  await rule(page, t('review.madeByOthersTitle')).waitFor();
}

/** Asks about the first key of the rule about unrestricted ones. */
async function askWhy(page: Page): Promise<void> {
  await openReview(page);
  await rule(page, t('review.unrestrictedTitle')).click();
  const name = 'Legacy_Backend';
  await button(row(page, name), t('review.notForThisName', { name })).click();
  await field(page, t('review.why')).waitFor();
}

/** What a view says where there is nothing. */
const EMPTY = [
  ['by-permission', 'keys.none'],
  ['review', 'keys.none'],
  ['changes', 'changes.nothing'],
  ['activity', 'activity.nothing'],
] as const;

export const VIEW_STATES = [
  matrix(
    'matrix',
    async ({ page }) => {
      await tab(page, viewLabel('by-permission')).click();
      await page.getByRole('grid').waitFor();
    },
    home,
  ),
  matrix(
    'who can write Billing',
    async ({ page }) => {
      await tab(page, viewLabel('by-permission')).click();
      await button(page.getByRole('grid'), t('permissions.billing')).click();
      await shownOf(page, 24, 4).waitFor();
    },
    {
      leave: async (stage) => {
        await search(stage.page).fill('');
        await home.leave(stage);
      },
    },
  ),
  review('findings', ({ page }) => openReview(page), home),
  review(
    'a rule with a setting',
    async ({ page }) => {
      await openReview(page);
      await rule(page, t('review.oldTitle', { count: 365 })).click();
      await page.getByRole('combobox', { name: t('review.oldAfter') }).waitFor();
    },
    home,
  ),
  review(
    'nothing found',
    async ({ page }) => {
      await openReview(page);
      await rule(page, t('review.twoTitle')).click();
      await page.getByText(t('review.noneHere')).waitFor();
    },
    home,
  ),
  review('not for this key', ({ page }) => askWhy(page), {
    leave: async (stage) => {
      await stage.page.keyboard.press('Escape');
      await home.leave(stage);
    },
  }),
  review(
    'somebody has looked',
    async ({ page }) => {
      await askWhy(page);
      await button(page, t('review.notForThis')).click();
      await page.getByRole('switch').click();
      await button(page, t('review.lookAgainAt', { name: 'Legacy_Backend' })).waitFor();
    },
    {
      leave: async (stage) => {
        await button(stage.page, t('review.lookAgainAt', { name: 'Legacy_Backend' })).click();
        await home.leave(stage);
      },
    },
  ),
  statesOf('creating', 'Changes')(
    'some',
    async ({ page }) => {
      await tab(page, viewLabel('changes')).click();
      await page.getByRole('combobox', { name: t('changes.since') }).selectOption('all');
      await page.getByRole('table').waitFor();
    },
    home,
  ),
  statesOf('creating', 'Activity')(
    'some',
    async ({ page }) => {
      await tab(page, viewLabel('activity')).click();
      await page.getByRole('table').waitFor();
    },
    home,
  ),
  ...EMPTY.map(([view, words]) =>
    statesOf('no keys', viewLabel(view))(
      'empty',
      async ({ page }) => {
        await tab(page, viewLabel(view)).click();
        await page.getByText(t(words)).waitFor();
      },
      home,
    ),
  ),
];
