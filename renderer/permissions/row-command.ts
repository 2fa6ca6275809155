import { t } from '../../shared/language/words.ts';
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

/** The first letter of each level, as it is called in the language that is spoken. */
export const LEVEL_KEYS = {
  none: t('permissions.noneKey'),
  read: t('permissions.readKey'),
  write: t('permissions.writeKey'),
} as const satisfies Readonly<Record<PermissionLevel, string>>;

const COMMANDS: ReadonlyMap<string, RowCommand> = new Map([
  [LEVEL_KEYS.none.toLowerCase(), { kind: 'level', level: 'none' }],
  [LEVEL_KEYS.read.toLowerCase(), { kind: 'level', level: 'read' }],
  [LEVEL_KEYS.write.toLowerCase(), { kind: 'level', level: 'write' }],
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
