import { mkdtemp, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { createAttemptStore, type StoredAttempt } from './attempt-store.ts';

const ATTEMPTS: readonly StoredAttempt[] = [
  {
    id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
    connection: 'fingerprint',
    at: 1,
    sealed: 'djEx',
    kind: 'create',
    stage: 'created',
  },
  {
    id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a12',
    connection: 'fingerprint',
    at: 2,
    sealed: null,
    kind: 'delete',
    stage: 'sent',
  },
];

describe('createAttemptStore', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keydesk-attempts-'));
    file = join(folder, 'attempts.json');
  });

  it('gives back what was written, until it is removed', async () => {
    const store = createAttemptStore(file);
    expect(await store.read()).toEqual([]);
    await store.write(ATTEMPTS);
    expect(await createAttemptStore(file).read()).toEqual(ATTEMPTS);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    await store.remove();
    expect(await readdir(folder)).toEqual([]);
  });

  it.each(['', '{', 'null', '\0\0\0\0', '{"version":1}', '{"version":1,"attempts":[{"id":"x"}]}'])(
    'puts a damaged file (%j) aside, and deletes that too when all is forgotten',
    async (content) => {
      await writeFile(file, content);
      const store = createAttemptStore(file);
      expect(await store.read()).toEqual([]);
      expect(await readFile(`${file}.bad`, 'utf8')).toBe(content);
      await store.remove();
      expect(await readdir(folder)).toEqual([]);
    },
  );

  it('leaves a file of a newer version alone', async () => {
    const content = JSON.stringify({ version: 2, attempts: {} });
    await writeFile(file, content);
    const store = createAttemptStore(file);
    expect(await store.read()).toEqual([]);
    await expect(store.write(ATTEMPTS)).rejects.toThrow('newer version');
    expect(await readdir(folder)).toEqual(['attempts.json']);
    expect(await readFile(file, 'utf8')).toBe(content);
    await store.remove();
    await store.write(ATTEMPTS);
    expect(await store.read()).toEqual(ATTEMPTS);
  });

  it('removes what a killed write has left', async () => {
    await writeFile(`${file}.0123456789ab.tmp`, 'half');
    await createAttemptStore(file).read();
    expect(await readdir(folder)).toEqual([]);
  });
});
