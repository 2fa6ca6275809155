import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeKeyring as keyring } from '../session/fake-keyring.ts';
import { createOfflineCopies, type ListCopy } from './offline-copy.ts';

const ID = '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11';
const COPY: ListCopy = {
  savedAt: 1_700_000_000_000,
  project: { id: 'p1', name: 'Secret_Project' },
  user: { id: 'u1', name: 'Ada', email: 'ada@example.com' },
  rows: [
    {
      kind: 'key',
      id: '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c',
      name: 'CRM_Query',
      lastFour: 'wxyz',
      createdAt: 1,
      creatorId: null,
      restricted: true,
      permissions: ['calls.view'],
    },
    {
      kind: 'unreadable',
      id: null,
      name: null,
      lastFour: null,
      createdAt: null,
      position: 1,
      problems: ['name'],
    },
  ],
};

const wanted = () => true;

let folder: string;
const file = () => join(folder, `${ID}.keys`);
const copies = (cipher = keyring('one')) => createOfflineCopies(folder, cipher);

beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'keydesk-offline-')), 'offline');
});

describe('an offline copy', () => {
  it('comes back as it was saved, and none where none was', async () => {
    expect(await copies().read(ID)).toEqual({ kind: 'none' });
    expect(await copies().save(ID, COPY, wanted)).toBe('saved');
    expect(await copies().read(ID)).toEqual({ kind: 'copy', copy: COPY });
  });

  it('holds nothing in readable form', async () => {
    await copies().save(ID, COPY, wanted);
    const text = (await readFile(file())).toString('latin1');
    for (const word of ['CRM_Query', 'Secret_Project', 'ada@example.com', 'wxyz', 'calls.view', '0f0e2d7c']) {
      expect(text).not.toContain(word);
    }
  });

  it('is encrypted with another key each time', async () => {
    await copies().save(ID, COPY, wanted);
    const first = await readFile(file());
    await copies().save(ID, COPY, wanted);
    expect(await readFile(file())).not.toEqual(first);
  });

  it('is not made without a keyring that protects, and one that is there stays', async () => {
    await copies().save(ID, COPY, wanted);
    const before = await readFile(file());
    for (const weak of [keyring('one', { protects: false }), keyring('one', { available: false })]) {
      expect(await copies(weak).save(ID, { ...COPY, rows: [] }, wanted)).toBe('unprotected');
      expect(await copies(weak).read(ID)).toEqual({ kind: 'none' });
    }
    expect(await readFile(file())).toEqual(before);
  });

  it('is gone after its removal, with all that lay beside it', async () => {
    await copies().save(ID, COPY, wanted);
    await writeFile(`${file()}.bad`, 'x');
    await writeFile(`${file()}.abc.tmp`, 'x');
    await copies().remove(ID);
    expect(await readdir(folder)).toEqual([]);
    await copies().removeAll();
    expect(await copies().read(ID)).toEqual({ kind: 'none' });
  });

  it('loses what a write that was killed has left behind', async () => {
    await copies().save(ID, COPY, wanted);
    await writeFile(`${file()}.0123456789ab.tmp`, 'half');
    await copies().read(ID);
    expect(await readdir(folder)).toEqual([`${ID}.keys`]);
  });

  it('that cannot be written leaves the one before as it is', async () => {
    await copies().save(ID, COPY, wanted);
    const before = await readFile(file());
    const failing = { ...keyring('one'), encrypt: () => Promise.reject(new Error('no')) };
    expect(await copies(failing).save(ID, { ...COPY, rows: [] }, wanted)).toBe('not-saved');
    expect(await readFile(file())).toEqual(before);
  });
});

