import { expect, it } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { keyFactsOf, type LocalFacts, NO_FACTS, withKeyFacts } from '../../shared/local-facts.ts';
import type { Connection } from '../../shared/session-state.ts';
import { createFactsExchange } from './facts-exchange.ts';

const A = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
const B = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2d';
const PROJECT = { id: 'p1', name: 'Project' };
const CONNECTION = { id: 'c1', project: PROJECT } as Connection;

function setUp(
  begun: LocalFacts,
  file: string | null,
  connection: () => Connection | null = () => CONNECTION,
) {
  let known = begun;
  const saved: (string | null)[] = [];
  const exchange = createFactsExchange({
    facts: {
      known: async () => known,
      change: async (to) => {
        known = to(known);
        return ok({ facts: known, kept: { kind: 'kept' } });
      },
    },
    connection,
    inList: (id) => (id === 'c1' ? { project: PROJECT, fingerprint: 'f1' } : null),
    saveFile: async ({ content }) => {
      saved.push(await content());
      return true;
    },
    openFile: async () => file,
    clock: () => 0,
  });
  return { exchange, saved, known: () => known };
}

async function exported(facts: LocalFacts): Promise<string> {
  const { exchange, saved } = setUp(facts, null);
  expect(await exchange.exportFacts()).toEqual(ok({ saved: true }));
  return saved[0] ?? '';
}

it('what was exported is taken over on another computer, which did not make the keys', async () => {
  const there = withKeyFacts(NO_FACTS, A, { owner: 'Ada', createdHere: true, changedAt: 5 });
  const { exchange, known } = setUp(NO_FACTS, await exported(there));
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'imported', added: 1, changed: 0, unchanged: 0 }));
  expect(keyFactsOf(known(), A)).toMatchObject({ owner: 'Ada', createdHere: false });
});

it('fills in what is open, lets the later word count, and says what it did', async () => {
  const there = withKeyFacts(withKeyFacts(NO_FACTS, A, { owner: 'Ada', note: 'new', changedAt: 9 }), B, {
    owner: 'Bob',
  });
  const here = withKeyFacts(
    withKeyFacts(NO_FACTS, A, { note: 'old', environment: 'production', createdHere: true, changedAt: 5 }),
    B,
    { owner: 'Bob' },
  );
  const { exchange, known } = setUp(here, await exported(there));
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'imported', added: 0, changed: 1, unchanged: 1 }));
  expect(keyFactsOf(known(), A)).toMatchObject({
    owner: 'Ada',
    note: 'new',
    environment: 'production',
    createdHere: true,
  });
});

it('the same file twice changes nothing the second time', async () => {
  const file = await exported(withKeyFacts(NO_FACTS, A, { owner: 'Ada', changedAt: 5 }));
  const { exchange } = setUp(NO_FACTS, file);
  await exchange.importFacts();
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'imported', added: 0, changed: 0, unchanged: 1 }));
});

it.each([
  ['', 'not-ours'],
  ['[]', 'not-ours'],
  ['{"format":"something else","version":1}', 'not-ours'],
  ['{"format":"keydesk-local-facts","version":2}', 'newer'],
  ['{"format":"keydesk-local-facts","version":1}', 'damaged'],
])('refuses %s and changes nothing', async (text, reason) => {
  const here = withKeyFacts(NO_FACTS, A, { owner: 'Ada' });
  const { exchange, known } = setUp(here, text);
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'refused', reason }));
  expect(known()).toBe(here);
});

it.each<[string, (document: { facts: { keys: Record<string, object> } }) => void]>([
  ['a field more', ({ facts }) => Object.assign(facts.keys[A] ?? {}, { secret: 'sk' })],
  ['a field of another kind', ({ facts }) => Object.assign(facts.keys[A] ?? {}, { owner: 7 })],
  ['a key that has no id', ({ facts }) => Object.assign(facts.keys, { x: facts.keys[A] })],
  ['a note without end', ({ facts }) => Object.assign(facts.keys[A] ?? {}, { note: 'x'.repeat(100_000) })],
])('refuses %s', async (_title, spoil) => {
  const document = JSON.parse(await exported(withKeyFacts(NO_FACTS, A, { owner: 'Ada' })));
  spoil(document);
  const { exchange, known } = setUp(NO_FACTS, JSON.stringify(document));
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'refused', reason: 'damaged' }));
  expect(known()).toBe(NO_FACTS);
});

it('refuses the file of another project', async () => {
  const file = await exported(withKeyFacts(NO_FACTS, A, { owner: 'Ada' }));
  const other = { ...CONNECTION, project: { id: 'p2', name: 'Other' } };
  const { exchange } = setUp(NO_FACTS, file, () => other);
  expect(await exchange.importFacts()).toEqual(ok({ kind: 'refused', reason: 'other-project' }));
});

it('exports a connection of the list, also where nobody is signed in', async () => {
  const { exchange, saved } = setUp(withKeyFacts(NO_FACTS, A, { owner: 'Ada' }), null, () => null);
  expect(await exchange.exportFactsOf('c1')).toEqual(ok({ saved: true }));
  expect(JSON.parse(saved[0] ?? '')).toMatchObject({
    project: PROJECT,
    facts: { keys: { [A]: { owner: 'Ada' } } },
  });
  expect(await exchange.exportFactsOf('c2')).toEqual(fail({ kind: 'no-session' }));
});

it('does nothing where the person cancels, or has signed out meanwhile', async () => {
  expect(await setUp(NO_FACTS, null).exchange.importFacts()).toEqual(ok({ kind: 'cancelled' }));
  const file = await exported(withKeyFacts(NO_FACTS, A, { owner: 'Ada' }));
  const answers = [CONNECTION, null];
  const { exchange, known } = setUp(NO_FACTS, file, () => answers.shift() ?? null);
  expect(await exchange.importFacts()).toEqual(fail({ kind: 'no-session' }));
  expect(known()).toBe(NO_FACTS);
});
