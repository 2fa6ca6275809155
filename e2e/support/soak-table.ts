import type { Page } from '@playwright/test';
import type { Random } from './random.ts';
import { type Action, button, choose, isPossible, press, write } from './soak-hand.ts';
import type { Ledger } from './soak-ledger.ts';
import type { Told } from './soak-told.ts';
import type { Seen } from './soak-window.ts';

type TableParts = { readonly page: () => Page; readonly ledger: Ledger; readonly told: Told };

const RESOURCES = ['Calls', 'Contacts', 'Agents', 'Tools', 'Webhooks'] as const;

/** Above the table; the buttons of other notices are left alone. */
const NOTICE_BUTTONS = /^(Dismiss|Look for it|Show details|It is stored|Delete…)$/;

/** The buttons of the view that do what they say. */
const VIEW_BUTTONS: readonly Omit<Action, 'run'>[] = [
  { label: 'Refresh', weight: 3, call: 'list' },
  { label: 'Retry', weight: 3, call: 'list' },
  { label: 'Load again', weight: 2, call: 'list' },
  { label: 'Cancel', weight: 1 },
  { label: 'Sign in', weight: 3 },
  { label: 'Clear search', weight: 3 },
];

/** What can be done in the main view. */
export function createTableActions({ page, ledger, told }: TableParts) {
  let names = 0;

  /** Now and then a name that is in use. */
  function nameFor(random: Random): string {
    const used = [...ledger.ever.values()].map(({ name }) => name);
    names += 1;
    return random.chance(0.15) ? (used[random.below(used.length)] ?? 'Used') : `Walk_${names}_Staging`;
  }

  async function create(random: Random): Promise<void> {
    await press(button(page(), 'Create API Key'));
    const dialog = page().getByRole('dialog', { name: 'Create an API Key' });
    await write(dialog, 'Name', nameFor(random));
    await choose(dialog, random.pick(RESOURCES), random.pick(['Read', 'Write']));
    if (random.chance(0.1)) return;
    told.allow({ creates: 1 });
    await press(button(dialog, 'Save'));
  }

  async function fromMenu(random: Random, { rows }: Seen, item: 'Delete' | 'Details'): Promise<void> {
    const { name = '' } = rows[random.below(rows.length)] ?? {};
    await press(button(page(), `Actions for ${name}`));
    const entry = page().getByRole('menuitem', { name: item });
    if (await isPossible(entry)) await press(entry);
    else await page().keyboard.press('Escape');
  }

  function withRows(seen: Seen): readonly Action[] {
    if (seen.rows.length === 0) return [];
    const header = page().getByRole('columnheader');
    const copy = page().getByRole('button', { name: /^Copy ID of/ });
    const columns = ['Name', 'Creation date', 'Key permissions'] as const;
    return [
      { label: 'delete', weight: 3, call: 'delete', run: (random) => fromMenu(random, seen, 'Delete') },
      { label: 'details', weight: 1, run: (random) => fromMenu(random, seen, 'Details') },
      { label: 'sort', weight: 0.7, run: (random) => press(button(header, random.pick(columns))) },
      { label: 'copy an id', weight: 0.5, run: () => press(copy.first()) },
    ];
  }

  function pressNotice(text: string, name: string): Promise<void> {
    const [, about] = /^(.*) (?:may exist|was created)/.exec(text) ?? [];
    if (about !== undefined && name === 'Look for it') told.ask(about);
    if (about !== undefined && /^(Dismiss|It is stored)$/.test(name)) told.settle(about);
    const start = text.slice(0, 40);
    return press(button(page().getByRole('status').filter({ hasText: start }), name));
  }

  /** What is told above the table. */
  function inNotices({ notices }: Seen): readonly Action[] {
    return notices.flatMap(({ text, buttons }) =>
      buttons
        .filter((name) => NOTICE_BUTTONS.test(name))
        .map((name) => ({
          label: `${text.slice(0, 40)}: ${name}`,
          weight: name === 'Dismiss' ? 0.5 : 1,
          run: () => pressNotice(text, name),
        })),
    );
  }

  return function actionsIn(seen: Seen): readonly Action[] {
    const isOffered = ({ label }: { readonly label: string }) => seen.buttons.includes(label);
    const search = (random: Random) =>
      write(page(), 'Search by name', random.pick(['', '', 'walk', 'seed_1', 'nothing']));
    const plain = VIEW_BUTTONS.filter(isOffered).map((action) => ({
      ...action,
      run: () => press(button(page(), action.label)),
    }));
    const creating: Action = { label: 'Create API Key', weight: 4, call: 'create', run: create };
    return [
      ...plain,
      ...[creating].filter(isOffered),
      { label: 'search', weight: 0.7, run: search },
      ...withRows(seen),
      ...inNotices(seen),
    ];
  };
}
