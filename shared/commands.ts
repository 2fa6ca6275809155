import { NUMBERED } from './connections.ts';
import { t, type WordName } from './language/words.ts';
import { VIEW_IDS, type ViewCommand, viewCommand, viewLabel, viewOf } from './views.ts';

/**
 * A key with the system's own modifier: Ctrl, on macOS Cmd. `bare`: without it; `control`: with Ctrl on every system,
 * where Cmd has another meaning.
 */
export type Shortcut = { readonly key: string; readonly bare?: true; readonly control?: true };

type CommandInfo = {
  /** As the native menu has it; it ends in "…" where more is asked. */
  readonly label: string;
  readonly shortcut: Shortcut | null;
};

/** A command before its label is looked up: the language is not known when this file is read. */
type Command = { readonly label: WordName; readonly shortcut: Shortcut | null };

const mod = (key: string): Shortcut => ({ key });

/** What the window can be told to do, by the native menu, the palette or a key. One more is a line here. */
const OWN_COMMANDS = {
  'create-key': { label: 'commands.createKey', shortcut: mod('N') },
  search: { label: 'commands.search', shortcut: mod('F') },
  refresh: { label: 'commands.refresh', shortcut: mod('R') },
  export: { label: 'commands.exportCsv', shortcut: null },
  'export-json': { label: 'commands.exportJson', shortcut: null },
  'whose-key': { label: 'commands.whoseKey', shortcut: null },
  'next-view': { label: 'commands.nextView', shortcut: { key: 'Tab', control: true } },
  palette: { label: 'commands.palette', shortcut: mod('K') },
  shortcuts: { label: 'commands.shortcuts', shortcut: { key: '?', bare: true } },
  'all-projects': { label: 'commands.allProjects', shortcut: mod('P') },
  'add-connection': { label: 'commands.addConnection', shortcut: null },
  connections: { label: 'commands.connections', shortcut: null },
  'reset-demo': { label: 'commands.resetDemo', shortcut: null },
  settings: { label: 'commands.settings', shortcut: mod(',') },
  lock: { label: 'commands.lock', shortcut: mod('L') },
  'sign-out': { label: 'commands.signOut', shortcut: null },
  about: { label: 'commands.about', shortcut: null },
} as const satisfies Readonly<Record<string, Command>>;

type ConnectionNumber = (typeof NUMBERED)[number];

export type MenuCommand = ViewCommand | `connection-${ConnectionNumber}` | keyof typeof OWN_COMMANDS;

/** Every command, in the order in which lists of them show it. */
export const COMMANDS: readonly MenuCommand[] = [
  ...(Object.keys(OWN_COMMANDS) as (keyof typeof OWN_COMMANDS)[]),
  ...VIEW_IDS.map(viewCommand),
];

const isOwn = (command: MenuCommand): command is keyof typeof OWN_COMMANDS =>
  Object.hasOwn(OWN_COMMANDS, command);

/** To the connections by their numbers; lists of commands name the connections themselves. */
const BY_NUMBER: ReadonlyMap<MenuCommand, ConnectionNumber> = new Map(
  NUMBERED.map((number): [MenuCommand, ConnectionNumber] => [`connection-${number}`, number]),
);

/** A command as it is called in the language that is spoken, and its key. */
export function commandInfo(command: MenuCommand): CommandInfo {
  if (isOwn(command)) {
    const { label, shortcut } = OWN_COMMANDS[command];
    return { label: t(label), shortcut };
  }
  const number = BY_NUMBER.get(command);
  if (number !== undefined)
    return { label: t('commands.openConnection', { number }), shortcut: mod(String(number)) };
  const view = viewOf(command);
  return { label: view === null ? command : viewLabel(view), shortcut: null };
}

/** The command of a pressed key; `key` as the event has it. */
export function commandAt(key: string, hasModifier: boolean): MenuCommand | null {
  const wanted = key.toLowerCase();
  const isIt = ({ shortcut }: CommandInfo): boolean =>
    shortcut !== null && shortcut.key.toLowerCase() === wanted && hasModifier === !shortcut.bare;
  return [...COMMANDS, ...BY_NUMBER.keys()].find((command) => isIt(commandInfo(command))) ?? null;
}
