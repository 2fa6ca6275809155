import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Cipher, Protection } from '../session/cipher.ts';
import { createRecordFile } from './record-file.ts';
import { createRecordKeeper } from './record-keeper.ts';

/** A keyring that can be taken away and locked. */
function fakeCipher() {
  let protection: Protection = { kind: 'protected' };
  let locked = false;
  const cipher: Cipher = {
    protection: async () => protection,
    encrypt: async (text) => Buffer.from(text).map((byte) => byte ^ 0x5a),
    decrypt: async (ciphertext) => {
      if (locked) throw new Error('locked');
      return Buffer.from(ciphertext.map((byte) => byte ^ 0x5a)).toString();
    },
  };
  return {
    cipher,
    protect: (kind: Protection['kind']) => {
      protection = kind === 'protected' ? { kind } : { kind, reason: 'no-keyring' };
    },
    lock: (is: boolean) => {
      locked = is;
    },
  };
}

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'keydesk-record-'));
  const file = join(folder, 'record.sealed');
  const { cipher, ...keyring } = fakeCipher();
  const open = () =>
    createRecordKeeper<string[]>({
      file: createRecordFile({
        file,
        lastGood: null,
        format: 'keydesk-test',
        owner: 'all',
        schema: z.array(z.string()),
        cipher,
      }),
      empty: [],
      join: (found, meanwhile) => [...found, ...meanwhile],
    });
  return { open, file, folder, keyring };
}

const adding = (word: string) => (words: string[]) => [...words, word];
const KEPT = { kind: 'kept', damaged: false };

describe('a record of this computer', () => {
  it('outlives the program, and is unreadable on the disk', async () => {
    const { open, file } = await setUp();
    const first = open();
    await Promise.all(['one', 'two', 'three'].map((word) => first.change(adding(word))));
    expect(await open().state()).toEqual({ value: ['one', 'two', 'three'], kept: KEPT });
    expect((await readFile(file)).toString('latin1')).not.toContain('three');
  });

  it('says what is still to be written', async () => {
    const { open } = await setUp();
    const keeper = open();
    expect(keeper.unwritten()).toBeNull();
    void keeper.change(adding('one'));
    await keeper.unwritten();
    expect((await open().state()).value).toEqual(['one']);
  });

  it('is in memory only where no keyring protects it, and goes to the disk when one does', async () => {
    const { open, folder, keyring } = await setUp();
    await open().change(adding('before'));
    keyring.protect('unprotected');
    const keeper = open();
    await keeper.change(adding('meanwhile'));
    expect(await keeper.state()).toEqual({
      value: ['meanwhile'],
      kept: { kind: 'memory', reason: 'no-keyring' },
    });
    expect(await readdir(folder)).toHaveLength(1);
    keyring.protect('protected');
    await keeper.change(adding('after'));
    expect(await open().state()).toEqual({ value: ['before', 'meanwhile', 'after'], kept: KEPT });
  });

  it('never writes over what the keyring does not open now', async () => {
    const { open, file, keyring } = await setUp();
    await open().change(adding('before'));
    const bytes = await readFile(file);
    keyring.lock(true);
    const keeper = open();
    await keeper.change(adding('meanwhile'));
    expect((await keeper.state()).kept).toEqual({ kind: 'memory', reason: 'not-opened' });
    expect((await readFile(file)).equals(bytes)).toBe(true);
  });

  it('puts a damaged file aside, and says so', async () => {
    const { open, file, folder } = await setUp();
    await writeFile(file, 'rubbish');
    expect(await open().state()).toEqual({ value: [], kept: { kind: 'kept', damaged: true } });
    expect(await readdir(folder)).toEqual(['record.sealed.bad']);
  });

  it('leaves a file of a newer version alone', async () => {
    const { open, file } = await setUp();
    await writeFile(file, '{"format":"keydesk-test","version":2}\n');
    const keeper = open();
    await keeper.change(adding('meanwhile'));
    expect((await keeper.state()).kept).toEqual({ kind: 'memory', reason: 'newer' });
    expect(await readFile(file, 'utf8')).toContain('"version":2');
  });

  it('is erased with its file', async () => {
    const { open, folder } = await setUp();
    const keeper = open();
    await keeper.change(adding('one'));
    await keeper.erase();
    expect((await keeper.state()).value).toEqual([]);
    expect(await readdir(folder)).toEqual([]);
  });
});
