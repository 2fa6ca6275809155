import { describe, expect, it } from 'vitest';
import { MOST_ENTRIES } from '../../shared/activity.ts';
import type { Connection } from '../../shared/session-state.ts';
import type { RecordFile } from '../records/record-file.ts';
import { connectionFingerprint, demoConnection } from '../session/connection.ts';
import { type activityRecord, createActivityLog, type Done } from './activity-log.ts';

type Stored = import('zod').infer<typeof activityRecord>;

const HERE: Connection = {
  ...demoConnection({ project: { id: 'p1', name: 'Voice' }, user: { id: 'u', name: null, email: 'a@b.c' } }),
  id: 'c1',
  kind: 'api',
  address: 'https://api.example.com',
};
const ELSEWHERE: Connection = { ...HERE, id: 'c2', project: { id: 'p2', name: 'Other' }, name: 'Other' };
const DEMO = demoConnection({ project: null, user: null });

const done = (name: string): Done => ({
  action: 'create',
  key: { id: 'k', name, lastFour: 'a1b2' },
  result: { kind: 'done' },
});

function setUp(found: Stored = []) {
  const saved: Stored[] = [];
  const removed: string[] = [];
  const fileOf = (connection: string): RecordFile<Stored> => ({
    read: async () => ({ kind: 'found', value: found, restored: false }),
    save: async (value) => {
      saved.push(value);
      return { kind: 'saved' };
    },
    remove: async () => void removed.push(connection),
  });
  let told = 0;
  const log = createActivityLog({ fileOf, onRecorded: () => (told += 1), clock: () => 42 });
  return { log, saved, removed, told: () => told };
}

describe('the activity', () => {
  it('notes what was done, when and by which connection', async () => {
    const { log, saved, told } = setUp();
    log.record(HERE, done('CRM'));
    const { entries } = await log.activity(HERE);
    expect(entries).toEqual([
      {
        at: 42,
        ...done('CRM'),
        connection: { name: 'Voice', address: 'https://api.example.com', user: 'a@b.c' },
      },
    ]);
    await log.unwritten();
    expect(saved.at(-1)).toHaveLength(1);
    expect(told()).toBe(1);
  });

  it('shows nobody what was done by another connection', async () => {
    const { log } = setUp();
    log.record(HERE, done('here'));
    log.record(ELSEWHERE, done('elsewhere'));
    expect((await log.activity(ELSEWHERE)).entries.map(({ key }) => key.name)).toEqual(['elsewhere']);
    expect((await log.activity(null)).entries).toEqual([]);
  });

  it('writes nothing of the demo', async () => {
    const { log, saved } = setUp();
    log.record(DEMO, done('demo'));
    expect(await log.activity(DEMO)).toMatchObject({
      entries: [{ key: { name: 'demo' } }],
      kept: { kind: 'memory', reason: 'demo' },
    });
    await log.unwritten();
    expect(saved).toEqual([]);
  });

  it('keeps the last entries, and drops the oldest', async () => {
    const { log: first, saved } = setUp();
    for (let index = 0; index < 3; index += 1) first.record(HERE, done(String(index)));
    await first.unwritten();
    const [entry] = saved.at(-1) ?? [];
    if (!entry) throw new Error('Nothing was saved');
    const { log } = setUp(new Array(MOST_ENTRIES).fill(entry));
    log.record(HERE, done('last'));
    const { entries } = await log.activity(HERE);
    expect(entries).toHaveLength(MOST_ENTRIES);
    expect(entries.at(-1)?.key.name).toBe('last');
  });

  it('goes with its connection, and no other one goes', async () => {
    const { log, removed } = setUp();
    log.record(HERE, done('here'));
    log.record(ELSEWHERE, done('elsewhere'));
    await log.forget(connectionFingerprint(HERE));
    expect(removed).toEqual([connectionFingerprint(HERE)]);
    expect((await log.activity(HERE)).entries).toEqual([]);
    expect((await log.activity(ELSEWHERE)).entries).toHaveLength(1);
  });
});
