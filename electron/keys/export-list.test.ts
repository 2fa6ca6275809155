import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import type { KeyExport } from '../../shared/key-export.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { FileToSave } from '../shell/save-file.ts';
import { createExportList } from './export-list.ts';
import type { ListCopy } from './offline-copy.ts';

const CONNECTION = { id: 'c', name: '../Voice: "Prod" / 1' } as Connection;
const COPY: ListCopy = { savedAt: 0, project: null, user: null, rows: [] };

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
  let connection: Connection | null = CONNECTION;
  const files: FileToSave[] = [];
  const run = createExportList({
    session: { connection: () => connection },
    list: { current: (id) => (id === 'c' ? copy : null) },
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
