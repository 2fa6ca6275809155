import { z } from 'zod';
import type { Attempt, CreateDetails, DeleteDetails } from '../../shared/attempt.ts';
import type { Cipher } from '../session/cipher.ts';

const createDetails = z.object({
  name: z.string(),
  access: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('unrestricted') }),
    z.object({ kind: z.literal('restricted'), permissions: z.array(z.string()) }),
  ]),
  before: z.array(z.string()),
  beforeIsWhole: z.boolean(),
  keyId: z.string().nullable(),
  // An earlier version did not know of them.
  expiresAt: z.number().nullable().default(null),
  replaces: z.object({ id: z.string(), name: z.string(), lastFour: z.string() }).nullable().default(null),
});

const deleteDetails = z.object({
  keyId: z.string(),
  name: z.string().nullable(),
  lastFour: z.string().nullable(),
});

/** Bound to its attempt: whoever may write the file cannot put one's details into another. */
const sealedFor = <T>(id: string, details: z.ZodType<T>) => z.object({ id: z.literal(id), details });

export type AttemptSeal = {
  /** Null where no keyring protects it: then it is not to be written. */
  seal(id: string, details: CreateDetails | DeleteDetails): Promise<string | null>;
  /** The attempt with its details; without, where the keyring does not open them now. */
  open(attempt: Attempt, sealed: string): Promise<Attempt>;
};

/** Encrypts what an attempt was about, by the system's keyring. */
export function createAttemptSeal(cipher: Cipher): AttemptSeal {
  const open = <T>(id: string, sealed: string, details: z.ZodType<T>): Promise<T | null> =>
    cipher
      .decrypt(Buffer.from(sealed, 'base64'))
      .then((text) => sealedFor(id, details).parse(JSON.parse(text)).details)
      .catch(() => null);
  return {
    async seal(id, details) {
      try {
        if ((await cipher.protection()).kind === 'unprotected') return null;
        return Buffer.from(await cipher.encrypt(JSON.stringify({ id, details }))).toString('base64');
      } catch {
        return null;
      }
    },
    open: async (attempt, sealed) =>
      attempt.kind === 'create'
        ? { ...attempt, details: await open(attempt.id, sealed, createDetails) }
        : { ...attempt, details: await open(attempt.id, sealed, deleteDetails) },
  };
}
