import { execFileSync } from 'node:child_process';
import { ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createConnectionStore, type SavedConnection } from './connection-store.ts';
import { writeWhole } from './safe-file.ts';

const CONNECTION: SavedConnection = {
  id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
  address: 'https://api.diga.io',
  name: 'Project',
  projectId: null,
  token: 'djEx',
};

describe('createConnectionStore', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keydesk-connections-'));
    file = join(folder, 'connections.json');
  });

  it('gives back what was saved, until it is removed', async () => {
    const store = createConnectionStore(file);
    expect(await store.read()).toBeNull();
    await store.save(CONNECTION);
    expect(await createConnectionStore(file).read()).toEqual(CONNECTION);
    await store.remove();
    expect(await store.read()).toBeNull();
  });

  it('keeps the file for its owner alone', async () => {
    await createConnectionStore(file).save(CONNECTION);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', 'null', '{"version":2}', '\0\0\0\0'])(
    'puts a damaged file (%j) aside',
    async (content) => {
      await writeFile(file, content);
      expect(await createConnectionStore(file).read()).toBeNull();
      expect(await readFile(`${file}.bad`, 'utf8')).toBe(content);
    },
  );

  it('leaves no token behind in a file that was put aside', async () => {
    await writeFile(file, JSON.stringify({ version: 2, connections: [CONNECTION] }));
    const store = createConnectionStore(file);
    await store.read();
    await store.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes what a killed write has left', async () => {
    await writeFile(`${file}.0123456789ab.tmp`, 'half');
    await createConnectionStore(file).read();
    expect(await readdir(folder)).toEqual([]);
  });

  it('reads and removes in spite of a folder that is called like such a write', async () => {
    const store = createConnectionStore(file);
    await store.save(CONNECTION);
    await mkdir(`${file}.0123456789ab.tmp`);
    expect(await store.read()).toEqual(CONNECTION);
    await store.remove();
    expect(await store.read()).toBeNull();
  });

  it.each([
    ['a pipe, which has no end', () => execFileSync('mkfifo', [file])],
    ['a folder', () => mkdirSync(file)],
    ['a file far too large', () => ftruncateSync(openSync(file, 'w'), 2 ** 31)],
  ])('takes %s in its place for no connection, and removes it', async (_name, make) => {
    make();
    const store = createConnectionStore(file);
    expect(await store.read()).toBeNull();
    await store.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes also what is being written, and reads without taking it away', async () => {
    const store = createConnectionStore(file);
    for (let turn = 0; turn < 20; turn += 1) {
      const saving = store.save(CONNECTION);
      await store.remove();
      await saving;
      expect(await readdir(folder)).toEqual([]);
    }
    const saving = store.save(CONNECTION);
    await store.read();
    await saving;
    expect(await store.read()).toEqual(CONNECTION);
  });

  it('keeps the old file whole when the new one cannot be written', async () => {
    const store = createConnectionStore(file);
    await store.save(CONNECTION);
    const unwritable = {
      [Symbol.iterator]: (): Iterator<string> => {
        throw new Error('disk full');
      },
    };
    await expect(writeWhole(file, unwritable as unknown as string)).rejects.toThrow('disk full');
    expect(await store.read()).toEqual(CONNECTION);
    expect(await readdir(folder)).toEqual(['connections.json']);
  });
});
