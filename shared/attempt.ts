import type { KeyRow, NewKey } from './api-key.ts';

/**
 * A call that changes something and whose outcome may be unknown. It is written down before the call is sent and
 * crossed out after a clear answer; what is left tells of keys that may exist. Nothing in it is secret.
 */
export type Attempt = CreateAttempt | DeleteAttempt;

/** `sent`: the program ended before there was an answer. `uncertain`: there was no clear one. */
type OpenStage = 'sent' | 'uncertain';

type AttemptBase = {
  readonly id: string;
  /** When it was begun, by this computer's clock: milliseconds since the epoch. */
  readonly at: number;
  readonly kept: AttemptKept;
};

export type CreateAttempt = AttemptBase & {
  readonly kind: 'create';
  /** `created`: the key is there, and nobody has said that its secret is stored. */
  readonly stage: OpenStage | 'created';
  /** Null where they were not kept, or cannot be read now. */
  readonly details: CreateDetails | null;
};

export type DeleteAttempt = AttemptBase & {
  readonly kind: 'delete';
  readonly stage: OpenStage;
  readonly details: DeleteDetails | null;
};

/** How much of an attempt outlives the program; where it is not all, the window says so. */
export type AttemptKept =
  /** All of it: its details are under the key of the system's keyring. */
  | 'whole'
  /** No keyring protects anything here: that something was tried, and when. */
  | 'time-only'
  /** The disk refuses, or it is the demo. */
  | 'nothing';

export type CreateDetails = NewKey & {
  /** Ids of the keys that had this name before. */
  readonly before: readonly string[];
  /** Whether a whole list told of them: then whatever else has the name is new. */
  readonly beforeIsWhole: boolean;
  /** The key that was made, once its id is known. */
  readonly keyId: string | null;
};

export type DeleteDetails = {
  readonly keyId: string;
  readonly name: string | null;
  readonly lastFour: string | null;
};

/** So far apart may this computer's clock and the server's be, where only dates can tell what is new. */
const CLOCK_MARGIN = 10 * 60_000;

function sameName(row: KeyRow, name: string): boolean {
  return row.name?.trim() === name.trim();
}

/** The last create of this name without a clear answer; null where there is none. */
export function openCreateOf(name: string, attempts: readonly Attempt[]): CreateAttempt | null {
  const isIt = (attempt: Attempt): attempt is CreateAttempt =>
    attempt.kind === 'create' && attempt.stage !== 'created' && attempt.details?.name === name;
  return attempts.findLast(isIt) ?? null;
}

/** What an attempt has to know of the keys that are there before it. */
export function namesakesOf(name: string, rows: readonly KeyRow[]): readonly string[] {
  return rows.flatMap((row) => (row.id !== null && sameName(row, name) ? [row.id] : []));
}

/**
 * The keys that the attempt may have made. Where a whole list told what was there before, the dates do not count:
 * a clock may be wrong. A key of unknown date counts only where at least its name says so.
 */
export function candidatesFor(
  { at, details }: Pick<CreateAttempt, 'at' | 'details'>,
  rows: readonly KeyRow[],
): readonly KeyRow[] {
  const isRecent = ({ createdAt }: KeyRow) => createdAt !== null && createdAt >= at - CLOCK_MARGIN;
  if (details === null) return rows.filter(isRecent);
  const { keyId, name, beforeIsWhole } = details;
  if (keyId !== null) return rows.filter(({ id }) => id === keyId);
  const before = new Set(details.before);
  return rows.filter((row) => {
    if (!sameName(row, name) || (row.id !== null && before.has(row.id))) return false;
    return (beforeIsWhole && row.id !== null) || row.createdAt === null || isRecent(row);
  });
}
