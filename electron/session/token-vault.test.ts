import { describe, expect, it } from 'vitest';
import type { Cipher } from './cipher.ts';
import { createTokenVault } from './token-vault.ts';

const ADDRESS = 'https://api.diga.io';
const TOKEN = 'person_of-the-project';

/** Turns every bit over: nothing that was encrypted can be read by looking at it. */
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);

const cipher: Cipher = {
  protection: async () => ({ kind: 'protected' }),
  encrypt: async (text) => turned(Buffer.from(text, 'utf8')),
  decrypt: async (ciphertext) => Buffer.from(turned(ciphertext)).toString('utf8'),
};

/** What the vault gives to be written down. */
async function sealedBy(vault: ReturnType<typeof createTokenVault>) {
  const sealed = await vault.seal(ADDRESS, TOKEN);
  if (sealed.kind !== 'sealed') throw new Error('Not sealed');
  return { address: ADDRESS, token: sealed.token, seal: sealed.seal };
}

describe('createTokenVault', () => {
  it('gives back the token, which what is written down does not show', async () => {
    const vault = createTokenVault(cipher);
    const saved = await sealedBy(vault);
    const written =
      Buffer.from(saved.token, 'base64').toString() + Buffer.from(saved.seal, 'base64').toString();
    expect(written).not.toContain(TOKEN);
    expect(await vault.open(saved)).toBe(TOKEN);
  });

  it('opens the token for no other address than the one it was sealed with', async () => {
    const vault = createTokenVault(cipher);
    const moved = { ...(await sealedBy(vault)), address: 'https://elsewhere.example' };
    expect(await vault.open(moved)).toBeNull();
    expect(await vault.vouchesFor(moved)).toBe(false);
  });

  it('vouches for the address also once the token is gone, and the seal holds no token', async () => {
    const vault = createTokenVault(cipher);
    const { seal } = await sealedBy(vault);
    const signedOut = { address: ADDRESS, token: null, seal };
    expect(await vault.vouchesFor(signedOut)).toBe(true);
    expect(await vault.open(signedOut)).toBeNull();
    expect(await vault.open({ ...signedOut, token: seal })).toBeNull();
    expect(await vault.vouchesFor({ ...signedOut, seal: null })).toBe(false);
  });

  it('opens nothing that the keyring does not open now', async () => {
    const saved = await sealedBy(createTokenVault(cipher));
    const locked: Cipher = { ...cipher, decrypt: () => Promise.reject(new Error('locked')) };
    expect(await createTokenVault(locked).open(saved)).toBeNull();
    expect(await createTokenVault(locked).vouchesFor(saved)).toBe(false);
  });

  it('seals nothing where the keyring does not protect', async () => {
    const unprotected: Cipher = {
      ...cipher,
      protection: async () => ({ kind: 'unprotected', reason: 'no-keyring' }),
    };
    expect(await createTokenVault(unprotected).seal(ADDRESS, TOKEN)).toEqual({
      kind: 'memory',
      reason: 'no-keyring',
    });
  });
});
