import { t } from '../../shared/language/words.ts';
import type { Rotation } from '../../shared/rotation.ts';
import { nameInLabel } from '../format.ts';

/** What a row says of a key that takes part in a rotation. */
export type RowMark = { readonly label: string; readonly title: string };

/** By key id: the pair of every rotation is marked. */
export function rowMarks(rotations: readonly Rotation[]): ReadonlyMap<string, RowMark> {
  const marks = new Map<string, RowMark>();
  for (const { oldKey, newKey } of rotations) {
    const title = newKey
      ? t('replace.beingReplacedBy', { name: nameInLabel(newKey.name) })
      : t('replace.beingReplaced');
    marks.set(oldKey.id, { label: t('replace.beingReplaced'), title });
    if (newKey)
      marks.set(newKey.id, {
        label: t('replace.replacement'),
        title: t('replace.replaces', { name: nameInLabel(oldKey.name) }),
      });
  }
  return marks;
}
