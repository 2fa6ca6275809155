import { z } from 'zod';
import type { TokenStorage } from '../../shared/session-state.ts';
import type { Cipher } from './cipher.ts';
import type { SavedConnection } from './connection-file.ts';

type Sealed = Pick<SavedConnection, 'address' | 'token' | 'seal'>;

/** Seals tokens under the keyring, and opens them again. */
export type TokenVault = {
  /** A token and its address as they may be written down; or why the keyring does not take them. */
  seal(
    address: string,
    token: string,
  ): Promise<{ readonly kind: 'sealed'; readonly token: string; readonly seal: string } | MemoryOnly>;
  /** The token; null where there is none, or the keyring does not open it now. */
  open(saved: Sealed): Promise<string | null>;
  /** Whether the keyring vouches for the address: it is the one that a token was once sealed with. */
  vouchesFor(saved: Sealed): Promise<boolean>;
};

type MemoryOnly = Extract<TokenStorage, { readonly kind: 'memory' }>;

/** What is encrypted: whoever may write the file cannot send the token to another address. */
const sealed = z.object({ address: z.string(), token: z.string().nullable() });

export function createTokenVault(cipher: Cipher): TokenVault {
  async function close(content: z.infer<typeof sealed>): Promise<string> {
    return Buffer.from(await cipher.encrypt(JSON.stringify(content))).toString('base64');
  }

  /** What was sealed for this address; null where it was not, or the keyring does not open it now. */
  async function unseal(text: string | null, address: string): Promise<z.infer<typeof sealed> | null> {
    if (text === null) return null;
    try {
      const opened = sealed.parse(JSON.parse(await cipher.decrypt(Buffer.from(text, 'base64'))));
      return opened.address === address ? opened : null;
    } catch {
      return null;
    }
  }

  return {
    async seal(address, token) {
      const protection = await cipher.protection();
      if (protection.kind === 'unprotected') return { kind: 'memory', reason: protection.reason };
      try {
        const [whole, seal] = [await close({ address, token }), await close({ address, token: null })];
        return { kind: 'sealed', token: whole, seal };
      } catch {
        return { kind: 'memory', reason: 'not-saved' };
      }
    },
    open: async ({ address, token }) => (await unseal(token, address))?.token ?? null,
    vouchesFor: async ({ address, token, seal }) =>
      (await unseal(seal, address)) !== null || (await unseal(token, address)) !== null,
  };
}
