import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { LocalFacts, NotKeptReason } from '../../shared/local-facts.ts';
import type { Cipher } from '../session/cipher.ts';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';
import { createFileSeal, type Unsealed } from '../session/sealed-file.ts';

export type FactsRead =
  /** `restored`: the file was damaged or gone; these are the last good ones. */
  | { readonly kind: 'facts'; readonly facts: LocalFacts; readonly restored: boolean }
  | { readonly kind: 'none' }
  /** They cannot be had now, and stay as they are. */
  | { readonly kind: 'closed'; readonly reason: NotKeptReason }
  /** The file and its copy are damaged; they were put aside as `.bad`. */
  | { readonly kind: 'lost' };

export type FactsSaved =
  | { readonly kind: 'saved' }
  | { readonly kind: 'closed'; readonly reason: NotKeptReason };

/** The facts in the profile, one encrypted file a connection, with a copy of the last good one beside it. */
export type FactsFiles = {
  read(connection: string): Promise<FactsRead>;
  /** Whole or not at all: what lay there before stays whole when this one cannot be written. */
  save(connection: string, facts: LocalFacts): Promise<FactsSaved>;
  /** @throws the file system's error where something is left. */
  remove(connection: string): Promise<void>;
  isProtected(): Promise<boolean>;
};

/** Of one of the two files. */
type Found =
  | { readonly kind: 'good'; readonly facts: LocalFacts; readonly bytes: Buffer }
  | { readonly kind: 'missing' | 'damaged' }
  | { readonly kind: 'closed'; readonly reason: NotKeptReason };

const MISSING: Found = { kind: 'missing' };
const DAMAGED: Found = { kind: 'damaged' };

/** Of the whole, not of each key: what has passed the check of its tag was written by this program. */
const wholeFacts = z.object({
  keys: z.record(z.string(), z.unknown()),
  rotations: z.array(z.unknown()),
  dismissed: z.array(z.unknown()),
});

function readFacts(text: string): LocalFacts | null {
  try {
    return wholeFacts.parse(JSON.parse(text)) as LocalFacts;
  } catch {
    return null;
  }
}

function judge(unsealed: Unsealed, bytes: Buffer): Found {
  switch (unsealed.kind) {
    case 'opened': {
      const facts = readFacts(unsealed.text);
      return facts ? { kind: 'good', facts, bytes } : DAMAGED;
    }
    case 'unprotected':
      return { kind: 'closed', reason: 'no-keyring' };
    case 'newer':
      return { kind: 'closed', reason: 'newer' };
    case 'not-opened':
      return { kind: 'closed', reason: 'not-opened' };
    case 'damaged':
      return DAMAGED;
  }
}

/**
 * What the keyring cannot open now may be opened later: it is never overwritten. Only what can be read back takes the
 * place of the copy.
 * @param folder a folder of its own in the profile.
 */
export function createFactsFiles(folder: string, cipher: Cipher): FactsFiles {
  const seal = createFileSeal({ format: 'keydesk-local-facts', version: 1, cipher });
  const fileOf = (connection: string) => join(folder, `${connection}.facts`);
  const copyOf = (connection: string) => join(folder, `${connection}.last-good.facts`);

  async function find(file: string, connection: string): Promise<Found> {
    try {
      await removeLeftovers(file);
      const bytes = await readPlain(file);
      return judge(await seal.unseal(connection, bytes), bytes);
    } catch (error) {
      const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
      return isMissing ? MISSING : { kind: 'closed', reason: 'not-opened' };
    }
  }

  const putAside = (file: string) => rename(file, `${file}.bad`).catch(() => undefined);

  /** A disk that refuses leaves the last good version where it is. */
  async function renewCopy(connection: string, bytes: Buffer): Promise<void> {
    const copy = copyOf(connection);
    const kept = await readPlain(copy).catch(() => null);
    if (!kept?.equals(bytes)) await writeWhole(copy, bytes).catch(() => undefined);
  }

  async function restore(connection: string, found: Found): Promise<FactsRead> {
    const copy = await find(copyOf(connection), connection);
    if (copy.kind === 'closed') return found.kind === 'closed' ? found : copy;
    if (copy.kind === 'good') {
      // The keyring has opened the copy, so what it does not open beside it is damaged too.
      if (found.kind !== 'missing') await putAside(fileOf(connection));
      await writeWhole(fileOf(connection), copy.bytes).catch(() => undefined);
      return { kind: 'facts', facts: copy.facts, restored: true };
    }
    if (found.kind === 'closed') return found;
    if (found.kind === 'missing' && copy.kind === 'missing') return { kind: 'none' };
    await putAside(fileOf(connection));
    await putAside(copyOf(connection));
    return { kind: 'lost' };
  }

  return {
    isProtected: seal.isProtected,

    async read(connection) {
      const found = await find(fileOf(connection), connection);
      if (found.kind === 'closed' && found.reason !== 'not-opened') return found;
      if (found.kind !== 'good') return restore(connection, found);
      await renewCopy(connection, found.bytes);
      return { kind: 'facts', facts: found.facts, restored: false };
    },

    async save(connection, facts) {
      const file = fileOf(connection);
      if (!(await seal.isProtected())) return { kind: 'closed', reason: 'no-keyring' };
      if (await seal.isNewer(file)) return { kind: 'closed', reason: 'newer' };
      try {
        const bytes = await seal.seal(connection, JSON.stringify(facts));
        await writeWhole(file, bytes);
        if ((await readPlain(file)).equals(bytes)) await renewCopy(connection, bytes);
        return { kind: 'saved' };
      } catch {
        return { kind: 'closed', reason: 'not-saved' };
      }
    },

    async remove(connection) {
      const files = [fileOf(connection), copyOf(connection)];
      await Promise.all(files.map(removeLeftovers));
      const all = files.flatMap((file) => [file, `${file}.bad`]);
      await Promise.all(all.map((file) => rm(file, { force: true })));
    },
  };
}
