import { z } from 'zod';
import type { ApiKey, KeyRow, NewKey } from '../../shared/api-key.ts';
import { fieldsOf, id } from './wire-fields.ts';

const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/**
 * The moment of a `date-time`, in milliseconds since the epoch; null for what cannot be one. A time without a zone
 * is taken for UTC: `Date.parse` would take it for the time of this computer.
 */
export function parseDate(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const zoneless = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}([.,]\d+)?)?$/.test(value);
  const time = Date.parse(zoneless ? `${value.replace(' ', 'T').replace(',', '.')}Z` : value);
  return time >= EARLIEST && time <= LATEST ? time : null;
}

const name = z.string();
/** "Last four digits". Much more than that would be a piece of a secret that no list should tell. */
const lastFour = z.string().min(1).max(16);

const keyOnWire = z.object({
  id,
  name,
  last_four_digits: lastFour,
  created_date: z.unknown().optional().transform(parseDate),
  creator_id: z
    .string()
    .nullish()
    .transform((value) => value ?? null),
  restricted: z.boolean(),
  permissions: z.unknown().optional(),
});

const permissionsOnWire = z
  .array(z.string())
  .nullish()
  .transform((value) => value ?? []);

/** The fields in the field's words. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  id: 'key id',
  name: 'name',
  last_four_digits: 'last four',
  creator_id: 'creator',
  restricted: 'restricted',
  permissions: 'permissions',
};

/** A permission list of the wrong type counts only where there is a restriction that it should describe. */
const keySchema = keyOnWire.transform(({ permissions, ...fields }, context): ApiKey => {
  const read = permissionsOnWire.safeParse(permissions);
  if (fields.restricted && !read.success) {
    context.addIssue({ code: 'custom', path: ['permissions'], message: 'not a list of strings' });
  }
  return {
    kind: 'key',
    id: fields.id,
    name: fields.name,
    lastFour: fields.last_four_digits,
    createdAt: fields.created_date,
    creatorId: fields.creator_id,
    restricted: fields.restricted,
    permissions: fields.restricted && read.success ? read.data : [],
  };
});

/**
 * One row of the list. A row with a missing or wrong field keeps what could be read of it; fields that the app
 * does not know are ignored.
 * @param position the row's place in the walk through the list.
 */
export function readKey(row: unknown, position: number): KeyRow {
  const fields = fieldsOf(row);
  const read = keySchema.safeParse(fields);
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path }) => FIELD_NAMES[String(path[0])] ?? 'row');
  return {
    kind: 'unreadable',
    id: id.safeParse(fields.id).data ?? null,
    name: name.safeParse(fields.name).data ?? null,
    lastFour: lastFour.safeParse(fields.last_four_digits).data ?? null,
    createdAt: parseDate(fields.created_date),
    position,
    problems: [...new Set(problems)],
  };
}

type NewKeyBody = {
  readonly name: string;
  readonly restricted: boolean;
  readonly permissions?: readonly string[];
  readonly expiry_date?: string;
};

/** The body that makes a key. `permissions` is left out for an unrestricted key, and only for one. */
export function newKeyOnWire({ name, access, expiresAt = null }: NewKey): NewKeyBody {
  const expiry = expiresAt === null ? {} : { expiry_date: new Date(expiresAt).toISOString() };
  return access.kind === 'restricted'
    ? { name: name.trim(), restricted: true, permissions: access.permissions, ...expiry }
    : { name: name.trim(), restricted: false, ...expiry };
}

export type CreatedKey = {
  readonly key: ApiKey;
  /** The whole key. */
  readonly secret: string;
};

export type CreateAnswer =
  | { readonly kind: 'created'; readonly created: CreatedKey }
  | { readonly kind: 'secret-missing'; readonly keyId: string }
  | { readonly kind: 'unreadable' };

/**
 * The answer to a create. A secret that came is never given up for another field that is odd: what cannot be read
 * is taken from what was sent. So is the rest of a key whose name tells the secret.
 */
export function readCreateAnswer(answer: unknown, sent: NewKey): CreateAnswer {
  const fields = fieldsOf(answer);
  const keyId = id.safeParse(fields.id).data;
  if (keyId === undefined) return { kind: 'unreadable' };
  const secret = z.string().min(1).safeParse(fields.value).data;
  if (secret === undefined) return { kind: 'secret-missing', keyId };
  const row = readKey(answer, 0);
  // The server's word may be longer, and then a larger piece of the secret.
  const lastFour = secret.slice(-4);
  if (row.kind === 'key' && !row.name.includes(secret))
    return { kind: 'created', created: { key: { ...row, lastFour }, secret } };
  const { restricted, permissions = [], name } = newKeyOnWire(sent);
  const { createdAt } = row;
  return {
    kind: 'created',
    created: {
      key: { kind: 'key', id: keyId, name, lastFour, createdAt, creatorId: null, restricted, permissions },
      secret,
    },
  };
}
