import type { Locator, Page } from '@playwright/test';
import type { Call } from './fault-request.ts';
import type { Random } from './random.ts';

/** Something that can be done in the window as it is. */
export type Action = {
  readonly label: string;
  readonly weight: number;
  /** The call that it brings about. */
  readonly call?: Call;
  readonly run: (random: Random) => Promise<void>;
};

/** Nothing takes longer, with the window as it was seen. */
const timeout = 1_000;

export function button(within: Locator | Page, name: string): Locator {
  return within.getByRole('button', { name, exact: true }).first();
}

export function press(target: Locator): Promise<void> {
  return target.click({ timeout });
}

/** Writes a text into the field of that name. */
export function write(within: Locator | Page, name: string, text: string): Promise<void> {
  return within.getByLabel(name, { exact: true }).fill(text, { timeout });
}

export async function isPossible(target: Locator): Promise<boolean> {
  return !(await target.isDisabled({ timeout }));
}

/** Chooses a level in the permission editor. */
export function choose(dialog: Locator, resource: string, level: 'Read' | 'Write'): Promise<void> {
  const levels = dialog.getByRole('radiogroup', { name: resource, exact: true });
  return levels.getByRole('radio', { name: level, exact: true }).check({ timeout });
}
