import type { Locator, Page } from '@playwright/test';

/* What a state finds in the window, by role and name. */

type Within = Page | Locator;

export const button = (within: Within, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });
export const field = (within: Within, name: string) => within.getByRole('textbox', { name, exact: true });
export const heading = (within: Within, name: string) => within.getByRole('heading', { name, exact: true });
export const item = (within: Within, name: string) => within.getByRole('menuitem', { name });
export const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
export const tab = (page: Page, name: string | RegExp) => page.getByRole('tab', { name, exact: true });
export const search = (page: Page) => page.getByRole('searchbox', { name: 'Search by name' });
export const region = (page: Page, name: string) => page.getByRole('region', { name });

/** The row of a key, by the whole of its name. */
export const row = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: `Actions for ${name}`, exact: true }) });

/** The button of a row that opens its menu. */
export const actions = (page: Page, name: string) => button(page, `Actions for ${name}`);
