import type { AppErrorKind } from './app-error.ts';
import type { Kept } from './kept.ts';

/** Something that was done to a key from this computer. Nothing in it is secret. */
export type ActivityEntry = {
  /** When the call ended, by this computer's clock: milliseconds since the epoch. */
  readonly at: number;
  readonly action: 'create' | 'delete';
  readonly key: ActivityKey;
  readonly connection: ActivityConnection;
  readonly result: ActivityResult;
};

export type ActivityKey = {
  /** Null where no key was made, or nobody knows which. */
  readonly id: string | null;
  readonly name: string | null;
  readonly lastFour: string | null;
};

export type ActivityConnection = {
  /** The project, or the host where none could be read. */
  readonly name: string;
  /** Null for the demo. */
  readonly address: string | null;
  /** Who was signed in; null where an API key served as token. */
  readonly user: string | null;
};

export type ActivityResult =
  | { readonly kind: 'done' }
  /** What was to be deleted was not there any more. */
  | { readonly kind: 'already-gone' }
  | { readonly kind: 'failed'; readonly error: AppErrorKind }
  /** There was no clear answer: it may have been carried out. */
  | { readonly kind: 'unknown' };

/** What was done by the connection that is signed in. */
export type Activity = {
  /** Oldest first. */
  readonly entries: readonly ActivityEntry[];
  readonly kept: Kept;
};

/** So many entries of a connection are kept; the oldest go first. */
export const MOST_ENTRIES = 10_000;
