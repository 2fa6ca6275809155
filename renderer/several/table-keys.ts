import type { KeyboardEvent } from 'react';
import type { SelectAction } from './selection.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/**
 * What a key press in the table selects; null where it is about something else.
 * @param current the row that has the focus.
 */
export function selectionKey(event: Pressed, current: string): SelectAction | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  if (altKey) return null;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'a' && !shiftKey ? { kind: 'all' } : null;
  if (key === ' ') return { kind: 'toggle', id: current };
  return key === 'Escape' ? { kind: 'clear' } : null;
}
