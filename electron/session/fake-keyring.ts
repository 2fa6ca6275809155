import { createCipher } from './cipher.ts';

/** A keyring for tests whose ciphertext is bound to a password; another one does not open it. */
export function fakeKeyring(password: string, { protects = true, available = true } = {}) {
  return createCipher(
    {
      isEncryptionAvailable: () => available,
      encryptString: (text: string) => Buffer.from(`${protects ? 'v11' : 'v10'}${password}:${text}`),
      decryptString: (ciphertext: Buffer) => {
        const [, used, text] = /^v1.(\w+):(.*)$/s.exec(ciphertext.toString()) ?? [];
        if (used !== password || text === undefined) throw new Error('Error while decrypting');
        return text;
      },
    },
    'linux',
  );
}
