import { rename, rm } from 'node:fs/promises';
import type { z } from 'zod';
import type { MemoryReason } from '../../shared/kept.ts';
import type { Cipher } from '../session/cipher.ts';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';
import { createFileSeal, type Unsealed } from '../session/sealed-file.ts';

export type RecordRead<T> =
  /** `restored`: the file was damaged or gone; this is the last good one. */
  | { readonly kind: 'found'; readonly value: T; readonly restored: boolean }
  | { readonly kind: 'none' }
  /** It cannot be had now, and stays as it is. */
  | { readonly kind: 'closed'; readonly reason: MemoryReason }
  /** It is damaged, and so is its copy; they were put aside as `.bad`. */
  | { readonly kind: 'lost' };

export type RecordSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'closed'; readonly reason: MemoryReason };

/** A record of this computer in the profile: one encrypted file, and perhaps a copy of the last good one beside it. */
export type RecordFile<T> = {
  read(): Promise<RecordRead<T>>;
  /** Whole or not at all: what lay there before stays whole when this one cannot be written. */
  save(value: T): Promise<RecordSaved>;
  /** @throws the file system's error where something is left. */
  remove(): Promise<void>;
};

export type RecordFileParts<T> = {
  readonly file: string;
  /** Where a copy of the last good one lies; null where none is kept. */
  readonly lastGood: string | null;
  readonly format: string;
  /** Whose record it is: that of another owner is not taken for it. */
  readonly owner: string;
  readonly schema: z.ZodType<T>;
  readonly cipher: Cipher;
};

const VERSION = 1;
/** Some ten times what the largest record comes to. */
const MOST_BYTES = 128 * 1024 * 1024;

/** Of one of the two files. */
type Found<T> =
  | { readonly kind: 'good'; readonly value: T; readonly bytes: Buffer }
  | { readonly kind: 'missing' | 'damaged' }
  | { readonly kind: 'closed'; readonly reason: MemoryReason };

function judge<T>(unsealed: Unsealed, bytes: Buffer, schema: z.ZodType<T>): Found<T> {
  switch (unsealed.kind) {
    case 'opened':
      return { kind: 'good', value: schema.parse(JSON.parse(unsealed.text)), bytes };
    case 'unprotected':
      return { kind: 'closed', reason: 'no-keyring' };
    case 'newer':
    case 'not-opened':
      return { kind: 'closed', reason: unsealed.kind };
    case 'damaged':
      return { kind: 'damaged' };
  }
}

/**
 * What the keyring cannot open now may be opened later: it is never overwritten. Only what can be read back takes the
 * place of the copy.
 */
export function createRecordFile<T>(parts: RecordFileParts<T>): RecordFile<T> {
  const { file, lastGood, owner, schema } = parts;
  const seal = createFileSeal({ format: parts.format, version: VERSION, cipher: parts.cipher });
  const files = lastGood === null ? [file] : [file, lastGood];

  async function bytesOf(path: string): Promise<Buffer | Found<T>> {
    await removeLeftovers(path);
    return readPlain(path, MOST_BYTES).catch((error: NodeJS.ErrnoException) =>
      error.code === 'ENOENT' ? { kind: 'missing' } : { kind: 'closed', reason: 'not-opened' },
    );
  }

  async function find(path: string): Promise<Found<T>> {
    const bytes = await bytesOf(path);
    if (!Buffer.isBuffer(bytes)) return bytes;
    const unsealed = await seal.unseal(owner, bytes);
    try {
      return judge(unsealed, bytes, schema);
    } catch {
      return { kind: 'damaged' };
    }
  }

  const putAside = (path: string) => rename(path, `${path}.bad`).catch(() => undefined);

  /** A disk that refuses leaves the last good version where it is. */
  async function renewCopy(bytes: Buffer): Promise<void> {
    if (lastGood === null) return;
    const kept = await readPlain(lastGood, MOST_BYTES).catch(() => null);
    if (!kept?.equals(bytes)) await writeWhole(lastGood, bytes).catch(() => undefined);
  }

  async function restore(found: Found<T>): Promise<RecordRead<T>> {
    const copy: Found<T> = lastGood === null ? { kind: 'missing' } : await find(lastGood);
    if (copy.kind === 'closed') return found.kind === 'closed' ? found : copy;
    if (copy.kind === 'good') {
      // The keyring has opened the copy, so what it does not open beside it is damaged too.
      if (found.kind !== 'missing') await putAside(file);
      await writeWhole(file, copy.bytes).catch(() => undefined);
      return { kind: 'found', value: copy.value, restored: true };
    }
    if (found.kind === 'closed') return found;
    if (found.kind === 'missing' && copy.kind === 'missing') return { kind: 'none' };
    for (const path of files) await putAside(path);
    return { kind: 'lost' };
  }

  return {
    async read() {
      const found = await find(file);
      if (found.kind === 'closed' && found.reason !== 'not-opened') return found;
      if (found.kind !== 'good') return restore(found);
      await renewCopy(found.bytes);
      return { kind: 'found', value: found.value, restored: false };
    },

    async save(value) {
      if (!(await seal.isProtected())) return { kind: 'closed', reason: 'no-keyring' };
      if (await seal.isNewer(file)) return { kind: 'closed', reason: 'newer' };
      try {
        const bytes = await seal.seal(owner, JSON.stringify(value));
        await writeWhole(file, bytes);
        if (lastGood !== null && (await readPlain(file, MOST_BYTES)).equals(bytes)) await renewCopy(bytes);
        return { kind: 'saved' };
      } catch {
        return { kind: 'closed', reason: 'not-saved' };
      }
    },

    async remove() {
      await Promise.all(files.map(removeLeftovers));
      const all = files.flatMap((path) => [path, `${path}.bad`]);
      await Promise.all(all.map((path) => rm(path, { force: true })));
    },
  };
}
