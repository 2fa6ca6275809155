import { describe, expect, it } from 'vitest';
import type { Connection } from '../../shared/session-state.ts';
import type { FileToSave } from '../shell/save-file.ts';
import { createExportList } from './export-list.ts';
import type { ListCopy } from './offline-copy.ts';

const CONNECTION = { id: 'c', name: '../Voice: "Prod" / 1' } as Connection;
const COPY: ListCopy = { savedAt: 0, project: null, user: null, rows: [] };

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
    expect(await run()).toEqual({ ok: true, value: { saved: true } });
    expect(files[0]?.name).toBe('Voice Prod 1 API keys 2026-11-24.csv');
    expect(await files[0]?.content()).toContain('Key ID');
  });

  it('has nothing to write once somebody has signed out', async () => {
    const { run, files, signOut } = setUp();
    await run();
    signOut();
    expect(await files[0]?.content()).toBeNull();
    expect(await run()).toEqual({ ok: false, error: { kind: 'no-session' } });
  });

  it('needs a whole list', async () => {
    expect(await setUp({ copy: null }).run()).toEqual({ ok: false, error: { kind: 'no-session' } });
  });

  it('says so where the disk refuses', async () => {
    const { run } = setUp({ save: () => Promise.reject(new Error('ENOSPC')) });
    expect(await run()).toEqual({ ok: false, error: { kind: 'not-saved' } });
  });
});
