import { rename, rm } from 'node:fs/promises';
import type { z } from 'zod';
import type { MemoryReason } from '../../shared/kept.ts';
import type { Cipher } from '../session/cipher.ts';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';
import { createFileSeal } from '../session/sealed-file.ts';

export type RecordRead<T> =
  | { readonly kind: 'found'; readonly value: T }
  | { readonly kind: 'none' }
  /** It cannot be had now, and stays as it is. */
  | { readonly kind: 'closed'; readonly reason: MemoryReason }
  /** It is damaged and was put aside as `.bad`. */
  | { readonly kind: 'lost' };

export type RecordSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'closed'; readonly reason: MemoryReason };

/** A record of this computer in the profile: one encrypted file. */
export type RecordFile<T> = {
  read(): Promise<RecordRead<T>>;
  /** Whole or not at all: what lay there before stays whole when this one cannot be written. */
  save(value: T): Promise<RecordSaved>;
  /** @throws the file system's error where something is left. */
  remove(): Promise<void>;
};

export type RecordFileParts<T> = {
  readonly file: string;
  readonly format: string;
  /** Whose record it is: that of another owner is not taken for it. */
  readonly owner: string;
  readonly schema: z.ZodType<T>;
  readonly cipher: Cipher;
};

const VERSION = 1;
/** Some ten times what the largest record comes to. */
const MOST_BYTES = 128 * 1024 * 1024;

export function createRecordFile<T>(parts: RecordFileParts<T>): RecordFile<T> {
  const { file, owner, schema } = parts;
  const seal = createFileSeal({ format: parts.format, version: VERSION, cipher: parts.cipher });

  async function lost(): Promise<RecordRead<T>> {
    await rename(file, `${file}.bad`).catch(() => undefined);
    return { kind: 'lost' };
  }

  async function understood(text: string): Promise<RecordRead<T>> {
    try {
      return { kind: 'found', value: schema.parse(JSON.parse(text)) };
    } catch {
      return lost();
    }
  }

  return {
    async read() {
      await removeLeftovers(file);
      const bytes = await readPlain(file, MOST_BYTES).catch(
        (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
      );
      if (bytes === true) return { kind: 'none' };
      if (bytes === false) return lost();
      const unsealed = await seal.unseal(owner, bytes);
      switch (unsealed.kind) {
        case 'opened':
          return understood(unsealed.text);
        case 'unprotected':
          return { kind: 'closed', reason: 'no-keyring' };
        case 'newer':
        case 'not-opened':
          return { kind: 'closed', reason: unsealed.kind };
        case 'damaged':
          return lost();
      }
    },

    async save(value) {
      if (!(await seal.isProtected())) return { kind: 'closed', reason: 'no-keyring' };
      if (await seal.isNewer(file)) return { kind: 'closed', reason: 'newer' };
      try {
        await writeWhole(file, await seal.seal(owner, JSON.stringify(value)));
        return { kind: 'saved' };
      } catch {
        return { kind: 'closed', reason: 'not-saved' };
      }
    },

    async remove() {
      await removeLeftovers(file);
      await rm(`${file}.bad`, { force: true });
      await rm(file, { force: true });
    },
  };
}
