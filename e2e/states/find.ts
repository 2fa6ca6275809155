import type { Locator, Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';

/* What a state finds in the window, by role and name. Names are asked of the words, so that a state is there in every language. */

type Within = Page | Locator;
type Name = string | RegExp;

export const button = (within: Within, name: Name) => within.getByRole('button', { name, exact: true });
export const field = (within: Within, name: string) => within.getByRole('textbox', { name, exact: true });
export const heading = (within: Within, name: string) => within.getByRole('heading', { name, exact: true });
export const item = (within: Within, name: string) => within.getByRole('menuitem', { name });
export const dialog = (page: Page, name: string) => page.getByRole('dialog', { name, exact: true });
export const question = (page: Page) => page.getByRole('alertdialog');
export const menu = (page: Page) => page.getByRole('menu');
export const tab = (page: Page, name: Name) => page.getByRole('tab', { name, exact: true });
export const search = (page: Page) => page.getByRole('searchbox', { name: t('filter.search') });
export const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

/** Stands for any value in what `like` is given. */
export const ANY = '\u0001';

/** A whole text, with anything where `ANY` stands. */
export function like(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll(ANY, '.*')}$`);
}

/** The row of a key, by the whole of its name. */
export const row = (page: Page, name: string) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('button', { name: t('keys.actionsFor', { name }), exact: true }) });

/** The button of a row that opens its menu. */
export const actions = (page: Page, name: string) => button(page, t('keys.actionsFor', { name }));

/** The list has been read. */
export const updated = (page: Page) => page.getByText(like(t('keys.updated', { when: ANY })));

/** How many keys the view shows. */
export const keyCount = (page: Page, count: number) =>
  page.getByText(t('format.keys', { count }), { exact: true });

/** How many keys a filter lets through, whichever. */
export const shownOf = (page: Page, count: number, shown: string | number = ANY) =>
  page.getByText(like(t('keys.shownOf', { shown, keys: t('format.keys', { count }) }))).first();

/** A button of the top bar. */
export const connectionMenu = (page: Page) => button(page, t('shell.connection'));
export const refresh = (page: Page) => button(page, t('common.refresh'));
