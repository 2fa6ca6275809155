import type { PermissionLevel } from '../../shared/permissions.ts';

/** What a key press asks of the focused resource row. */
export type RowCommand =
  | { readonly kind: 'level'; readonly level: PermissionLevel }
  /** One level down or up. */
  | { readonly kind: 'step'; readonly by: -1 | 1 }
  | { readonly kind: 'row'; readonly by: -1 | 1 }
  | { readonly kind: 'group'; readonly by: -1 | 1 }
  /** The first or the last row. */
  | { readonly kind: 'end'; readonly which: 'first' | 'last' };

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

const COMMANDS: ReadonlyMap<string, RowCommand> = new Map([
  ['n', { kind: 'level', level: 'none' }],
  ['r', { kind: 'level', level: 'read' }],
  ['w', { kind: 'level', level: 'write' }],
  ['arrowleft', { kind: 'step', by: -1 }],
  ['arrowright', { kind: 'step', by: 1 }],
  ['arrowup', { kind: 'row', by: -1 }],
  ['arrowdown', { kind: 'row', by: 1 }],
  ['pageup', { kind: 'group', by: -1 }],
  ['pagedown', { kind: 'group', by: 1 }],
  ['home', { kind: 'end', which: 'first' }],
  ['end', { kind: 'end', which: 'last' }],
]);

/** Reads a key press; null where it is not the editor's: Ctrl+R, for one, belongs to the menu. */
export function rowCommand({ key, ctrlKey, metaKey, altKey }: KeyPress): RowCommand | null {
  return ctrlKey || metaKey || altKey ? null : (COMMANDS.get(key.toLowerCase()) ?? null);
}
