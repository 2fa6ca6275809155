import { t, type WordName } from './language/words.ts';

/** The views of the window, in the order of their tabs. One more is a line here and one in renderer/views/views.ts. */
export const VIEW_IDS = ['keys', 'by-permission', 'review', 'changes', 'activity'] as const;

export type ViewId = (typeof VIEW_IDS)[number];

const LABELS = {
  keys: 'views.keys',
  'by-permission': 'views.byPermission',
  review: 'views.review',
  changes: 'views.changes',
  activity: 'views.activity',
} as const satisfies Readonly<Record<ViewId, WordName>>;

/** The name of a view: on its tab, in the menu and above it. */
export function viewLabel(view: ViewId): string {
  return t(LABELS[view]);
}

/** The command of the native menu that leads to a view. */
export type ViewCommand = `view:${ViewId}`;

export function viewCommand(view: ViewId): ViewCommand {
  return `view:${view}`;
}

/** The view that a command leads to; null where it is another command. */
export function viewOf(command: string): ViewId | null {
  return VIEW_IDS.find((id) => viewCommand(id) === command) ?? null;
}

/** The view of the next tab; after the last one comes the first. */
export function nextView(view: ViewId, views: readonly ViewId[] = VIEW_IDS): ViewId {
  return views[(views.indexOf(view) + 1) % views.length] ?? view;
}
