import type { Locator, Page } from '@playwright/test';

export const NEW_KEY = 'CRM_Query';

/** Opens the create dialog and fills it in, without saving. */
export async function fillCreateDialog(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Create API Key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Create an API Key' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(NEW_KEY);
  await choose(dialog, 'Calls', 'Read');
  await choose(dialog, 'Contacts', 'Write');
  return dialog;
}

/** By keyboard-reachable name; `force`, because the drawn control lies over the radio itself. */
async function choose(dialog: Locator, resource: string, level: string): Promise<void> {
  const radios = dialog.getByRole('radiogroup', { name: resource, exact: true });
  await radios.getByRole('radio', { name: level, exact: true }).check({ force: true });
}
