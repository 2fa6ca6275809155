import { z } from 'zod';
import { ROLES, type Role, type WireKey } from './wire.ts';

/** All that the API remembers, as plain data. No key and no token is in it in readable form. */
export type ApiState = {
  readonly version: 1;
  /** What a person reads; the keys belong to the first. */
  readonly projects: readonly StoredProject[];
  readonly people: readonly Person[];
  /** In the order of their creation, the oldest first. */
  readonly keys: readonly StoredKey[];
};

export type StoredProject = {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
};

export type Person = {
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly role: Role;
  readonly addedAt: string;
};

export type StoredKey = {
  /** The key as it is told. */
  readonly item: WireKey;
  /** Milliseconds since the epoch; the list is in this order, whatever `created_date` tells. */
  readonly createdAt: number;
  /** SHA-256 of the whole key, in hex. */
  readonly hash: string;
  /** Milliseconds since the epoch from which the key is refused; null for never. Told to nobody. */
  readonly expiresAt: number | null;
};

const keySchema = z.object({
  item: z.object({
    id: z.guid(),
    name: z.string(),
    created_date: z.string(),
    last_four_digits: z.string().nullable(),
    creator_id: z.guid(),
    restricted: z.boolean(),
    permissions: z.array(z.string()).nullable(),
  }),
  createdAt: z.number(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  expiresAt: z.number().nullable(),
});

const stateSchema: z.ZodType<ApiState> = z.object({
  version: z.literal(1),
  projects: z.array(z.object({ id: z.guid(), name: z.string(), description: z.string().nullable() })),
  people: z.array(
    z.object({
      id: z.guid(),
      email: z.string(),
      firstName: z.string().nullable(),
      lastName: z.string().nullable(),
      role: z.enum(ROLES),
      addedAt: z.string(),
    }),
  ),
  keys: z.array(keySchema).refine((keys) => new Set(keys.map(({ item }) => item.id)).size === keys.length),
});

export type ParsedState = { readonly kind: 'state'; readonly state: ApiState } | { readonly kind: 'damaged' };

/** Reads a stored state. Whatever is not one, a state of another version too, is `damaged`. */
export function parseState(text: string): ParsedState {
  const parsed = stateSchema.safeParse(parseJson(text));
  return parsed.success ? { kind: 'state', state: parsed.data } : { kind: 'damaged' };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
