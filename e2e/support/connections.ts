import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { trySignIn } from './app.ts';

/** The button in the top bar that tells which project is open. */
export const switcher = (page: Page) => page.getByRole('button', { name: /^Project / });

/** Opens the dialog in which connections are changed. */
export async function openList(page: Page) {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Connections…' }).click();
  return page.getByRole('dialog', { name: 'Connections' });
}

/** Adds a connection from the top bar, and waits until it is open. */
export async function addConnection(
  page: Page,
  address: string,
  token: string,
  name?: string,
): Promise<void> {
  await switcher(page).click();
  await page.getByRole('menuitem', { name: 'Add connection…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add connection' });
  if (name) await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await trySignIn(page, address, token);
  await expect(dialog).toBeHidden();
}

/** Gives the open connection a name of its own, so that two servers of the same demo can be told apart. */
export async function nameOpenConnection(page: Page, ownName: string, environment = 'Other'): Promise<void> {
  const list = await openList(page);
  const before = await switcher(page).getAttribute('aria-label');
  await list.getByRole('button', { name: `Edit… ${before?.replace('Project ', '')}` }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit connection' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(ownName);
  await dialog.getByLabel('Environment').selectOption({ label: environment });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await list.getByRole('button', { name: 'Close' }).click();
  await expect(switcher(page)).toHaveAccessibleName(`Project ${ownName}`);
}

/** The system's own boxes are answered by the test: what they asked, in order. */
export async function answerBoxes(app: ElectronApplication, answer: number): Promise<void> {
  await app.evaluate(({ dialog }, response) => {
    const asked: string[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (async (...of: unknown[]) => {
      const options = of.at(-1) as { readonly message: string };
      asked.push(options.message);
      return { response, checkboxChecked: false };
    }) as typeof dialog.showMessageBox;
  }, answer);
}

export const askedBoxes = (app: ElectronApplication): Promise<readonly string[]> =>
  app.evaluate(() => (globalThis as unknown as { readonly asked: readonly string[] }).asked);
