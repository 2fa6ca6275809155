import { hashOf, newSecret, newUuid, type Random } from './secrets.ts';
import type { StoredKey } from './state.ts';
import type { WireKey } from './wire.ts';

/** Starts every key, so that one that leaks is recognised. */
const KEY_PREFIX = 'kdemo_';

export type KeyFacts = Pick<WireKey, 'name' | 'creator_id' | 'restricted' | 'permissions'> & {
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Milliseconds since the epoch; null for never. */
  readonly expiresAt: number | null;
};

/** Makes a key. Its `value`, the whole key, is told here and nowhere else: only its hash is kept. */
export function makeKey(
  { createdAt, expiresAt, ...told }: KeyFacts,
  random: Random,
): { readonly key: StoredKey; readonly value: string } {
  const value = newSecret(KEY_PREFIX, random);
  const item: WireKey = {
    id: newUuid(random),
    name: told.name,
    created_date: new Date(createdAt).toISOString(),
    last_four_digits: value.slice(-4),
    creator_id: told.creator_id,
    restricted: told.restricted,
    permissions: told.permissions,
  };
  return { key: { item, createdAt, hash: hashOf(value), expiresAt }, value };
}
