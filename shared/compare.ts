import type { ApiKey, KeyRow } from './api-key.ts';
import { t } from './language/words.ts';
import { type AccessByResource, RESOURCES, type ResourceAccess, readPermissions } from './permissions.ts';

/** So many keys fit beside one another. */
export const MOST_COMPARED = 4;

/** What one key has in a line of the comparison. */
export type ComparedValue =
  /** It could not be read. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'date'; readonly time: number }
  | { readonly kind: 'access'; readonly access: ResourceAccess }
  /** An unrestricted key: everything, now and later. */
  | { readonly kind: 'full' }
  | { readonly kind: 'held'; readonly held: boolean };

export type ComparedLine = {
  readonly label: string;
  /** The label is a name of the wire. */
  readonly exact: boolean;
  /** In the order of the keys. */
  readonly values: readonly ComparedValue[];
};

export type Comparison = {
  readonly different: readonly ComparedLine[];
  readonly same: readonly ComparedLine[];
};

const UNKNOWN: ComparedValue = { kind: 'unknown' };
const FULL: ComparedValue = { kind: 'full' };

/** A key with its permissions read; null for a row that could not be read. */
type Read = { readonly key: ApiKey; readonly access: AccessByResource } | null;

function readRow(row: KeyRow): Read {
  return row.kind === 'key' ? { key: row, access: readPermissions(row.permissions) } : null;
}

function sorted(access: ResourceAccess): ResourceAccess {
  return access.kind === 'custom' ? { ...access, verbs: [...access.verbs].sort() } : access;
}

function knownValue(read: Read, value: (read: NonNullable<Read>) => ComparedValue): ComparedValue {
  return read ? value(read) : UNKNOWN;
}

/** What a key may do; an unrestricted one may do all. */
function accessValue(read: Read, value: (access: AccessByResource) => ComparedValue): ComparedValue {
  return knownValue(read, ({ key, access }) => (key.restricted ? value(access) : FULL));
}

function isSame({ values }: ComparedLine): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size === 1;
}

function creatorValue(creatorId: string | null, userId: string | null): ComparedValue {
  if (creatorId === null) return UNKNOWN;
  return { kind: 'text', text: creatorId === userId ? t('common.you') : creatorId };
}

function factLines(
  rows: readonly KeyRow[],
  reads: readonly Read[],
  userId: string | null,
): readonly ComparedLine[] {
  const line = (label: string, values: readonly ComparedValue[]) => ({ label, exact: false, values });
  return [
    line(
      t('compare.restriction'),
      reads.map((read) =>
        knownValue(read, ({ key }) => ({
          kind: 'text',
          text: key.restricted ? t('common.restricted') : t('common.unrestricted'),
        })),
      ),
    ),
    line(
      t('common.creationDate'),
      rows.map(({ createdAt }) => (createdAt === null ? UNKNOWN : { kind: 'date', time: createdAt })),
    ),
    line(
      t('common.createdBy'),
      reads.map((read) => knownValue(read, ({ key }) => creatorValue(key.creatorId, userId))),
    ),
  ];
}

function resourceLines(reads: readonly Read[]): readonly ComparedLine[] {
  return RESOURCES.map(({ id, label }) => ({
    label,
    exact: false,
    values: reads.map((read) =>
      accessValue(read, ({ resources }) => ({ kind: 'access', access: sorted(resources[id]) })),
    ),
  }));
}

/** One line for each string that the catalogue does not know and that any of the keys has. */
function otherLines(reads: readonly Read[]): readonly ComparedLine[] {
  const names = new Set(reads.flatMap((read) => (read?.key.restricted ? read.access.other : [])));
  return [...names].sort().map((name) => ({
    label: name,
    exact: true,
    values: reads.map((read) =>
      accessValue(read, ({ other }) => ({ kind: 'held', held: other.includes(name) })),
    ),
  }));
}

/**
 * Compares keys line by line: what differs, and what is the same for all of them.
 * @param userId who is signed in; null where the token belongs to nobody.
 */
export function compareKeys(rows: readonly KeyRow[], userId: string | null): Comparison {
  const reads = rows.map(readRow);
  const lines = [...factLines(rows, reads, userId), ...resourceLines(reads), ...otherLines(reads)];
  return { different: lines.filter((line) => !isSame(line)), same: lines.filter(isSame) };
}
