import type { Page } from '@playwright/test';
import { t } from '../../shared/language/words.ts';
import { button, dialog, field } from './find.ts';

/* The form of a new key, as the states fill it in. */

export const form = (page: Page) => dialog(page, t('create.title'));
export const createButton = (page: Page) => button(page, t('common.createApiKey'));

/** Sets the level of a resource, both as they are called in the window. */
export async function choose(page: Page, resource: string, level: string): Promise<void> {
  const choice = page.getByRole('radiogroup', { name: resource, exact: true });
  await choice.getByRole('radio', { name: level, exact: true }).check();
}

export async function fillIn(page: Page, name: string): Promise<void> {
  await field(form(page), t('common.name')).fill(name);
  await choose(page, t('permissions.calls'), t('common.read'));
  await choose(page, t('permissions.contacts'), t('common.write'));
}