describe('fault 31: a copy that is', () => {
  const damages: readonly (readonly [string, (whole: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut in its header', (whole) => whole.subarray(0, 40)],
    ['cut in its content', (whole) => whole.subarray(0, whole.length - 10)],
    ['without content', (whole) => whole.subarray(0, whole.indexOf(0x0a) + 1)],
    ['zero-filled', (whole) => Buffer.alloc(whole.length)],
    ['random', (whole) => Buffer.from(whole.map((_, place) => (place * 7919) % 256))],
    [
      'altered by one bit',
      (whole) => Buffer.concat([whole.subarray(0, -1), Buffer.of((whole.at(-1) ?? 0) ^ 1)]),
    ],
    [
      'with the tag cut',
      (whole) => Buffer.from(whole.toString('latin1').replace(/"tag":"[^"]{8}/, '"tag":"'), 'latin1'),
    ],
    ['a text of something else', () => Buffer.from('{"rows":[]}\n')],
  ];
  it.each(damages)('%s is put aside as .bad', async (_name, damage) => {
    await copies().save(ID, COPY, wanted);
    const damaged = damage(await readFile(file()));
    await writeFile(file(), damaged);
    expect(await copies().read(ID)).toEqual({ kind: 'unreadable' });
    expect(await readdir(folder)).toEqual([`${ID}.keys.bad`]);
    expect(await readFile(`${file()}.bad`)).toEqual(damaged);
  });

  it('encrypted with another key is put aside as .bad', async () => {
    await copies().save(ID, COPY, wanted);
    expect(await copies(keyring('two')).read(ID)).toEqual({ kind: 'unreadable' });
    expect(await readdir(folder)).toEqual([`${ID}.keys.bad`]);
  });

  it('the copy of another connection is not taken for its own', async () => {
    await copies().save('another', COPY, wanted);
    await writeFile(file(), await readFile(join(folder, 'another.keys')));
    expect(await copies().read(ID)).toEqual({ kind: 'unreadable' });
  });

  it('a pipe in its place holds nobody up, and makes room', async () => {
    await mkdir(folder, { recursive: true });
    execFileSync('mkfifo', [file()]);
    expect(await copies().read(ID)).toEqual({ kind: 'unreadable' });
    expect(await copies().save(ID, COPY, wanted)).toBe('saved');
    expect(await copies().read(ID)).toMatchObject({ kind: 'copy' });
  });

  it('a folder in its place cannot be read', async () => {
    await mkdir(file(), { recursive: true });
    expect(await copies().read(ID)).toEqual({ kind: 'unreadable' });
    expect(await copies().save(ID, COPY, wanted)).toBe('not-saved');
  });
});

it('fault 36: a copy of a newer version is left alone, also when another one is to be saved', async () => {
  const newer = `${JSON.stringify({ format: 'keydesk-offline-copy', version: 2 })}\nwhatever`;
  await mkdir(folder, { recursive: true });
  await writeFile(file(), newer);
  expect(await copies().read(ID)).toEqual({ kind: 'newer' });
  expect(await copies().save(ID, COPY, wanted)).toBe('newer');
  expect(await readFile(file(), 'utf8')).toBe(newer);
});

it('a copy that is not wanted any more once the keyring has answered is not written; nor does a removal wait for it', async () => {
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const cipher = keyring('one');
  const slow = copies({
    ...cipher,
    encrypt: async (text) => {
      await asked;
      return cipher.encrypt(text);
    },
  });
  let isWanted = true;
  const saving = slow.save(ID, COPY, () => isWanted);
  isWanted = false;
  await slow.remove(ID);
  await slow.removeAll();
  answer();
  expect(await saving).toBe('not-wanted');
  expect(await readdir(folder).catch(() => [])).toEqual([]);
});

it('copies of connections that nobody knows any more go, whatever state they are in', async () => {
  await copies().save(ID, COPY, wanted);
  for (const name of ['gone.keys', 'gone.keys.bad', 'gone.keys.0123456789ab.tmp', `${ID}.keys.bad`])
    await writeFile(join(folder, name), 'left');
  await copies().keepOnly((id) => id === ID);
  expect((await readdir(folder)).sort()).toEqual([`${ID}.keys`, `${ID}.keys.bad`]);
});
