import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { button, connectionMenu, dialog, field, item, question, region } from './find.ts';
import { connect } from './stage.ts';
import { type State, statesOf } from './state.ts';

const settings = statesOf('elsewhere', 'Settings');
const settingsDialog = (page: Page) => dialog(page, t('settings.title'));
const fromMenu = { from: { element: connectionMenu, key: 'Enter' } };

async function openSettings(page: Page): Promise<void> {
  await item(page, t('commands.settings')).press('Enter');
  await settingsDialog(page).waitFor();
}

/** A part of the page, scrolled to. */
function part(name: string, title: () => string): State {
  return settings(
    name,
    async ({ page }) => {
      await openSettings(page);
      await region(page, title()).evaluate((section) => section.scrollIntoView({ block: 'start' }));
    },
    fromMenu,
  );
}

async function look(page: Page, words: string): Promise<void> {
  await openSettings(page);
  await settingsDialog(page).getByRole('searchbox').fill(words);
}

async function sendPassPhrase(page: Page): Promise<void> {
  await openSettings(page);
  await button(settingsDialog(page), t('security.setMore')).click();
  await field(page, t('common.passPhrase')).fill('short');
  await field(page, t('security.repeat')).fill('other');
  await button(page, t('security.set')).click();
}

export const SETTINGS_STATES = [
  settings('dialog', ({ page }) => openSettings(page), fromMenu),
  part('table', () => t('settings.table')),
  part('security', () => t('settings.security')),
  part('review', () => t('settings.review')),
  part('program', () => t('settings.program')),
  part('data', () => t('settings.data')),
  settings(
    'searched',
    async ({ page }) => {
      await look(page, t('settings.theme'));
      await page.getByText(t('settings.found', { count: 1 }), { exact: true }).waitFor();
    },
    fromMenu,
  ),
  settings(
    'nothing found',
    async ({ page }) => {
      await look(page, 'zzzz');
      await page.getByText(t('settings.nothing')).waitFor();
    },
    fromMenu,
  ),
  settings(
    'changed',
    async ({ page }) => {
      await openSettings(page);
      await settingsDialog(page).getByLabel(t('settings.density')).selectOption('compact');
      await button(page, t('settings.reset', { setting: t('settings.density') })).waitFor();
    },
    {
      ...fromMenu,
      leave: ({ page }) => button(page, t('settings.reset', { setting: t('settings.density') })).click(),
    },
  ),
  settings('setting a pass phrase', ({ page }) => sendPassPhrase(page), fromMenu),
  settings(
    'erase all?',
    async ({ page }) => {
      await openSettings(page);
      await button(page, t('settings.eraseMore')).click();
      await question(page).waitFor();
    },
    fromMenu,
  ),
  statesOf('ruled', 'Settings')('ruled by a policy', async (stage) => {
    const { page } = stage;
    await connect(stage);
    await connectionMenu(page).press('Enter');
    await openSettings(page);
    await region(page, t('settings.security')).evaluate((section) => section.scrollIntoView());
  }),
  statesOf('ruled', 'Settings')('the policy of this computer', async ({ page }) => {
    await connectionMenu(page).press('Enter');
    await openSettings(page);
    await region(page, t('policy.title')).scrollIntoViewIfNeeded();
  }),
];
