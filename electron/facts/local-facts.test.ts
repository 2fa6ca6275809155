import { describe, expect, it } from 'vitest';
import { keyFactsOf, type LocalFacts, NO_FACTS, NO_NOTES } from '../../shared/local-facts.ts';
import type { Notice } from '../../shared/notice.ts';
import type { RecordRead, RecordSaved } from '../records/record-file.ts';
import type { FactsFiles } from './facts-file.ts';
import { createLocalFacts } from './local-facts.ts';

const OLD = { id: 'old', name: 'CRM', lastFour: 'aaaa' };
const NEW = { id: 'new', name: 'CRM (2)', lastFour: 'bbbb' };

/** Files in memory; `closed` stands in for a keyring that does not open them. */
function fakeFiles() {
  const disk = new Map<string, LocalFacts>();
  const state: { closed: RecordRead<LocalFacts> | null; saves: RecordSaved; saved: number } = {
    closed: null,
    saves: { kind: 'saved' },
    saved: 0,
  };
  const files: FactsFiles = {
    async read(id) {
      const facts = disk.get(id);
      return state.closed ?? (facts ? { kind: 'found', value: facts, restored: false } : { kind: 'none' });
    },
    async save(id, facts) {
      state.saved += 1;
      if (state.saves.kind === 'saved') disk.set(id, facts);
      return state.saves;
    },
    remove: async (id) => void disk.delete(id),
    isProtected: async () => state.saves.kind === 'saved',
  };
  return { files, disk, state };
}

function setUp(fake = fakeFiles()) {
  const told: LocalFacts[] = [];
  const notices: Notice[] = [];
  const session: { id: string | null } = { id: 'here' };
  const facts = createLocalFacts({
    files: fake.files,
    connection: () => session.id,
    onChange: (state) => told.push(state.facts),
    raise: (notice) => notices.push(notice),
    clock: () => 42,
  });
  return { ...fake, facts, told, notices, session };
}

const owner = (name: string) => ({ ...NO_NOTES, owner: name });

describe('what is known of keys', () => {
  it('is kept, told, and there after a restart', async () => {
    const first = setUp();
    expect((await first.facts.state()).kept).toEqual({ kind: 'kept' });
    const changed = await first.facts.setNotes('a', owner(' Ada '));
    expect(changed).toMatchObject({ ok: true, value: { kept: { kind: 'kept' } } });
    expect(first.told).toHaveLength(1);
    const { facts } = await setUp(first).facts.state();
    expect(keyFactsOf(facts, 'a')).toMatchObject({ owner: 'Ada', changedAt: 42 });
  });

  it('is of one connection, and found again after a sign-out', async () => {
    const { facts, session } = setUp();
    await facts.setNotes('a', owner('Ada'));
    session.id = null;
    expect(await facts.state()).toEqual({ facts: NO_FACTS, kept: { kind: 'unknown' } });
    expect((await facts.setNotes('a', owner('Eve'))).ok).toBe(false);
    session.id = 'elsewhere';
    expect((await facts.state()).facts).toEqual(NO_FACTS);
    session.id = 'here';
    expect(keyFactsOf((await facts.state()).facts, 'a').owner).toBe('Ada');
  });

  it('loses no change to another one made in the same moment', async () => {
    const { facts } = setUp();
    await Promise.all([facts.setNotes('a', owner('Ada')), facts.setNotes('b', owner('Bob'))]);
    const known = (await facts.state()).facts;
    expect([keyFactsOf(known, 'a').owner, keyFactsOf(known, 'b').owner]).toEqual(['Ada', 'Bob']);
  });

  it('goes with the connection', async () => {
    const { facts, disk } = setUp();
    await facts.setNotes('a', owner('Ada'));
    await facts.forget('here');
    expect(disk.size).toBe(0);
    expect((await facts.state()).facts).toEqual(NO_FACTS);
  });

  it('says that it was damaged', async () => {
    const fake = fakeFiles();
    fake.state.closed = { kind: 'found', value: NO_FACTS, restored: true };
    const { facts, notices } = setUp(fake);
    await facts.state();
    expect(notices).toEqual([{ kind: 'facts-damaged', restored: true }]);
  });
});

