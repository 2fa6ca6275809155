import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { KeyRow } from '../../shared/api-key.ts';
import type { Project, SignedInUser } from '../../shared/session-state.ts';
import { createQueue } from '../key-api/queue.ts';
import type { Cipher } from '../session/cipher.ts';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';
import { createFileSeal } from '../session/sealed-file.ts';
import { copyOfText, copyToText } from './copy-text.ts';

/** A whole list of keys, and whose it is. */
export type ListCopy = {
  /** When its loading ended, in milliseconds since the epoch. */
  readonly savedAt: number;
  readonly project: Project | null;
  readonly user: SignedInUser | null;
  readonly rows: readonly KeyRow[];
};

export type CopyRead =
  | { readonly kind: 'copy'; readonly copy: ListCopy }
  /** There is none, or the keyring does not open it now; what lies there stays. */
  | { readonly kind: 'none' }
  /** Damaged, or made with another key: it was put aside as `.bad`. */
  | { readonly kind: 'unreadable' }
  /** Written by a newer version of the program: left alone. */
  | { readonly kind: 'newer' };

/** `off`: no copy is to be kept. `not-wanted`: its connection was left meanwhile. */
export type CopySaved = 'saved' | 'unprotected' | 'not-saved' | 'newer' | 'off' | 'not-wanted';

/** The offline copies in the profile, one encrypted file a connection. */
export type OfflineCopies = {
  read(connectionId: string): Promise<CopyRead>;
  /**
   * Whole or not at all: what lay there before stays whole when this one cannot be written.
   * @param isWanted asked once more just before the file is written.
   */
  save(connectionId: string, copy: ListCopy, isWanted: () => boolean): Promise<CopySaved>;
  /** @throws the file system's error where something is left. */
  remove(connectionId: string): Promise<void>;
  /** @throws the file system's error where something is left. */
  removeAll(): Promise<void>;
  /** Deletes what lies there of other connections. */
  keepOnly(isKnown: (connectionId: string) => boolean): Promise<void>;
};

/** Some ten times what a project of 100,000 keys comes to. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Encrypts each copy under the keyring; without one that protects there is no copy.
 * @param folder a folder of its own in the profile.
 */
export function createOfflineCopies(folder: string, cipher: Cipher): OfflineCopies {
  const seal = createFileSeal({ format: 'keydesk-offline-copy', version: 1, cipher });
  const fileOf = (connectionId: string) => join(folder, `${connectionId}.keys`);
  /** The file system alone, one thing after another: a removal never waits for the keyring, and outlives no write. */
  const inTurn = createQueue();

  async function unreadable(file: string): Promise<CopyRead> {
    await rename(file, `${file}.bad`).catch(() => undefined);
    return { kind: 'unreadable' };
  }

  async function readFrom(file: string, connectionId: string): Promise<CopyRead> {
    const bytes = await readPlain(file, MOST_BYTES).catch(
      (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
    );
    if (bytes === true) return { kind: 'none' };
    if (bytes === false) return { kind: 'unreadable' };
    const unsealed = await seal.unseal(connectionId, bytes);
    switch (unsealed.kind) {
      case 'opened':
        // What has passed the check of its tag was written by this program: its rows are not parsed one by one.
        return { kind: 'copy', copy: await copyOfText(unsealed.text) };
      case 'unprotected':
        return { kind: 'none' };
      case 'newer':
        return { kind: 'newer' };
      case 'not-opened':
      case 'damaged':
        return unreadable(file);
    }
  }

  return {
    async read(connectionId) {
      const file = fileOf(connectionId);
      await removeLeftovers(file);
      return readFrom(file, connectionId);
    },
    async save(connectionId, copy, isWanted) {
      const file = fileOf(connectionId);
      if (!(await seal.isProtected())) return 'unprotected';
      if (await seal.isNewer(file)) return 'newer';
      try {
        const sealed = await seal.seal(connectionId, await copyToText(copy));
        return await inTurn(async () => {
          if (!isWanted()) return 'not-wanted';
          await writeWhole(file, sealed);
          return 'saved';
        });
      } catch {
        return 'not-saved';
      }
    },
    remove: (connectionId) =>
      inTurn(async () => {
        const file = fileOf(connectionId);
        await removeLeftovers(file);
        await Promise.all([file, `${file}.bad`].map((each) => rm(each, { force: true })));
      }),
    removeAll: () => inTurn(() => rm(folder, { recursive: true, force: true })),
    keepOnly: (isKnown) =>
      inTurn(async () => {
        const names = await readdir(folder).catch(() => []);
        const unknown = names.filter((name) => !isKnown(name.split('.')[0] ?? ''));
        await Promise.all(unknown.map((name) => rm(join(folder, name), { recursive: true, force: true })));
      }),
  };
}
