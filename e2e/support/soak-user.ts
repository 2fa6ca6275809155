import type { Locator, Page } from '@playwright/test';
import { choicesIn } from './soak-choices.ts';
import { type Action, button, press, write } from './soak-hand.ts';
import type { Ledger } from './soak-ledger.ts';
import { createTableActions } from './soak-table.ts';
import type { Told } from './soak-told.ts';
import { type Seen, type SeenDialog, topmost } from './soak-window.ts';

/** What a walk's person needs. */
export type UserParts = {
  readonly page: () => Page;
  readonly url: string;
  readonly token: string;
  readonly ledger: Ledger;
  readonly told: Told;
};

/** A person who does what the window offers: answers all that can be done now. */
export function createUser({ page, url, token, ledger, told }: UserParts) {
  const inTable = createTableActions({ page, ledger, told });

  function offered(dialog: SeenDialog, shown: Locator): readonly Action[] {
    return choicesIn(dialog).flatMap(({ button: pattern, before, ...choice }): readonly Action[] => {
      const name = dialog.buttons.find((each) => pattern.test(each));
      if (name === undefined) return [];
      const run = async () => {
        before?.(told, dialog);
        await press(button(shown, name));
      };
      return [{ ...choice, label: `${dialog.title}: ${name}`, run }];
    });
  }

  /** What is done in a dialog besides pressing its buttons. */
  function besides({ title }: SeenDialog, shown: Locator): readonly Action[] {
    if (title.startsWith('Details of')) {
      return [{ label: 'close the details', weight: 2, run: () => page().keyboard.press('Escape') }];
    }
    if (title !== 'Sign in again') return [];
    const signIn = async () => {
      await write(shown, 'Admin token', token);
      await press(button(shown, 'Sign in'));
    };
    return [{ label: 'sign in again', weight: 3, call: 'me', run: signIn }];
  }

  function inDialog(dialog: SeenDialog): readonly Action[] {
    const role = dialog.role === 'alertdialog' ? 'alertdialog' : 'dialog';
    const shown = page().getByRole(role, { name: dialog.title });
    return [...offered(dialog, shown), ...besides(dialog, shown)];
  }

  async function connect(): Promise<void> {
    await write(page(), 'API address', url);
    await write(page(), 'Admin token', token);
    await press(button(page(), 'Connect'));
  }

  async function signOut(): Promise<void> {
    told.forget();
    await press(button(page(), 'Sign out'));
  }

  return function actionsIn(seen: Seen): readonly Action[] {
    const dialog = topmost(seen);
    if (dialog) return inDialog(dialog);
    switch (seen.heading) {
      case 'API Keys':
        return inTable(seen);
      case 'Connect a project':
        return [{ label: 'connect', weight: 1, call: 'me', run: connect }];
      case 'The project cannot be reached':
        return [{ label: 'Retry', weight: 1, call: 'me', run: () => press(button(page(), 'Retry')) }];
      case 'Administrators only':
        return [{ label: 'Sign out', weight: 1, run: signOut }];
      default:
        return [];
    }
  };
}
