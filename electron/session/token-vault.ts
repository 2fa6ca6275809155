import { z } from 'zod';
import type { TokenStorage } from '../../shared/session-state.ts';
import type { Cipher } from './cipher.ts';
import type { ConnectionStore, SavedConnection } from './connection-store.ts';

/** A connection with its token in readable form: it lives in memory only. */
export type OpenConnection = Omit<SavedConnection, 'token'> & { readonly token: string };

/** Where the token of a connection is kept between two starts. */
export type TokenVault = {
  /**
   * Saves the connection where the keyring protects it; else keeps nothing, and tells why.
   * @param isWanted asked once more just before the file is written.
   */
  save(connection: OpenConnection, isWanted: () => boolean): Promise<TokenStorage>;
  /** The saved connection; its token is null where the keyring does not open it now (it is kept all the same). */
  read(): Promise<(Omit<OpenConnection, 'token'> & { readonly token: string | null }) | null>;
  /** The saved connection without its token: the keyring is not asked. */
  saved(): Promise<Omit<SavedConnection, 'token'> | null>;
  remove(): Promise<void>;
};

/** What is encrypted: whoever may write the file cannot send the token to another address. */
const sealed = z.object({ address: z.string(), token: z.string() });

function seal({ address, token }: OpenConnection): string {
  return JSON.stringify({ address, token } satisfies z.infer<typeof sealed>);
}

/** @throws where it is not what was sealed for this address. */
function unseal(text: string, address: string): string {
  const opened = sealed.parse(JSON.parse(text));
  if (opened.address !== address) throw new Error('The token belongs to another address');
  return opened.token;
}

export function createTokenVault(store: ConnectionStore, cipher: Cipher): TokenVault {
  return {
    async save(connection, isWanted) {
      const protection = await cipher.protection();
      if (protection.kind === 'unprotected') return { kind: 'memory', reason: protection.reason };
      try {
        const token = Buffer.from(await cipher.encrypt(seal(connection))).toString('base64');
        // The keyring may have asked the person; who signed out meanwhile wants nothing kept.
        if (!isWanted()) return { kind: 'memory', reason: 'not-saved' };
        await store.save({ ...connection, token });
        return { kind: 'keyring' };
      } catch {
        return { kind: 'memory', reason: 'not-saved' };
      }
    },
    async read() {
      const saved = await store.read();
      if (!saved) return null;
      const token = await cipher
        .decrypt(Buffer.from(saved.token, 'base64'))
        .then((text) => unseal(text, saved.address))
        .catch(() => null);
      return { ...saved, token };
    },
    saved: () => store.read(),
    remove: () => store.remove(),
  };
}
