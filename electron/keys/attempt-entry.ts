import type { Attempt, AttemptKept } from '../../shared/attempt.ts';
import { DEMO_FINGERPRINT } from '../session/connection.ts';
import type { StoredAttempt } from './attempt-store.ts';

/** An attempt with whose it is and how it lies on the disk. */
export type Entry = {
  /** The fingerprint of its connection. */
  readonly connection: string;
  readonly attempt: Attempt;
  readonly sealed: string | null;
};

export const isKeptOnDisk = ({ connection }: Entry): boolean => connection !== DEMO_FINGERPRINT;

/** What an earlier run has written down; what it was about comes when the keyring opens it. */
export function foundEntry({ connection, sealed, id, at, ...rest }: StoredAttempt): Entry {
  const kept: AttemptKept = sealed === null ? 'time-only' : 'whole';
  return { connection, sealed, attempt: { id, at, kept, details: null, ...rest } };
}

export function storedEntry({ connection, sealed, attempt }: Entry): StoredAttempt {
  const base = { id: attempt.id, connection, at: attempt.at, sealed };
  return attempt.kind === 'create'
    ? { ...base, kind: attempt.kind, stage: attempt.stage }
    : { ...base, kind: attempt.kind, stage: attempt.stage };
}

export function withKept(entry: Entry, kept: AttemptKept): Entry {
  return { ...entry, attempt: { ...entry.attempt, kept } };
}

export function asUncertain(entry: Entry): Entry {
  return { ...entry, attempt: { ...entry.attempt, stage: 'uncertain' } };
}

export function asCreated(entry: Entry, keyId: string): Entry {
  const { attempt } = entry;
  if (attempt.kind !== 'create' || !attempt.details) return entry;
  return { ...entry, attempt: { ...attempt, stage: 'created', details: { ...attempt.details, keyId } } };
}

/** Whether what is asked of an attempt is asked of this key. */
export function isAbout({ details }: Attempt, keyId: string): boolean {
  return details !== null && details.keyId === keyId;
}
