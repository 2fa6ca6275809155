import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { json } from '../support/fault.ts';
import { button, dialog, region, row, search } from './find.ts';
import type { Stage } from './stage.ts';
import { statesOf } from './state.ts';

const several = statesOf('demo', 'Several keys');
const bar = (page: Page) => region(page, t('several.selectedKeys'));
const deleting = (page: Page) => dialog(page, t('several.title'));

async function selectTwo(page: Page): Promise<void> {
  await search(page).press('ArrowDown');
  await row(page, 'CRM_Production').and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Shift+ArrowDown');
  await bar(page).waitFor();
}

async function deselect({ page }: Stage): Promise<void> {
  if (await bar(page).isVisible()) await button(bar(page), t('common.clear')).click();
}

const closed = {
  leave: async (stage: Stage) => {
    await stage.page.keyboard.press('Escape');
    await deselect(stage);
  },
};

async function openDeleting(page: Page): Promise<void> {
  await selectTwo(page);
  await button(bar(page), t('common.deleteMore')).click();
  await deleting(page).getByRole('textbox').waitFor();
}

async function deleteTwo(page: Page): Promise<void> {
  await openDeleting(page);
  await deleting(page).getByRole('textbox').fill('2');
  await page.keyboard.press('Enter');
}

export const SEVERAL_STATES = [
  several('two selected', ({ page }) => selectTwo(page), { leave: deselect }),
  several(
    'compare',
    async ({ page }) => {
      await selectTwo(page);
      await button(bar(page), t('common.compare')).click();
      await dialog(page, t('compare.title')).waitFor();
    },
    closed,
  ),
  several('delete them', ({ page }) => openDeleting(page), closed),
  underWay(),
  several(
    'not deleted',
    async ({ page, faults }) => {
      faults.rule({ call: 'delete', fault: json(422, {}) });
      await deleteTwo(page);
      await button(deleting(page), t('several.retryFailed', { count: 2 })).waitFor();
    },
    closed,
  ),
];

/** The first deletion waits until the state is left; none is carried out. */
function underWay() {
  const answer = Promise.withResolvers<void>();
  return several(
    'deleting them',
    async ({ page, faults }) => {
      const next = json(422, {});
      faults.rule({ call: 'delete', fault: { kind: 'hold', until: answer.promise, next } });
      await deleteTwo(page);
      await deleting(page).getByRole('progressbar').waitFor();
    },
    {
      leave: async (stage) => {
        answer.resolve();
        await button(deleting(stage.page), t('common.close')).last().click();
        await deselect(stage);
      },
    },
  );
}
