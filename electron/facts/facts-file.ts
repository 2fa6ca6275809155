import { join } from 'node:path';
import { z } from 'zod';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { createRecordFile, type RecordRead, type RecordSaved } from '../records/record-file.ts';
import type { Cipher } from '../session/cipher.ts';

/** The facts in the profile, one encrypted file a connection, with a copy of the last good one beside it. */
export type FactsFiles = {
  read(connection: string): Promise<RecordRead<LocalFacts>>;
  /** Whole or not at all: what lay there before stays whole when this one cannot be written. */
  save(connection: string, facts: LocalFacts): Promise<RecordSaved>;
  /** @throws the file system's error where something is left. */
  remove(connection: string): Promise<void>;
  isProtected(): Promise<boolean>;
};

const wholeFacts = z.object({
  keys: z.record(z.string(), z.unknown()),
  rotations: z.array(z.unknown()),
  dismissed: z.array(z.unknown()),
});

/** Of the whole, not of each key: what has passed the check of its tag was written by this program. */
const factsRecord = z.custom<LocalFacts>((value) => wholeFacts.safeParse(value).success);

/** @param folder a folder of its own in the profile. */
export function createFactsFiles(folder: string, cipher: Cipher): FactsFiles {
  const fileOf = (connection: string) =>
    createRecordFile({
      file: join(folder, `${connection}.facts`),
      lastGood: join(folder, `${connection}.last-good.facts`),
      format: 'keydesk-local-facts',
      owner: connection,
      schema: factsRecord,
      cipher,
    });
  return {
    read: (connection) => fileOf(connection).read(),
    save: (connection, facts) => fileOf(connection).save(facts),
    remove: (connection) => fileOf(connection).remove(),
    isProtected: async () => (await cipher.protection()).kind === 'protected',
  };
}
