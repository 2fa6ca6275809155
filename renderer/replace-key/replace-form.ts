import type { ApiKey, KeyRow } from '../../shared/api-key.ts';
import { nextName } from '../../shared/next-name.ts';
import type { CreateKeyForm } from '../../shared/place.ts';
import { duplicateOf } from '../create-key/create-key-values.ts';

/** The form of the key that takes the place of this one: the same access, the next name. */
export function replacementOf(key: ApiKey, rows: readonly KeyRow[]): CreateKeyForm {
  const { id, name, lastFour } = key;
  const names = rows.flatMap((row) => (row.name === null ? [] : [row.name.trim()]));
  return { ...duplicateOf(key), name: nextName(name, names), replaces: { id, name, lastFour } };
}
