import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import type { Connection } from '../../shared/session-state.ts';
import { createRecordFile } from '../records/record-file.ts';
import { connectionFingerprint, demoConnection } from '../session/connection.ts';
import { createKeyHistories, historyRecord } from './key-histories.ts';

const DEMO = demoConnection({ project: { id: 'p1', name: 'Voice' }, user: null });
const HERE: Connection = { ...DEMO, id: 'c1', kind: 'api', address: 'https://api.example.com' };
const ELSEWHERE: Connection = { ...HERE, id: 'c2', address: 'https://other.example.com' };

const row = (id: string): KeyRow => ({
  kind: 'key',
  id,
  name: `Key ${id}`,
  lastFour: 'a1b2',
  createdAt: 0,
  creatorId: null,
  restricted: true,
  permissions: [],
});

async function setUp() {
  const folder = join(await mkdtemp(join(tmpdir(), 'keydesk-history-')), 'history');
  const clock = { now: 1_000 };
  const start = () =>
    createKeyHistories({
      fileOf: (connection) =>
        createRecordFile({
          file: join(folder, `${connection}.sealed`),
          lastGood: null,
          format: 'keydesk-history',
          owner: connection,
          schema: historyRecord,
          cipher: {
            protection: async () => ({ kind: 'protected' }),
            encrypt: async (text) => Buffer.from(text).reverse(),
            decrypt: async (ciphertext) => Buffer.from(ciphertext).reverse().toString(),
          },
        }),
      clock: () => clock.now,
    });
  const files = () => readdir(folder).catch(() => []);
  return { start, clock, files };
}

describe('the histories of the connections', () => {
  it('tell at the next start what changed since the last visit', async () => {
    const { start, clock } = await setUp();
    const first = start();
    first.replaced(HERE, [row('a'), row('b')]);
    expect(await first.changes(HERE)).toMatchObject({ beganAt: 1_000, lastVisit: null, changes: [] });
    await first.unwritten();

    clock.now = 2_000;
    const second = start();
    second.replaced(HERE, [row('b')]);
    expect(await second.changes(HERE)).toMatchObject({
      lastVisit: 1_000,
      kept: { kind: 'kept' },
      changes: [{ kind: 'deleted', id: 'a', name: 'Key a', at: 2_000, after: 1_000 }],
    });
  });

  it('keep the last visit for the whole run, also when another connection was open in between', async () => {
    const { start, clock } = await setUp();
    const first = start();
    first.replaced(HERE, [row('a')]);
    await first.unwritten();
    clock.now = 2_000;
    const second = start();
    second.replaced(HERE, [row('a')]);
    await second.unwritten();
    second.replaced(ELSEWHERE, [row('z')]);
    expect((await second.changes(ELSEWHERE)).changes).toEqual([]);
    expect(await second.changes(HERE)).toMatchObject({ lastVisit: 1_000, changes: [] });
  });

  it('count what was deleted from here to the visit, also after its last list', async () => {
    const { start, clock } = await setUp();
    const first = start();
    first.replaced(HERE, [row('a'), row('b')]);
    clock.now = 2_000;
    first.deleted(HERE, ['a']);
    await first.unwritten();
    expect((await start().changes(HERE)).lastVisit).toBe(2_000);
  });

  it('tell of what was deleted from here at once', async () => {
    const { start } = await setUp();
    const histories = start();
    histories.replaced(HERE, [row('a'), row('b')]);
    histories.deleted(HERE, ['a', 'b']);
    expect((await histories.changes(HERE)).changes.map(({ id }) => id)).toEqual(['b', 'a']);
  });

  it('write nothing of the demo, and tell nobody who is not signed in', async () => {
    const { start, files } = await setUp();
    const histories = start();
    histories.replaced(DEMO, [row('a')]);
    histories.deleted(DEMO, ['a']);
    expect(await histories.changes(DEMO)).toMatchObject({
      changes: [{ id: 'a' }],
      kept: { kind: 'memory', reason: 'demo' },
    });
    await histories.unwritten();
    expect(await files()).toEqual([]);
    expect((await histories.changes(null)).changes).toEqual([]);
  });

  it('are forgotten one by one, with the last visit', async () => {
    const { start, files, clock } = await setUp();
    const first = start();
    for (const connection of [HERE, ELSEWHERE]) first.replaced(connection, [row('a')]);
    await first.unwritten();
    expect(await files()).toHaveLength(2);
    clock.now = 2_000;
    const histories = start();
    expect((await histories.changes(HERE)).lastVisit).toBe(1_000);
    await histories.forget(connectionFingerprint(HERE));
    expect(await files()).toEqual([`${connectionFingerprint(ELSEWHERE)}.sealed`]);
    expect(await histories.changes(HERE)).toMatchObject({ beganAt: null, lastVisit: null });
  });

  it('are gone for good also where one was still being written when another connection was opened', async () => {
    const { start, files } = await setUp();
    const histories = start();
    histories.replaced(HERE, [row('a')]);
    histories.replaced(ELSEWHERE, [row('z')]);
    await histories.forget(connectionFingerprint(HERE));
    await histories.unwritten();
    expect(await files()).toEqual([`${connectionFingerprint(ELSEWHERE)}.sealed`]);
  });
});
