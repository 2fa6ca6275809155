import { describe, expect, it } from 'vitest';
import { createCipher } from './cipher.ts';

/** A keyring that turns text round and puts `prefix` before it, as Chromium puts `v10` or `v11`. */
function syncKeyring({ prefix = 'v11', available = true } = {}) {
  const turn = (text: string) => [...text].reverse().join('');
  return {
    isEncryptionAvailable: () => available,
    encryptString: (text: string) => Buffer.from(prefix + turn(text)),
    decryptString: (ciphertext: Buffer) => turn(ciphertext.toString().slice(prefix.length)),
  };
}

function asyncKeyring(options: { prefix?: string; available?: boolean }) {
  const keyring = syncKeyring(options);
  return {
    isAsyncEncryptionAvailable: async () => keyring.isEncryptionAvailable(),
    encryptStringAsync: async (text: string) => keyring.encryptString(text),
    decryptStringAsync: async (ciphertext: Buffer) => ({ result: keyring.decryptString(ciphertext) }),
  };
}

describe.each([
  ['the synchronous methods', syncKeyring],
  ['the asynchronous methods', asyncKeyring],
])('createCipher on %s', (_name, keyring) => {
  it('encrypts and decrypts', async () => {
    const cipher = createCipher(keyring({}), 'linux');
    const ciphertext = await cipher.encrypt('token');
    expect(Buffer.from(ciphertext).toString()).not.toContain('token');
    expect(await cipher.decrypt(ciphertext)).toBe('token');
  });

  it.each([
    ['linux', 'v10', { kind: 'unprotected', reason: 'no-keyring' }],
    ['linux', 'v11', { kind: 'protected' }],
    ['darwin', 'v10', { kind: 'protected' }],
    ['win32', 'v10', { kind: 'protected' }],
  ])('on %s takes a ciphertext of %s for %o', async (platform, prefix, expected) => {
    expect(await createCipher(keyring({ prefix }), platform).protection()).toEqual(expected);
  });

  it('is unprotected without a keyring', async () => {
    const cipher = createCipher(keyring({ available: false }), 'linux');
    expect(await cipher.protection()).toEqual({ kind: 'unprotected', reason: 'no-keyring' });
  });

  it('takes a keyring that throws for a locked one', async () => {
    const broken = { ...keyring({}), encryptString: refuse, encryptStringAsync: refuse };
    expect(await createCipher(broken, 'linux').protection()).toEqual({
      kind: 'unprotected',
      reason: 'keyring-locked',
    });
  });
});

function refuse(): never {
  throw new Error('denied');
}
