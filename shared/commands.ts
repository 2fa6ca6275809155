import { NUMBERED } from './connections.ts';
import { VIEWS, type ViewCommand, viewCommand } from './views.ts';

/** A key with the system's own modifier: Ctrl, on macOS Cmd. `bare`: without it. */
export type Shortcut = { readonly key: string; readonly bare?: true };

type CommandInfo = {
  /** As the native menu has it; it ends in "…" where more is asked. */
  readonly label: string;
  readonly shortcut: Shortcut | null;
};

const mod = (key: string): Shortcut => ({ key });

/** What the window can be told to do, by the native menu, the palette or a key. One more is a line here. */
const OWN_COMMANDS = {
  'create-key': { label: 'Create API Key…', shortcut: mod('N') },
  search: { label: 'Find by Name', shortcut: mod('F') },
  refresh: { label: 'Refresh', shortcut: mod('R') },
  export: { label: 'Export as CSV…', shortcut: null },
  'export-json': { label: 'Export as JSON…', shortcut: null },
  'whose-key': { label: 'Whose Key Is This?…', shortcut: null },
  'next-view': { label: 'Next View', shortcut: mod('Tab') },
  palette: { label: 'Go to Anything…', shortcut: mod('K') },
  shortcuts: { label: 'Keyboard Shortcuts', shortcut: { key: '?', bare: true } },
  'add-connection': { label: 'Add Connection…', shortcut: null },
  connections: { label: 'Connections…', shortcut: null },
  'reset-demo': { label: 'Reset the Demo…', shortcut: null },
  'security-settings': { label: 'Security…', shortcut: null },
  lock: { label: 'Lock Now', shortcut: mod('L') },
  'sign-out': { label: 'Sign Out…', shortcut: null },
} as const satisfies Readonly<Record<string, CommandInfo>>;

type ConnectionNumber = (typeof NUMBERED)[number];

export type MenuCommand = ViewCommand | `connection-${ConnectionNumber}` | keyof typeof OWN_COMMANDS;

const ALL: ReadonlyMap<MenuCommand, CommandInfo> = new Map<MenuCommand, CommandInfo>([
  ...(Object.entries(OWN_COMMANDS) as [keyof typeof OWN_COMMANDS, CommandInfo][]),
  ...VIEWS.map(({ id, label }): [MenuCommand, CommandInfo] => [viewCommand(id), { label, shortcut: null }]),
]);

/** To the connections by their numbers; lists of commands name the connections themselves. */
const BY_NUMBER: ReadonlyMap<MenuCommand, CommandInfo> = new Map(
  NUMBERED.map((number): [MenuCommand, CommandInfo] => [
    `connection-${number}`,
    { label: `Open Connection ${number}`, shortcut: mod(String(number)) },
  ]),
);

/** Every command, in the order in which lists of them show it. */
export const COMMANDS: readonly MenuCommand[] = [...ALL.keys()];

export function commandInfo(command: MenuCommand): CommandInfo {
  return ALL.get(command) ?? BY_NUMBER.get(command) ?? { label: command, shortcut: null };
}

/** The command of a pressed key; `key` as the event has it. */
export function commandAt(key: string, hasModifier: boolean): MenuCommand | null {
  const wanted = key.toLowerCase();
  const isIt = ({ shortcut }: CommandInfo): boolean =>
    shortcut !== null && shortcut.key.toLowerCase() === wanted && hasModifier === !shortcut.bare;
  return [...COMMANDS, ...BY_NUMBER.keys()].find((command) => isIt(commandInfo(command))) ?? null;
}
