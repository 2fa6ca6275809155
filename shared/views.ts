/** The views of the window, in the order of their tabs. One more is a line here and one in renderer/views/views.ts. */
export const VIEWS = [
  { id: 'keys', label: 'API Keys' },
  { id: 'by-permission', label: 'By permission' },
  { id: 'review', label: 'Review' },
  { id: 'changes', label: 'Changes' },
  { id: 'activity', label: 'Activity' },
] as const satisfies readonly { readonly id: string; readonly label: string }[];

export type ViewId = (typeof VIEWS)[number]['id'];

export const VIEW_IDS = VIEWS.map(({ id }) => id);

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
export function nextView(view: ViewId): ViewId {
  return VIEW_IDS[(VIEW_IDS.indexOf(view) + 1) % VIEW_IDS.length] ?? view;
}
