import type { SafeStorage } from 'electron';

/** Whether the system's keyring protects what it encrypts, and why not. */
export type Protection =
  | { readonly kind: 'protected' }
  | { readonly kind: 'unprotected'; readonly reason: 'no-keyring' | 'keyring-locked' };

export type Cipher = {
  protection(): Promise<Protection>;
  /** @throws where the keyring does not encrypt now. */
  encrypt(text: string): Promise<Uint8Array>;
  /** @throws where the keyring does not decrypt now: never a reason to delete what was encrypted. */
  decrypt(ciphertext: Uint8Array): Promise<string>;
};

/** Electron's asynchronous methods, of version 42 and later; the synchronous ones go in 46. */
type AsyncSafeStorage = {
  isAsyncEncryptionAvailable(): Promise<boolean>;
  encryptStringAsync(text: string): Promise<Buffer>;
  decryptStringAsync(ciphertext: Buffer): Promise<{ readonly result: string }>;
};

type SyncSafeStorage = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'>;

function isAsync(storage: object): storage is AsyncSafeStorage {
  return 'encryptStringAsync' in storage;
}

/** One face for both: the newer way where it is there. */
function unify(storage: SyncSafeStorage | AsyncSafeStorage): AsyncSafeStorage {
  if (isAsync(storage)) return storage;
  return {
    isAsyncEncryptionAvailable: async () => storage.isEncryptionAvailable(),
    encryptStringAsync: async (text) => storage.encryptString(text),
    decryptStringAsync: async (ciphertext) => ({ result: storage.decryptString(ciphertext) }),
  };
}

/**
 * On Linux a ciphertext that begins with `v10` was made under a key that everyone knows: neither
 * `isEncryptionAvailable` nor the backend's name tells. On macOS and Windows `v10` is normal.
 */
function isUnderKnownKey(ciphertext: Uint8Array, platform: string): boolean {
  return platform === 'linux' && Buffer.from(ciphertext.subarray(0, 3)).toString('latin1') === 'v10';
}

/** Encryption by the system's keyring, with a probe of whether it really protects. */
export function createCipher(storage: SyncSafeStorage | AsyncSafeStorage, platform: string): Cipher {
  const keyring = unify(storage);
  return {
    async protection() {
      try {
        if (!(await keyring.isAsyncEncryptionAvailable()))
          return { kind: 'unprotected', reason: 'no-keyring' };
        const probe = await keyring.encryptStringAsync('probe');
        return isUnderKnownKey(probe, platform)
          ? { kind: 'unprotected', reason: 'no-keyring' }
          : { kind: 'protected' };
      } catch {
        return { kind: 'unprotected', reason: 'keyring-locked' };
      }
    },
    encrypt: (text) => keyring.encryptStringAsync(text),
    decrypt: async (ciphertext) => (await keyring.decryptStringAsync(Buffer.from(ciphertext))).result,
  };
}
