import { execFileSync } from 'node:child_process';
import { ftruncateSync, mkdirSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { USUAL_SETTINGS } from '../../shared/connections.ts';
import type { ConnectionFile, SavedConnection } from './connection-file.ts';
import { createConnectionStore } from './connection-store.ts';
import { writeWhole } from './safe-file.ts';

const CONNECTION: SavedConnection = {
  id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
  address: 'https://api.diga.io',
  name: 'Project',
  projectId: null,
  settings: USUAL_SETTINGS,
  token: 'djEx',
  seal: 'djEx',
};
const FILE: ConnectionFile = { lastUsed: CONNECTION.id, connections: [CONNECTION] };
const NOTHING: ConnectionFile = { lastUsed: null, connections: [] };

describe('createConnectionStore', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keydesk-connections-'));
    file = join(folder, 'connections.json');
  });

  it('gives back what was saved, until it is removed', async () => {
    const store = createConnectionStore(file);
    expect(await store.read()).toEqual(NOTHING);
    await store.write(FILE);
    expect(await createConnectionStore(file).read()).toEqual(FILE);
    await store.remove();
    expect(await store.read()).toEqual(NOTHING);
  });

  it('keeps the file for its owner alone', async () => {
    await createConnectionStore(file).write(FILE);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
  });

  it.each(['', '{', 'null', '{"version":2}', '{"version":0,"connections":[]}', '\0\0\0\0'])(
    'puts a damaged file (%j) aside',
    async (content) => {
      await writeFile(file, content);
      expect(await createConnectionStore(file).read()).toEqual(NOTHING);
      expect(await readFile(`${file}.bad`, 'utf8')).toBe(content);
    },
  );

  it.each(['removeAside', 'remove'] as const)(
    '%s leaves no token in a file that was put aside',
    async (by) => {
      await writeFile(file, JSON.stringify({ version: 2, connections: CONNECTION }));
      const store = createConnectionStore(file);
      await store.read();
      expect(await readdir(folder)).toEqual(['connections.json.bad']);
      await store[by]();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('takes over the one connection of the first version, with its token', async () => {
    const { settings: _, seal: __, ...first } = CONNECTION;
    await writeFile(file, JSON.stringify({ version: 1, connections: [first] }));
    expect(await createConnectionStore(file).read()).toEqual({
      lastUsed: first.id,
      connections: [{ ...first, settings: USUAL_SETTINGS, seal: null }],
    });
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ version: 1 });
  });

  it('loses none of the others with one that is damaged, and keeps that one aside', async () => {
    const damaged = { ...CONNECTION, id: 'no uuid' };
    const content = JSON.stringify({ version: 2, lastUsed: null, connections: [damaged, CONNECTION] });
    await writeFile(file, content);
    const store = createConnectionStore(file);
    expect(await store.read()).toEqual({ lastUsed: null, connections: [CONNECTION] });
    expect(await readFile(`${file}.bad`, 'utf8')).toBe(content);
  });

  it('leaves a file of a newer version alone', async () => {
    const content = JSON.stringify({ version: 3, connections: { of: 'another kind' } });
    await writeFile(file, content);
    const store = createConnectionStore(file);
    expect(await store.read()).toEqual(NOTHING);
    expect(store.isWhole()).toBe(false);
    await expect(store.write(FILE)).rejects.toThrow('newer');
    expect(await readFile(file, 'utf8')).toBe(content);
  });

  it('removes what a killed write has left', async () => {
    await writeFile(`${file}.0123456789ab.tmp`, 'half');
    await createConnectionStore(file).read();
    expect(await readdir(folder)).toEqual([]);
  });

  it('reads and removes in spite of a folder that is called like such a write', async () => {
    const store = createConnectionStore(file);
    await store.write(FILE);
    await mkdir(`${file}.0123456789ab.tmp`);
    expect(await store.read()).toEqual(FILE);
    await store.remove();
    expect(await store.read()).toEqual(NOTHING);
  });

  it.each([
    ['a pipe, which has no end', () => execFileSync('mkfifo', [file])],
    ['a folder', () => mkdirSync(file)],
    ['a file far too large', () => ftruncateSync(openSync(file, 'w'), 2 ** 31)],
  ])('takes %s in its place for no connection, and removes it', async (_name, make) => {
    make();
    const store = createConnectionStore(file);
    expect(await store.read()).toEqual(NOTHING);
    await store.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it('removes also what is being written, and reads without taking it away', async () => {
    const store = createConnectionStore(file);
    for (let turn = 0; turn < 20; turn += 1) {
      const saving = store.write(FILE);
      await store.remove();
      await saving;
      expect(await readdir(folder)).toEqual([]);
    }
    const saving = store.write(FILE);
    await store.read();
    await saving;
    expect(await store.read()).toEqual(FILE);
  });

  it('keeps the old file whole when the new one cannot be written', async () => {
    const store = createConnectionStore(file);
    await store.write(FILE);
    const unwritable = {
      [Symbol.iterator]: (): Iterator<string> => {
        throw new Error('disk full');
      },
    };
    await expect(writeWhole(file, unwritable as unknown as string)).rejects.toThrow('disk full');
    expect(await store.read()).toEqual(FILE);
    expect(await readdir(folder)).toEqual(['connections.json']);
  });
});
