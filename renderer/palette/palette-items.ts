import { COMMANDS, commandInfo, type MenuCommand } from '../../shared/commands.ts';
import { environmentWord, type KnownConnection } from '../../shared/connections.ts';
import { viewOf } from '../../shared/views.ts';
import { fold, type ListedRow } from '../keys/listed-row.ts';

export type PaletteItem =
  | { readonly kind: 'command'; readonly id: string; readonly command: MenuCommand }
  | { readonly kind: 'connection'; readonly id: string; readonly connection: KnownConnection }
  | { readonly kind: 'key'; readonly id: string; readonly item: ListedRow };

/** All that there is to go to. */
export type PaletteOffer = {
  readonly commands: readonly MenuCommand[];
  readonly connections: readonly KnownConnection[];
  readonly rows: readonly ListedRow[];
};

/** More than this nobody reads: who does not find it types on. */
const MOST_KEYS = 20;
const MOST_RECENT = 5;

const commandItem = (command: MenuCommand): PaletteItem => ({ kind: 'command', id: command, command });
const connectionItem = (connection: KnownConnection): PaletteItem => ({
  kind: 'connection',
  id: `connection ${connection.id}`,
  connection,
});
const keyItem = (item: ListedRow): PaletteItem => ({ kind: 'key', id: item.id, item });

/** A key is found by a part of its name, by the beginning of its id, or by its last four letters. */
function isMeant({ folded, id, row }: ListedRow, query: string, wanted: string): boolean {
  if (folded.includes(wanted) || row.lastFour === query) return true;
  return wanted.length > 3 && id.startsWith(wanted);
}

/** A connection is found by its name, its project's, its address, or the word for what it is for. */
function isConnectionMeant({ name, projectName, address, settings }: KnownConnection, wanted: string) {
  return [name, projectName, address, environmentWord(settings)].some((text) => fold(text).includes(wanted));
}

function keysFor(rows: Iterable<ListedRow>, query: string, wanted: string): readonly PaletteItem[] {
  const found: PaletteItem[] = [];
  for (const item of rows) {
    if (found.length === MOST_KEYS) break;
    if (isMeant(item, query, wanted)) found.push(keyItem(item));
  }
  return found;
}

export type PaletteGroups = {
  readonly recent: readonly PaletteItem[];
  readonly commands: readonly PaletteItem[];
  readonly connections: readonly PaletteItem[];
  readonly keys: readonly PaletteItem[];
};

/** Those that were chosen before come first, the newest of them at the top; the others keep their order. */
function recentFirst(items: readonly PaletteItem[], recent: readonly string[]): readonly PaletteItem[] {
  const before = recent.flatMap((id) => items.find((item) => item.id === id) ?? []);
  return [...before, ...items.filter((item) => !before.includes(item))];
}

/**
 * What the palette offers.
 * @param recent ids of what was chosen before, the newest first; a group of their own as long as nothing is typed.
 */
export function paletteGroups(typed: string, offer: PaletteOffer, recent: readonly string[]): PaletteGroups {
  const query = typed.trim();
  const wanted = fold(query);
  const commands = offer.commands
    .filter((command) => fold(commandInfo(command).label).includes(wanted))
    .map(commandItem);
  const connections = offer.connections
    .filter((connection) => isConnectionMeant(connection, wanted))
    .map(connectionItem);
  if (wanted !== '') {
    const usual = recent.flatMap((id) => offer.rows.find((row) => row.id === id) ?? []);
    return {
      recent: [],
      commands: recentFirst(commands, recent),
      connections: recentFirst(connections, recent),
      keys: keysFor(new Set([...usual, ...offer.rows]), query, wanted),
    };
  }
  const shown = recent.slice(0, MOST_RECENT).flatMap((id): readonly PaletteItem[] => {
    const row = offer.rows.find((item) => item.id === id);
    const other = [...commands, ...connections].find((item) => item.id === id);
    return other ? [other] : row ? [keyItem(row)] : [];
  });
  const isElsewhere = ({ id }: PaletteItem) => !shown.some((item) => item.id === id);
  return {
    recent: shown,
    commands: commands.filter(isElsewhere),
    connections: connections.filter(isElsewhere),
    keys: [],
  };
}

/** What is about the keys of a project, and means nothing where none is open. */
const OF_A_PROJECT: ReadonlySet<MenuCommand> = new Set<MenuCommand>([
  'create-key',
  'search',
  'refresh',
  'export',
  'export-json',
  'whose-key',
  'next-view',
  'sign-out',
]);

/** Of those, what means nothing where the keys are of several projects. */
const OF_ONE_PROJECT: ReadonlySet<MenuCommand> = new Set<MenuCommand>([
  'create-key',
  'sign-out',
  'view:changes',
  'view:activity',
]);

/** What the keys that the palette offers are of. */
export type PaletteScope = 'demo' | 'project' | 'all' | 'nothing';

/** The commands that the palette offers: all but itself, and those that there is no use for now. */
export function commandsFor(open: PaletteScope): readonly MenuCommand[] {
  return COMMANDS.filter((command) => {
    if (command === 'palette') return false;
    if (command === 'reset-demo') return open === 'demo';
    if (open === 'all') return !OF_ONE_PROJECT.has(command);
    return open !== 'nothing' || (!OF_A_PROJECT.has(command) && viewOf(command) === null);
  });
}
