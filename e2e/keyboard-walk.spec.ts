import { expect, type Locator, type Page } from '@playwright/test';
import { signIn, test } from './support/app.ts';
import { addConnection, answerBoxes, nameOpenConnection, switcher } from './support/connections.ts';
import { listAs, rowOf } from './support/keys.ts';

/* The main job, a replacement and a switch of project, without a mouse; each key press is counted. */

/** More than these and something has moved out of the way of whoever works by keyboard. */
const MOST_PRESSES = { create: 22, replace: 50, switch: 1 } as const;
const FARTHEST = 40;

/** Presses keys, and counts them: a text counts by its letters, keys that are held together once. */
function createHand(page: Page) {
  let presses = 0;
  const press = async (key: string) => {
    presses += 1;
    await page.keyboard.press(key);
  };
  return {
    press,
    async type(text: string) {
      presses += text.length;
      await page.keyboard.type(text);
    },
    /** Goes there with Tab. */
    async tabTo(target: Locator) {
      await expect(target).toBeVisible();
      const isThere = () => target.evaluate((element) => element === document.activeElement);
      for (let step = 0; step < FARTHEST && !(await isThere()); step += 1) await press('Tab');
      await expect(target).toBeFocused();
    },
    /** How many since the last time. */
    count() {
      const counted = presses;
      presses = 0;
      return counted;
    },
  };
}

const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const button = (inside: Locator, name: string) => inside.getByRole('button', { name, exact: true });

/** The new key is copied and stored. */
async function store(page: Page, hand: ReturnType<typeof createHand>): Promise<void> {
  const reveal = dialog(page, 'Your new API key');
  await expect(button(reveal, 'Copy key')).toBeFocused();
  await hand.press('Enter');
  await expect(reveal.getByText('Copied', { exact: false }).first()).toBeVisible();
  await hand.tabTo(button(reveal, 'I have stored this key'));
  await hand.press('Enter');
  await expect(reveal).toBeHidden();
}

test('a walk without the mouse', async ({ keydesk: { page, app }, api, faults }) => {
  await answerBoxes(app, 1);
  await signIn(page, api.url, api.tokens.admin);
  await nameOpenConnection(page, 'Alpha');
  await addConnection(page, faults.url, api.tokens.admin, 'Beta');
  await expect(rowOf(page, 'CRM_Production')).toBeVisible();
  const hand = createHand(page);

  await hand.press('Control+n');
  const create = dialog(page, 'Create an API Key');
  await expect(create.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await hand.type('Walk');
  await hand.tabTo(create.getByRole('searchbox', { name: 'Filter resources' }));
  await hand.type('cal');
  await hand.press('Enter');
  await hand.press('r');
  await expect(create.getByText('1 read, 0 write, 18 no access')).toBeVisible();
  await hand.press('Enter');
  await store(page, hand);
  await expect(rowOf(page, 'Walk')).toBeVisible();
  const created = hand.count();

  await hand.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Go to anything' })).toBeFocused();
  await hand.type('walk');
  await expect(page.getByRole('option', { name: /^Walk/ })).toHaveAttribute('aria-selected', 'true');
  await hand.press('Enter');
  await hand.tabTo(button(dialog(page, 'Details of Walk'), 'Replace…'));
  await hand.press('Enter');
  const replace = dialog(page, 'Replace API key');
  await expect(replace.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await hand.press('Enter');
  await store(page, hand);
  await hand.tabTo(button(page.getByRole('region', { name: 'Keys that are being replaced' }), 'Continue'));
  await hand.press('Enter');
  await hand.tabTo(button(replace, 'Delete the old key…'));
  await hand.press('Enter');
  const deleting = dialog(page, 'Delete API key');
  await expect(button(deleting, 'Cancel')).toBeFocused();
  await hand.tabTo(button(deleting, 'Delete'));
  await hand.press('Enter');
  await expect(rowOf(page, 'Walk')).toBeHidden();
  const replaced = hand.count();

  await hand.press('Control+1');
  await expect(switcher(page)).toHaveAccessibleName('Project Alpha');
  const switched = hand.count();

  const names = (await listAs(faults.url, api.tokens.admin)).map(({ name }) => name);
  expect(names).toContain('Walk (2)');
  expect(names).not.toContain('Walk');
  console.log(`key presses: create ${created}, replace ${replaced}, switch ${switched}`);
  expect(created).toBeLessThanOrEqual(MOST_PRESSES.create);
  expect(replaced).toBeLessThanOrEqual(MOST_PRESSES.replace);
  expect(switched).toBeLessThanOrEqual(MOST_PRESSES.switch);
});
