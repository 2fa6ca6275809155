import type { Rotation } from '../../shared/rotation.ts';
import { nameInLabel } from '../format.ts';

/** What a row says of a key that takes part in a rotation. */
export type RowMark = { readonly label: string; readonly title: string };

/** By key id: the pair of every rotation is marked. */
export function rowMarks(rotations: readonly Rotation[]): ReadonlyMap<string, RowMark> {
  const marks = new Map<string, RowMark>();
  for (const { oldKey, newKey } of rotations) {
    const by = newKey ? ` by ${nameInLabel(newKey.name)}` : '';
    marks.set(oldKey.id, { label: 'Being replaced', title: `Being replaced${by}` });
    if (newKey) marks.set(newKey.id, { label: 'Replacement', title: `Replaces ${nameInLabel(oldKey.name)}` });
  }
  return marks;
}
