import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import type { KnownConnection } from '../../shared/connections.ts';
import type { KeyExport } from '../../shared/key-export.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { FileToSave } from '../shell/save-file.ts';
import { createExportList } from './export-list.ts';
import type { ListCopy } from './offline-copy.ts';

const CONNECTION = { id: 'c', name: '../Voice: "Prod" / 1' } as Connection;
const COPY: ListCopy = { savedAt: 0, project: null, user: null, rows: [] };

const KNOWN = ['c', 'd'].map((id) => ({ id, name: `Project ${id}` }) as KnownConnection);

const sampleKey = (id: string): KeyRow => ({
  kind: 'key',
  id,
  name: `Key ${id}`,
  lastFour: 'a1b2',
  createdAt: 0,
  creatorId: null,
  restricted: true,
  permissions: [],
});
const UNREADABLE: KeyRow = {
  kind: 'unreadable',
  id: null,
  name: 'Half',
  lastFour: null,
  createdAt: null,
  position: 4,
  problems: ['key ID'],
};
const WHOLE: KeyExport = { ids: null, format: 'csv' };

function setUp({ copy = COPY as ListCopy | null, save = async (_file: FileToSave) => true } = {}) {
  let known = KNOWN;
  const others: Readonly<Record<string, ListCopy>> = {
    d: { ...COPY, rows: [sampleKey('1'), sampleKey('2')] },
  };
  let connection: Connection | null = CONNECTION;
  const files: FileToSave[] = [];
  const run = createExportList({
    session: { connection: () => connection },
    connections: { list: () => known },
    list: { current: (id) => (id === 'c' ? copy : (others[id] ?? null)) },
    saveFile: (file) => {
      files.push(file);
      return save(file);
    },
    clock: () => Date.UTC(2026, 10, 24),
  });
  return {
    run,
    files,
    signOut: () => {
      connection = null;
      known = known.filter(({ id }) => id !== 'c');
    },
  };
}

describe('exporting the list', () => {
  it('proposes a name that every file system takes, and writes the list', async () => {
    const { run, files } = setUp();
    expect(await run(WHOLE)).toEqual({ ok: true, value: { saved: true } });
    expect(files[0]?.name).toBe('Voice Prod 1 API keys 2026-11-24.csv');
    expect(await files[0]?.content()).toContain('Key ID');
  });

  it.each(['csv', 'json'] as const)(
    'writes the keys that were asked for alone, in their order (%s)',
    async (format) => {
      const rows = ['a', 'b', 'c'].map((id) => sampleKey(id));
      const { run, files } = setUp({ copy: { ...COPY, rows } });
      await run({ ids: ['c', 'not-in-the-list', 'a', 'c'], format });
      const content = (await files[0]?.content()) ?? '';
      expect(content.match(/Key [abc]/g)).toEqual(['Key c', 'Key a']);
      expect(files[0]?.name).toBe(`Voice Prod 1 API keys 2026-11-24.${format}`);
      expect(files[0]?.type.ending).toBe(format);
    },
  );

  it('writes rows whose id could not be read', async () => {
    const { run, files } = setUp({ copy: { ...COPY, rows: [UNREADABLE] } });
    await run({ ids: ['unreadable-4'], format: 'json' });
    expect(JSON.parse((await files[0]?.content()) ?? '')).toEqual({
      keys: [{ name: 'Half', id: null, lastFour: null, createdAt: null, unreadable: ['key ID'] }],
    });
  });

  it('has nothing to write once somebody has signed out', async () => {
    const { run, files, signOut } = setUp();
    await run(WHOLE);
    signOut();
    expect(await files[0]?.content()).toBeNull();
    expect(await run(WHOLE)).toEqual({ ok: false, error: { kind: 'no-session' } });
  });

  it('needs a whole list', async () => {
    expect(await setUp({ copy: null }).run(WHOLE)).toEqual({ ok: false, error: { kind: 'no-session' } });
  });

  it('says so where the disk refuses', async () => {
    const { run } = setUp({ save: () => Promise.reject(new Error('ENOSPC')) });
    expect(await run(WHOLE)).toEqual({ ok: false, error: { kind: 'not-saved' } });
  });
});

describe('exporting keys of several projects', () => {
  const projects = [
    { connectionId: 'd', ids: ['2', '1'] },
    { connectionId: 'c', ids: null },
    { connectionId: 'gone', ids: null },
  ];
  const copy: ListCopy = { ...COPY, rows: [sampleKey('1')] };

  it('writes whose each key is, whoever is signed in', async () => {
    const { run, files } = setUp({ copy });
    expect(await run({ ids: null, format: 'json', projects })).toEqual({ ok: true, value: { saved: true } });
    expect(files[0]?.name).toBe('All projects API keys 2026-11-24.json');
    const { keys } = JSON.parse((await files[0]?.content()) ?? '');
    expect(keys.map(({ project, id }: Record<string, string>) => [project, id])).toEqual([
      ['Project d', '2'],
      ['Project d', '1'],
      ['Project c', '1'],
    ]);
    await run({ ids: null, format: 'csv', projects });
    expect(await files[1]?.content()).toMatch(/^\uFEFFProject,Name,/);
  });

  it('writes nothing of a project that was signed out while the place was chosen', async () => {
    const { run, files, signOut } = setUp({ copy });
    await run({ ids: null, format: 'csv', projects });
    signOut();
    const text = await files[0]?.content();
    expect(text).toContain('Project d');
    expect(text).not.toContain('Project c');
  });
});
