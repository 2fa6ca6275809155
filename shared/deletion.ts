import type { AppError } from './app-error.ts';

/** Several keys that are deleted one after another. Main holds it: a page that crashes on the way finds it again. */
export type Deletion = {
  /** In the order in which they are deleted. */
  readonly keys: readonly KeyToDelete[];
  readonly phase: DeletionPhase;
};

export type KeyToDelete = {
  readonly id: string;
  readonly name: string | null;
  readonly lastFour: string | null;
  readonly outcome: KeyOutcome;
};

export type KeyOutcome =
  /** Not tried yet; after the end: not tried at all. */
  | { readonly kind: 'waiting' }
  | { readonly kind: 'deleting' }
  | { readonly kind: 'deleted' }
  /** The server knew of no such key any more. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'failed'; readonly error: AppError };

export type DeletionPhase =
  | { readonly kind: 'running' }
  /** No further key is begun; the one that is under way still comes to its end. */
  | { readonly kind: 'stopping' }
  /** Every key was tried. */
  | { readonly kind: 'done' }
  | { readonly kind: 'stopped' }
  /** To go on would have been in vain: the token is dead, the role refused, the server out of reach. */
  | { readonly kind: 'ended-early'; readonly error: AppError };

/** What has become of one key. */
export type DeletionStep = { readonly id: string; readonly outcome: KeyOutcome };

/** Which keys of an ended deletion to try (again): those that failed, or those that were not tried. */
export const LEFT_KEYS = ['failed', 'waiting'] as const;
export type LeftKeys = (typeof LEFT_KEYS)[number];

/** So many keys go into one deletion. */
export const MOST_AT_ONCE = 10_000;

export type DeletionTally = Readonly<Record<KeyOutcome['kind'], number>>;

/** How many keys have come to what. */
export function tallyOf({ keys }: Deletion): DeletionTally {
  const tally = { waiting: 0, deleting: 0, deleted: 0, gone: 0, failed: 0 };
  for (const { outcome } of keys) tally[outcome.kind] += 1;
  return tally;
}

export function isRunning({ phase }: Deletion): boolean {
  return phase.kind === 'running' || phase.kind === 'stopping';
}

/** The deletion after a step. */
export function withStep(deletion: Deletion, { id, outcome }: DeletionStep): Deletion {
  return { ...deletion, keys: deletion.keys.map((key) => (key.id === id ? { ...key, outcome } : key)) };
}

/** The ids of the keys that are not there any more. */
export function goneIds({ keys }: Deletion): readonly string[] {
  return keys.flatMap(({ id, outcome }) =>
    outcome.kind === 'deleted' || outcome.kind === 'gone' ? [id] : [],
  );
}
