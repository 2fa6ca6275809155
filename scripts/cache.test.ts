import { chmod, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cacheFolder, inCache } from './cache.mjs';

describe('the cache', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(path.join(tmpdir(), 'keydesk-cache-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  const write = (text: string) => (folder: string) => writeFile(path.join(folder, 'file'), text);

  it('lies outside the checkout, where the system keeps such things', () => {
    expect(cacheFolder({ KEYDESK_CACHE: '/c' }, 'linux', '/home/ada')).toBe('/c');
    expect(cacheFolder({ XDG_CACHE_HOME: '/x' }, 'linux', '/home/ada')).toBe('/x/keydesk');
    expect(cacheFolder({}, 'linux', '/home/ada')).toBe('/home/ada/.cache/keydesk');
    expect(cacheFolder({}, 'darwin', '/Users/ada')).toBe('/Users/ada/Library/Caches/keydesk');
  });

  it('makes a folder once', async () => {
    await inCache(root, 'one', write('first'));
    const place = await inCache(root, 'one', write('second'));
    expect(await readFile(path.join(place, 'file'), 'utf8')).toBe('first');
    expect(await readdir(root)).toEqual(['one']);
  });

  it('leaves nothing of a run that failed', async () => {
    const failing = inCache(root, 'one', async (folder) => {
      await write('half')(folder);
      throw new Error('interrupted');
    });
    await expect(failing).rejects.toThrow('interrupted');
    expect(await readdir(root)).toEqual([]);
  });

  it('lets two runs at once both have it', async () => {
    const places = await Promise.all([inCache(root, 'one', write('a')), inCache(root, 'one', write('b'))]);
    expect(new Set(places).size).toBe(1);
    expect(await readdir(root)).toEqual(['one']);
  });

  it.skipIf(process.platform === 'win32')(
    'lets other users read the files and start the programs',
    async () => {
      const place = await inCache(root, 'one', async (folder) => {
        await write('#!/bin/sh')(folder);
        await chmod(path.join(folder, 'file'), 0o700);
        await writeFile(path.join(folder, 'data'), '', { mode: 0o600 });
        await symlink('file', path.join(folder, 'link'));
      });
      const modeOf = async (name: string) => (await stat(path.join(place, name))).mode & 0o777;
      expect(await modeOf('.')).toBe(0o755);
      expect(await modeOf('link')).toBe(0o755);
      expect(await modeOf('data')).toBe(0o644);
    },
  );
});
