import { expect } from '@playwright/test';
import { test } from './support/app.ts';
import { findings } from './support/axe.ts';
import { runMenuItem } from './support/menu.ts';

test('About says what runs here, and opens the licence of each part', async ({ keydesk: { page, app } }) => {
  await expect(page.getByRole('heading', { name: 'Connect a project' })).toBeVisible();
  await runMenuItem(app, 'About Keydesk');
  const about = page.getByRole('dialog', { name: 'About Keydesk' });
  const { electron, version } = await app.evaluate(({ app: program }) => ({
    electron: process.versions.electron,
    version: program.getVersion(),
  }));
  await expect(about.getByText(`Keydesk ${version}`)).toBeVisible();
  await expect(about.getByText(electron ?? '?', { exact: true })).toBeVisible();
  const react = about.getByRole('listitem').filter({ hasText: /^▸?\s*react \d/ });
  await react.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(react.getByText('Permission is hereby granted')).toBeVisible();
  expect(await findings(page)).toEqual([]);
});
