import type { Page } from '@playwright/test';

/** A row of the table as it stands there. */
export type SeenRow = { readonly id: string | null; readonly name: string; readonly text: string };

/** A dialog, the topmost last. */
export type SeenDialog = {
  readonly role: string;
  readonly title: string;
  readonly text: string;
  /** The names of the buttons that can be pressed. */
  readonly buttons: readonly string[];
  /** It is on its way in or out. */
  readonly isMoving: boolean;
};

/** All of the window at one moment, by role and name. */
export type Seen = {
  readonly heading: string;
  readonly dialogs: readonly SeenDialog[];
  readonly notices: readonly { readonly text: string; readonly buttons: readonly string[] }[];
  readonly alerts: readonly string[];
  /** Those that can be pressed outside of the dialogs. */
  readonly buttons: readonly string[];
  /** Of the rows, those that are in view. */
  readonly rows: readonly SeenRow[];
  /** How many rows there are in all. */
  readonly count: number;
  /** Something is under way. */
  readonly isBusy: boolean;
  /** A create, or the delete before one, is under way. */
  readonly isSending: boolean;
};

const SENDING = ['Creating the key…', 'Cancelling…', 'Deleting the key…'];
const BUSY = [
  ...SENDING,
  'Refreshing',
  'Loading',
  'Deleting…',
  'Reading the list again…',
  'Opening the connection',
  'The server has not answered yet.',
];

/** Looks at the window once: what one look tells belongs together. */
export function look(page: Page): Promise<Seen> {
  return page.evaluate(
    ({ busy, sending }) => {
      const all = (within: ParentNode, selector: string) => [
        ...within.querySelectorAll<HTMLElement>(selector),
      ];
      const textOf = (element: Element | null) => element?.textContent?.trim() ?? '';
      const buttonsIn = (within: ParentNode) =>
        all(within, 'button').filter(
          (button) => !button.matches(':disabled, [aria-disabled=true], [data-loading]'),
        );
      const nameOf = (button: Element) => button.getAttribute('aria-label') ?? textOf(button);
      const inDialog = (element: Element) => element.closest('[role=dialog], [role=alertdialog]') !== null;
      const titleOf = (dialog: Element) =>
        textOf(document.getElementById(dialog.getAttribute('aria-labelledby') ?? ''));
      const layer = (dialog: Element) => {
        if (dialog.role === 'alertdialog') return 2;
        return titleOf(dialog) === 'Sign in again' ? 1 : 0;
      };
      const statuses = all(document, '[role=status]');
      const isAt = (words: readonly string[]) => statuses.some((status) => words.includes(textOf(status)));
      return {
        heading: textOf(document.querySelector('h1')),
        dialogs: all(document, '[role=dialog], [role=alertdialog]')
          .sort((a, b) => layer(a) - layer(b))
          .map((dialog) => ({
            role: dialog.role ?? '',
            title: titleOf(dialog),
            text: textOf(dialog),
            buttons: buttonsIn(dialog).map(nameOf),
            isMoving: dialog.getAnimations().length > 0,
          })),
        notices: statuses
          .filter((status) => !inDialog(status))
          .map((status) => ({ text: textOf(status), buttons: buttonsIn(status).map(nameOf) })),
        alerts: all(document, '[role=alert]').map(textOf),
        buttons: buttonsIn(document)
          .filter((button) => !inDialog(button))
          .map(nameOf),
        rows: all(document, '[data-row]').map((row) => ({
          id: row.querySelector('td:nth-child(2) [title]')?.getAttribute('title') ?? null,
          name: (row.querySelector('[aria-haspopup=menu]')?.getAttribute('aria-label') ?? '').slice(12),
          text: textOf(row),
        })),
        count: Number(document.querySelector('table')?.getAttribute('aria-rowcount') ?? 1) - 1,
        isBusy: isAt(busy) || document.querySelector('button[data-loading]') !== null,
        isSending: isAt(sending),
      };
    },
    { busy: BUSY, sending: SENDING },
  );
}

/** Every row of the table, also those out of view. */
export async function allRows(page: Page): Promise<readonly SeenRow[]> {
  const rows = new Map<string, SeenRow>();
  const table = page.getByRole('table', { name: 'API keys', includeHidden: true });
  for (let place = 0; ; place += 1) {
    const isEnd = await table.evaluate(async (element, screen) => {
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      element.scrollTop = screen * (element.clientHeight / 2);
      await frame();
      await frame();
      return element.scrollTop + element.clientHeight >= element.scrollHeight - 1;
    }, place);
    for (const row of (await look(page)).rows) rows.set(`${row.id} ${row.text}`, row);
    if (isEnd) break;
  }
  await table.evaluate((element) => element.scrollTo(0, 0));
  return [...rows.values()];
}

/** What lies on top; null where no dialog is open. */
export function topmost({ dialogs }: Seen): SeenDialog | null {
  return dialogs.at(-1) ?? null;
}

/** Nothing is drawn yet, or a dialog is on its way in or out. */
export function isChanging({ heading, dialogs }: Seen): boolean {
  return heading === '' || dialogs.some(({ title, isMoving }) => title === '' || isMoving);
}
