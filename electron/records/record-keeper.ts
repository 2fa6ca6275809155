import type { Kept } from '../../shared/kept.ts';
import { createWatchedQueue } from '../key-api/queue.ts';
import type { RecordFile } from './record-file.ts';

export type RecordKeeperParts<T> = {
  readonly file: RecordFile<T>;
  /** What there is before anything was noted. */
  readonly empty: T;
  /** What lay on the disk and what came while it could not be read, as one. */
  readonly join: (found: T, meanwhile: T) => T;
};

export type RecordKeeper<T> = ReturnType<typeof createRecordKeeper<T>>;

/** A record in memory, and on the disk where a keyring protects it. One thing at a time is done with it. */
export function createRecordKeeper<T>({ file, empty, join }: RecordKeeperParts<T>) {
  let value = empty;
  let kept: Kept = { kind: 'unknown' };
  /** What lies on the disk is part of it; else the disk is left as it is. */
  let isRead = false;
  /** Changes that wait for their turn: those that come while it is written go into one more writing. */
  let changes: ((value: T) => T)[] = [];
  let applied: Promise<void> | null = null;
  const { inTurn, underWay } = createWatchedQueue();

  /** Reads what there is; where the disk was closed before, it is asked again. */
  async function open(): Promise<void> {
    if (isRead) return;
    const found = await file.read();
    if (found.kind === 'closed') {
      kept = { kind: 'memory', reason: found.reason };
      return;
    }
    if (found.kind === 'found') value = join(found.value, value);
    kept = { kind: 'kept', damaged: found.kind === 'lost' };
    isRead = true;
  }

  async function save(): Promise<void> {
    if (!isRead) return;
    const saved = await file.save(value);
    if (saved.kind === 'closed') kept = { kind: 'memory', reason: saved.reason };
    else if (kept.kind !== 'kept') kept = { kind: 'kept', damaged: false };
  }

  async function apply(): Promise<void> {
    const begun = changes;
    changes = [];
    applied = null;
    await open();
    value = begun.reduce((before, to) => to(before), value);
    await save();
  }

  return {
    /** The record, and where it is kept. */
    state: (): Promise<{ readonly value: T; readonly kept: Kept }> =>
      inTurn(async () => {
        await open();
        return { value, kept };
      }),

    /** Changes it, and writes it. */
    change(to: (value: T) => T): Promise<void> {
      changes.push(to);
      applied ??= inTurn(apply);
      return applied;
    },

    /** Forgets it, on the disk too. @throws the file system's error where something is left. */
    erase: (): Promise<void> =>
      inTurn(async () => {
        await file.remove();
        value = empty;
        kept = { kind: 'unknown' };
        isRead = false;
      }),

    /** What is still to be written; null where nothing is. */
    unwritten: underWay,
  };
}
