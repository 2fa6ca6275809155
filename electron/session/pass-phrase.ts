import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { z } from 'zod';
import { readPlain, writeWhole } from './safe-file.ts';

/** What is kept of a pass phrase: enough to check it, not to know it. */
const verifierFile = z.object({
  version: z.literal(1),
  cost: z
    .int()
    .min(2 ** 14)
    .max(2 ** 20),
  salt: z.base64(),
  hash: z.base64(),
});

/** scrypt's N: 128 MB and about half a second on a computer of 2024. */
const COST = 2 ** 17;
const BLOCK_SIZE = 8;
const HASH_BYTES = 32;

/** A pass phrase of one's own to unlock the window with. It encrypts nothing. */
export type PassPhrase = {
  isSet(): Promise<boolean>;
  /** @throws the file system's error; a pass phrase that was set before then still holds. */
  set(phrase: string): Promise<void>;
  matches(phrase: string): Promise<boolean>;
  remove(): Promise<void>;
};

function derive(phrase: string, salt: Buffer, cost: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const options = { N: cost, r: BLOCK_SIZE, p: 1, maxmem: 256 * cost * BLOCK_SIZE };
    // One text has several codings in Unicode; keyboards differ in which they send.
    scrypt(phrase.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

export function createPassPhrase(file: string, cost = COST): PassPhrase {
  async function read() {
    const bytes = await readPlain(file).catch(() => null);
    if (bytes === null) return null;
    try {
      return verifierFile.parse(JSON.parse(bytes.toString('utf8')));
    } catch {
      await rename(file, `${file}.bad`).catch(() => undefined);
      return null;
    }
  }

  return {
    isSet: async () => (await read()) !== null,
    async set(phrase) {
      const salt = randomBytes(16);
      const hash = await derive(phrase, salt, cost);
      await writeWhole(
        file,
        JSON.stringify({ version: 1, cost, salt: salt.toString('base64'), hash: hash.toString('base64') }),
      );
    },
    async matches(phrase) {
      const verifier = await read();
      if (!verifier) return false;
      const expected = Buffer.from(verifier.hash, 'base64');
      const actual = await derive(phrase, Buffer.from(verifier.salt, 'base64'), verifier.cost);
      return expected.length === actual.length && timingSafeEqual(expected, actual);
    },
    // Also where somebody has laid a folder in its place.
    remove: () => rm(file, { force: true, recursive: true }),
  };
}
