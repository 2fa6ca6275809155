import { COMMANDS, commandInfo, type MenuCommand } from '../../shared/commands.ts';
import { fold, type ListedRow } from '../keys/listed-row.ts';

export type PaletteItem =
  | { readonly kind: 'command'; readonly id: string; readonly command: MenuCommand }
  | { readonly kind: 'key'; readonly id: string; readonly item: ListedRow };

/** More than this nobody reads: who does not find it types on. */
const MOST_KEYS = 20;
const MOST_RECENT = 5;

const commandItem = (command: MenuCommand): PaletteItem => ({ kind: 'command', id: command, command });
const keyItem = (item: ListedRow): PaletteItem => ({ kind: 'key', id: item.id, item });

/** A key is found by a part of its name, by the beginning of its id, or by its last four letters. */
function isMeant({ folded, id, row }: ListedRow, query: string, wanted: string): boolean {
  if (folded.includes(wanted) || row.lastFour === query) return true;
  return wanted.length > 3 && id.startsWith(wanted);
}

function keysFor(rows: readonly ListedRow[], query: string, wanted: string): readonly PaletteItem[] {
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
  readonly keys: readonly PaletteItem[];
};

/**
 * What the palette offers.
 * @param recent ids of what was chosen before, the newest first; shown as long as nothing is typed.
 */
export function paletteGroups(
  typed: string,
  rows: readonly ListedRow[],
  commands: readonly MenuCommand[],
  recent: readonly string[],
): PaletteGroups {
  const query = typed.trim();
  const wanted = fold(query);
  const meant = commands
    .filter((command) => fold(commandInfo(command).label).includes(wanted))
    .map(commandItem);
  if (wanted !== '') return { recent: [], commands: meant, keys: keysFor(rows, query, wanted) };
  const shown = recent.slice(0, MOST_RECENT).flatMap((id): readonly PaletteItem[] => {
    const command = meant.find((item) => item.id === id);
    const row = rows.find((item) => item.id === id);
    return command ? [command] : row ? [keyItem(row)] : [];
  });
  const isShown = new Set(shown.map(({ id }) => id));
  return { recent: shown, commands: meant.filter(({ id }) => !isShown.has(id)), keys: [] };
}

/** The commands that the palette offers: all but itself, and those that this connection has no use for. */
export function commandsFor(isDemo: boolean): readonly MenuCommand[] {
  return COMMANDS.filter((command) => command !== 'palette' && (isDemo || command !== 'reset-demo'));
}
