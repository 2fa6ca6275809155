import type { KeyRow } from './api-key.ts';
import type { Kept } from './kept.ts';

/** Something that changed in the list of a project. Nothing in it is secret. */
export type KeyChange = {
  /** When it was noticed, by this computer's clock: milliseconds since the epoch. */
  readonly at: number;
  /** When the list was last seen as it was before. */
  readonly after: number;
  readonly id: string;
  readonly name: string | null;
  readonly lastFour: string | null;
} & KeyChangeKind;

type KeyChangeKind =
  | { readonly kind: 'made'; readonly madeAt: number }
  /** It was made before the list that did not have it, or nobody knows when. */
  | { readonly kind: 'first-seen'; readonly madeAt: number | null }
  | { readonly kind: 'deleted' };

/** The keys of the last whole list, column by column: a hundred thousand of them must stay small. */
export type KnownKeys = {
  readonly ids: readonly string[];
  readonly names: readonly (string | null)[];
  readonly lastFours: readonly (string | null)[];
};

/** What is kept of the lists of a connection: the last one in short, and how it came to be. */
export type KeyHistory = {
  /** When the first whole list was seen; null before that. */
  readonly beganAt: number | null;
  /** When the last one was. */
  readonly listAt: number;
  readonly known: KnownKeys;
  /** Oldest first. */
  readonly changes: readonly KeyChange[];
};

/** What the page is told. */
export type Changes = {
  readonly beganAt: number | null;
  /** When the list was last seen in the run of the program before this one; null where there was none. */
  readonly lastVisit: number | null;
  /** Newest first. */
  readonly changes: readonly KeyChange[];
  readonly kept: Kept;
};

/** So many changes of a connection are kept; the oldest go first. */
export const MOST_CHANGES = 5_000;

/** So far apart may this computer's clock and the server's be. */
const CLOCK_MARGIN = 10 * 60_000;

export const NO_HISTORY: KeyHistory = {
  beganAt: null,
  listAt: 0,
  known: { ids: [], names: [], lastFours: [] },
  changes: [],
};

type IdRow = KeyRow & { readonly id: string };

function hasId(row: KeyRow): row is IdRow {
  return row.id !== null;
}

function knownOf(rows: readonly IdRow[]): KnownKeys {
  return {
    ids: rows.map(({ id }) => id),
    names: rows.map(({ name }) => name),
    lastFours: rows.map(({ lastFour }) => lastFour),
  };
}

function arrival({ id, name, lastFour, createdAt }: IdRow, at: number, after: number): KeyChange {
  const base = { at, after, id, name, lastFour };
  return createdAt !== null && createdAt >= after - CLOCK_MARGIN
    ? { ...base, kind: 'made', madeAt: createdAt }
    : { ...base, kind: 'first-seen', madeAt: createdAt };
}

function departures(known: KnownKeys, isGone: (id: string) => boolean, at: number, after: number) {
  return known.ids.flatMap((id, index): readonly KeyChange[] =>
    isGone(id)
      ? [
          {
            kind: 'deleted',
            at,
            after,
            id,
            name: known.names[index] ?? null,
            lastFour: known.lastFours[index] ?? null,
          },
        ]
      : [],
  );
}

const lastOf = (changes: readonly KeyChange[]) => changes.slice(-MOST_CHANGES);

/** Whether the list is the one that is known, row by row: the usual case, and the cheap one. */
function isKnown({ ids, names, lastFours }: KnownKeys, rows: readonly KeyRow[]): boolean {
  return (
    rows.length === ids.length &&
    rows.every(
      ({ id, name, lastFour }, index) =>
        id === ids[index] && name === names[index] && lastFour === lastFours[index],
    )
  );
}

/** The history after a whole list. The first one tells of nothing that changed. */
export function withList(history: KeyHistory, rows: readonly KeyRow[], at: number): KeyHistory {
  const { beganAt, listAt: after, changes } = history;
  if (beganAt !== null && isKnown(history.known, rows)) return { ...history, listAt: at };
  const present = rows.filter(hasId);
  const known = knownOf(present);
  if (beganAt === null) return { beganAt: at, listAt: at, known, changes };
  const before = new Set(history.known.ids);
  const now = new Set(known.ids);
  const arrived = present.filter(({ id }) => !before.has(id)).map((row) => arrival(row, at, after));
  const gone = departures(history.known, (id) => !now.has(id), at, after);
  return { beganAt, listAt: at, known, changes: lastOf([...changes, ...gone, ...arrived]) };
}

/** The history after keys were deleted from here: it is known at once, and exactly. */
export function withoutKeys(history: KeyHistory, ids: ReadonlySet<string>, at: number): KeyHistory {
  const { known, changes } = history;
  const gone = departures(known, (id) => ids.has(id), at, at);
  if (gone.length === 0) return history;
  const stays = known.ids.map((id) => !ids.has(id));
  const left = <T>(column: readonly T[]) => column.filter((_, index) => stays[index]);
  return {
    ...history,
    known: { ids: left(known.ids), names: left(known.names), lastFours: left(known.lastFours) },
    changes: lastOf([...changes, ...gone]),
  };
}
