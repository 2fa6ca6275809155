import type { RotatedKey } from './rotation.ts';

/** An API key of the project, as the key API tells of it. The whole key (its secret) is never part of it. */
export type ApiKey = {
  readonly kind: 'key';
  /** The key id, a uuid. */
  readonly id: string;
  readonly name: string;
  /** The last four characters of the key: all of the secret that a list ever tells. */
  readonly lastFour: string;
  /** Milliseconds since the epoch; null where the server told no date that can be. */
  readonly createdAt: number | null;
  /** The id of the person who made the key. */
  readonly creatorId: string | null;
  readonly restricted: boolean;
  /** The exact permission strings; none for an unrestricted key. */
  readonly permissions: readonly string[];
};

/** A row of the list that could not be read. It is shown, so that nobody believes the key is not there. */
export type UnreadableKey = {
  readonly kind: 'unreadable';
  /** The key id where it could be read; else null, and the key cannot be deleted from here. */
  readonly id: string | null;
  readonly name: string | null;
  readonly lastFour: string | null;
  readonly createdAt: number | null;
  /** The row's place in the walk through the list: tells two rows without an id apart. */
  readonly position: number;
  /** The fields that are missing or wrong, in the field's words: "last four", "name". */
  readonly problems: readonly string[];
};

export type KeyRow = ApiKey | UnreadableKey;

/** An identity of the row within one list. */
export function rowId(row: KeyRow): string {
  return row.id ?? `unreadable-${row.kind === 'unreadable' ? row.position : ''}`;
}

/** Whether two readings of a row tell the same. */
export function isSameRow(one: KeyRow, other: KeyRow): boolean {
  if (one.kind === 'unreadable' || other.kind === 'unreadable')
    return JSON.stringify(one) === JSON.stringify(other);
  return (
    one.id === other.id &&
    one.name === other.name &&
    one.lastFour === other.lastFour &&
    one.createdAt === other.createdAt &&
    one.creatorId === other.creatorId &&
    one.restricted === other.restricted &&
    one.permissions.length === other.permissions.length &&
    one.permissions.every((permission, index) => permission === other.permissions[index])
  );
}

/** What a person decides of a new key. */
export type NewKey = {
  readonly name: string;
  readonly access: NewKeyAccess;
  /** Milliseconds since the epoch. The server takes it and never tells it again. */
  readonly expiresAt?: number | null;
  /** The key whose place it takes: main keeps it, the server is not told. */
  readonly replaces?: RotatedKey | null;
};

export type NewKeyAccess =
  | { readonly kind: 'unrestricted' }
  | { readonly kind: 'restricted'; readonly permissions: readonly string[] };

/** A key that was made and whose secret main still holds. */
export type PendingSecret = {
  readonly keyId: string;
  readonly name: string;
  readonly lastFour: string;
};