describe('where nothing protects it', () => {
  it('is in memory only and says so; once the keyring is back it is kept', async () => {
    const fake = fakeFiles();
    fake.state.saves = { kind: 'closed', reason: 'no-keyring' };
    const { facts, disk, state } = setUp(fake);
    expect((await facts.state()).kept).toEqual({ kind: 'memory', reason: 'no-keyring' });
    await facts.setNotes('a', owner('Ada'));
    expect(await facts.state()).toMatchObject({ kept: { kind: 'memory', reason: 'no-keyring' } });
    expect(disk.size).toBe(0);
    state.saves = { kind: 'saved' };
    await facts.keepAgain();
    expect((await facts.state()).kept).toEqual({ kind: 'kept' });
    expect(disk.size).toBe(1);
  });

  it('never writes over what it could not open, and adds to it once it can', async () => {
    const first = setUp();
    await first.facts.setNotes('a', owner('Ada'));
    first.state.closed = { kind: 'closed', reason: 'not-opened' };
    first.state.saved = 0;
    const { facts, disk, state } = setUp(first);
    await facts.setNotes('b', owner('Bob'));
    expect(state.saved).toBe(0);
    expect((await facts.state()).kept).toEqual({ kind: 'memory', reason: 'not-opened' });
    state.closed = null;
    await facts.keepAgain();
    await facts.setNotes('c', owner('Cat'));
    const owners = Object.values(disk.get('here')?.keys ?? {}).map((known) => known.owner);
    expect(owners.sort()).toEqual(['Ada', 'Bob', 'Cat']);
  });

  it('asks no keyring for the demo', async () => {
    const { facts, session, state } = setUp();
    session.id = 'demo';
    await facts.setNotes('a', owner('Ada'));
    expect(state.saved).toBe(0);
    expect((await facts.state()).kept).toEqual({ kind: 'memory', reason: 'demo' });
    facts.forgetDemo();
    expect((await facts.state()).facts).toEqual(NO_FACTS);
  });
});

describe('a rotation', () => {
  it('begins with the new key, goes on as it is stored, and ends with the old one', async () => {
    const { facts } = setUp();
    await facts.setNotes('old', { ...owner('Ada'), usedAt: [{ place: 'crm', moved: true }] });
    await facts.created(NEW, { replaces: OLD, expiresAt: 7 });
    const begun = (await facts.state()).facts;
    expect(begun.rotations).toEqual([{ oldKey: OLD, newKey: NEW, begunAt: 42, storedAt: null }]);
    expect(keyFactsOf(begun, 'new')).toMatchObject({
      owner: 'Ada',
      usedAt: [{ place: 'crm', moved: false }],
      createdHere: true,
      expiresAt: 7,
    });
    await facts.stored('new');
    expect((await facts.state()).facts.rotations[0]?.storedAt).toBe(42);
    await facts.deleted('old');
    expect((await facts.state()).facts.rotations).toEqual([]);
  });

  it('waits for another new key where that one is deleted, and can be given up', async () => {
    const { facts } = setUp();
    await facts.created(NEW, { replaces: OLD });
    await facts.deleted('new');
    expect((await facts.state()).facts.rotations).toEqual([
      { oldKey: OLD, newKey: null, begunAt: 42, storedAt: null },
    ]);
    await facts.endRotation('old');
    expect((await facts.state()).facts.rotations).toEqual([]);
  });

  it('is taken up from an attempt whose program ended before it was written down, once', async () => {
    const { facts } = setUp();
    const details = {
      name: 'CRM (2)',
      access: { kind: 'unrestricted' },
      before: [],
      beforeIsWhole: true,
      keyId: 'new',
      replaces: OLD,
    } as const;
    const attempt = { id: '1', at: 1, kept: 'whole', kind: 'create', stage: 'created', details } as const;
    await facts.takeUp([attempt, { ...attempt, stage: 'uncertain' }]);
    expect((await facts.state()).facts.rotations).toEqual([
      { oldKey: OLD, newKey: { ...NEW, lastFour: '' }, begunAt: 42, storedAt: null },
    ]);
    await facts.endRotation('old');
    await facts.takeUp([attempt]);
    expect((await facts.state()).facts.rotations).toEqual([]);
  });

  it('is not written for a key that takes no part in one', async () => {
    const { facts, state } = setUp();
    await facts.stored('x');
    await facts.deleted('x');
    expect(state.saved).toBe(0);
  });
});

it('a rule is dismissed for a key, and speaks again', async () => {
  const { facts } = setUp();
  await facts.setDismissal('a', 'old', ' on purpose ');
  expect((await facts.state()).facts.dismissed).toEqual([
    { keyId: 'a', rule: 'old', note: 'on purpose', at: 42 },
  ]);
  await facts.setDismissal('a', 'old', null);
  expect((await facts.state()).facts.dismissed).toEqual([]);
});

it('a rule is dismissed for a key of a connection that is not the open one, and noted there alone', async () => {
  const { facts } = setUp();
  await facts.setDismissal('a', 'old', 'on purpose', 'elsewhere');
  expect((await facts.known('elsewhere')).dismissed).toMatchObject([{ keyId: 'a', note: 'on purpose' }]);
  expect((await facts.state()).facts.dismissed).toEqual([]);
  expect(await facts.setDismissal('a', 'old', '', null)).toEqual({
    ok: false,
    error: { kind: 'no-session' },
  });
});
