import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LocalFacts, NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import { fakeKeyring } from '../session/fake-keyring.ts';
import { createFactsFiles } from './facts-file.ts';

const HERE = 'c0ffee';
const KEY = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
const withOwner = (owner: string): LocalFacts => withKeyFacts(NO_FACTS, KEY, { owner });
const FIRST = withOwner('Ada Lovelace');
const SECOND = withOwner('Grace Hopper');

let folder: string;
const file = () => join(folder, `${HERE}.facts`);
const copy = () => join(folder, `${HERE}.last-good.facts`);
const files = (cipher = fakeKeyring('one')) => createFactsFiles(folder, cipher);
const good = (facts: LocalFacts, restored = false) => ({ kind: 'found', value: facts, restored });

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'keydesk-facts-')), 'facts');
});

/** The file with one byte of its ciphertext turned. */
async function damage(path: string): Promise<void> {
  const bytes = await readFile(path);
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  await writeFile(path, bytes);
}

describe('the facts on the disk', () => {
  it('come back as they were saved, and none where none were', async () => {
    expect(await files().read(HERE)).toEqual({ kind: 'none' });
    expect(await files().save(HERE, FIRST)).toEqual({ kind: 'saved' });
    expect(await files().read(HERE)).toEqual(good(FIRST));
    expect(await files().read('another')).toEqual({ kind: 'none' });
  });

  it('hold nothing in readable form', async () => {
    await files().save(HERE, FIRST);
    for (const path of [file(), copy()]) {
      const text = (await readFile(path)).toString('latin1');
      for (const word of ['Ada', KEY, 'owner']) expect(text).not.toContain(word);
    }
  });

  it('are not those of another connection', async () => {
    await files().save(HERE, FIRST);
    await writeFile(join(folder, 'another.facts'), await readFile(file()));
    expect(await files().read('another')).toEqual({ kind: 'lost' });
  });

  it('go with the connection', async () => {
    await files().save(HERE, FIRST);
    await writeFile(`${file()}.bad`, 'x');
    await files().remove(HERE);
    expect(await readdir(folder)).toEqual([]);
  });
});

describe('a damaged file', () => {
  it.each<[string, (path: string) => Promise<void>]>([
    ['one byte turned', damage],
    ['empty', (path) => writeFile(path, '')],
    ['cut', async (path) => writeFile(path, (await readFile(path)).subarray(0, 300))],
    ['zeros', (path) => writeFile(path, Buffer.alloc(4_096))],
    [
      'of another keyring',
      (path) =>
        createFactsFiles(join(folder, 'x'), fakeKeyring('two'))
          .save(HERE, SECOND)
          .then(async () => writeFile(path, await readFile(join(folder, 'x', `${HERE}.facts`)))),
    ],
    ['gone', (path) => rm(path)],
  ])('%s: the last good version is in its place, with all that was in it', async (_title, harm) => {
    await files().save(HERE, FIRST);
    await files().save(HERE, SECOND);
    await harm(file());
    expect(await files().read(HERE)).toEqual(good(SECOND, true));
    expect(await files().read(HERE)).toEqual(good(SECOND));
  });

  it('is put aside, not deleted', async () => {
    await files().save(HERE, FIRST);
    await writeFile(file(), 'damaged');
    await files().read(HERE);
    expect(await readFile(`${file()}.bad`, 'utf8')).toBe('damaged');
  });

  it('whose copy is damaged too: both are put aside', async () => {
    await files().save(HERE, FIRST);
    await damage(file());
    await damage(copy());
    expect(await files().read(HERE)).toEqual({ kind: 'lost' });
    expect((await readdir(folder)).sort()).toEqual([`${HERE}.facts.bad`, `${HERE}.last-good.facts.bad`]);
  });

  it('beside a good one: a damaged copy is renewed', async () => {
    await files().save(HERE, FIRST);
    await damage(copy());
    expect(await files().read(HERE)).toEqual(good(FIRST));
    expect(await readFile(copy())).toEqual(await readFile(file()));
  });
});

describe('what cannot be opened now', () => {
  it('is left as it is by another keyring', async () => {
    await files().save(HERE, FIRST);
    const before = await readFile(file());
    expect(await files(fakeKeyring('two')).read(HERE)).toEqual({ kind: 'closed', reason: 'not-opened' });
    expect(await readFile(file())).toEqual(before);
    expect(await files().read(HERE)).toEqual(good(FIRST));
  });

  it('is left as it is where no keyring protects, which saves nothing either', async () => {
    await files().save(HERE, FIRST);
    for (const cipher of [
      fakeKeyring('one', { protects: false }),
      fakeKeyring('one', { available: false }),
    ]) {
      expect(await files(cipher).read(HERE)).toEqual({ kind: 'closed', reason: 'no-keyring' });
      expect(await files(cipher).save(HERE, SECOND)).toEqual({ kind: 'closed', reason: 'no-keyring' });
    }
    expect(await files().read(HERE)).toEqual(good(FIRST));
  });

  it('is left as it is where a newer version wrote it', async () => {
    const newer = `${JSON.stringify({ format: 'keydesk-local-facts', version: 2 })}\nrest`;
    await mkdir(folder, { recursive: true });
    await writeFile(file(), newer);
    expect(await files().read(HERE)).toEqual({ kind: 'closed', reason: 'newer' });
    expect(await files().save(HERE, FIRST)).toEqual({ kind: 'closed', reason: 'newer' });
    expect(await readFile(file(), 'utf8')).toBe(newer);
  });

  it('is left as it is also where the file beside it is damaged', async () => {
    await files().save(HERE, FIRST);
    await writeFile(file(), 'damaged');
    expect(await files(fakeKeyring('two')).read(HERE)).toEqual({ kind: 'closed', reason: 'not-opened' });
    expect(await files().read(HERE)).toEqual(good(FIRST, true));
  });

  it('is no plain file: it is left alone', async () => {
    await mkdir(file(), { recursive: true });
    expect(await files().read(HERE)).toEqual({ kind: 'closed', reason: 'not-opened' });
  });
});
