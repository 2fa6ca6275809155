import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Cipher } from './cipher.ts';
import { createConnectionStore } from './connection-store.ts';
import { createTokenVault, type OpenConnection } from './token-vault.ts';

const CONNECTION: OpenConnection = {
  id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
  address: 'https://api.diga.io',
  name: 'Project',
  projectId: null,
  token: 'person_of-the-project',
};

/** Turns every bit over: nothing that was encrypted can be read by looking at it. */
const turned = (bytes: Uint8Array): Uint8Array => bytes.map((byte) => byte ^ 0xff);

const cipher: Cipher = {
  protection: async () => ({ kind: 'protected' }),
  encrypt: async (text) => turned(Buffer.from(text, 'utf8')),
  decrypt: async (ciphertext) => Buffer.from(turned(ciphertext)).toString('utf8'),
};

describe('createTokenVault', () => {
  let file: string;

  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'keydesk-vault-')), 'connections.json');
  });

  it('gives back the connection with its token, which the file does not show', async () => {
    const vault = createTokenVault(createConnectionStore(file), cipher);
    expect(await vault.save(CONNECTION, () => true)).toEqual({ kind: 'keyring' });
    expect(await readFile(file, 'utf8')).not.toContain(CONNECTION.token);
    expect(await vault.read()).toEqual(CONNECTION);
  });

  it('does not open the token for another address than the one it was saved with', async () => {
    const store = createConnectionStore(file);
    const vault = createTokenVault(store, cipher);
    await vault.save(CONNECTION, () => true);
    const saved = await store.read();
    expect(saved).not.toBeNull();
    if (saved) await store.save({ ...saved, address: 'https://elsewhere.example' });
    const before = await readFile(file, 'utf8');
    expect(await vault.read()).toMatchObject({ address: 'https://elsewhere.example', token: null });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('keeps what the keyring does not open now', async () => {
    const store = createConnectionStore(file);
    await createTokenVault(store, cipher).save(CONNECTION, () => true);
    const before = await readFile(file, 'utf8');
    const locked: Cipher = { ...cipher, decrypt: () => Promise.reject(new Error('locked')) };
    expect(await createTokenVault(store, locked).read()).toMatchObject({ token: null });
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  it('saves nothing where the keyring does not protect', async () => {
    const unprotected: Cipher = {
      ...cipher,
      protection: async () => ({ kind: 'unprotected', reason: 'no-keyring' }),
    };
    const store = createConnectionStore(file);
    expect(await createTokenVault(store, unprotected).save(CONNECTION, () => true)).toEqual({
      kind: 'memory',
      reason: 'no-keyring',
    });
    expect(await store.read()).toBeNull();
  });
});
