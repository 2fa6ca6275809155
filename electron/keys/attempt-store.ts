import { rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { readPlain, removeLeftovers, writeWhole } from '../session/safe-file.ts';

const VERSION = 1;

const base = {
  id: z.uuid(),
  /** Which connection it belongs to, as a fingerprint. */
  connection: z.string(),
  at: z.number(),
  /** Its details as the keyring encrypted them, in base64; null where no keyring protects them. */
  sealed: z.string().nullable(),
};

const storedAttempt = z.discriminatedUnion('kind', [
  z.object({ ...base, kind: z.literal('create'), stage: z.enum(['sent', 'uncertain', 'created']) }),
  z.object({ ...base, kind: z.literal('delete'), stage: z.enum(['sent', 'uncertain']) }),
]);

const attemptsFile = z.object({ version: z.literal(VERSION), attempts: z.array(storedAttempt) });

/** A file of a later Keydesk: whatever else it holds. */
const newerFile = z.object({ version: z.number().gt(VERSION) });

/** An attempt as it lies on the disk. */
export type StoredAttempt = z.infer<typeof storedAttempt>;

export type AttemptStore = {
  /** What is written down; a damaged file is put aside as `.bad`, never overwritten. */
  read(): Promise<readonly StoredAttempt[]>;
  /** @throws the file system's error, or where the file is of a newer version; what was there stays whole. */
  write(attempts: readonly StoredAttempt[]): Promise<void>;
  /** Deletes all of it, whatever its version. */
  remove(): Promise<void>;
};

/** The attempts in the profile folder, their details in encrypted form only. */
export function createAttemptStore(file: string): AttemptStore {
  let isNewer = false;

  async function remove(): Promise<void> {
    await removeLeftovers(file);
    await rm(`${file}.bad`, { force: true });
    await rm(file, { force: true });
    isNewer = false;
  }

  return {
    async read() {
      await removeLeftovers(file);
      const text = await readPlain(file).then(
        (bytes) => bytes.toString('utf8'),
        () => null,
      );
      if (text === null) return [];
      try {
        const content: unknown = JSON.parse(text);
        isNewer = newerFile.safeParse(content).success;
        return isNewer ? [] : attemptsFile.parse(content).attempts;
      } catch {
        await rename(file, `${file}.bad`).catch(() => undefined);
        return [];
      }
    },
    async write(attempts) {
      if (isNewer) throw new Error('The file is of a newer version');
      const content = { version: VERSION, attempts: [...attempts] } satisfies z.infer<typeof attemptsFile>;
      await writeWhole(file, JSON.stringify(content));
    },
    remove,
  };
}
