import { expect, it } from 'vitest';
import type { ProjectReading } from '../../shared/all-projects.ts';
import type { KeyRow } from '../../shared/api-key.ts';
import { ok } from '../../shared/app-error.ts';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import { NO_FACTS } from '../../shared/local-facts.ts';
import { rowsText } from '../../shared/rows-text.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { ownerOf } from './project-rows.ts';
import { projectsBridge } from './projects-bridge.ts';
import { createProjectsStore } from './projects-store.ts';
import { toldOf } from './told.ts';

const known = (id: string, standing: KnownConnection['standing'] = 'ready'): KnownConnection => ({
  id,
  name: id,
  projectName: id,
  address: `https://${id}.example.com`,
  settings: USUAL_SETTINGS,
  standing,
});
const LIST = [known('alpha'), known('beta')];

function setUp() {
  const bridge = createFakeBridge({ getConnections: async () => LIST });
  let due: (() => void) | null = null;
  const store = createProjectsStore({
    bridge,
    later: (callback) => {
      due = callback;
      return () => {
        due = null;
      };
    },
  });
  const leave = store.enter();
  const pass = () => due?.();
  const about = (connectionId: string) => ({ loadId: 1, connectionId });
  const rows = (id: string, part: readonly KeyRow[], { isLast = true, savedAt = 5 } = {}) =>
    bridge.emit('projectNews', {
      ...about(id),
      kind: 'rows',
      rows: rowsText(part),
      isLast,
      savedAt,
      userId: null,
    });
  const read = (id: string, reading: ProjectReading) =>
    bridge.emit('projectNews', { ...about(id), kind: 'reading', reading });
  const shown = () => store.state.getState().list.rows.map(({ id }) => id);
  return { bridge, store, leave, pass, rows, read, shown };
}

const A = sampleKey('a');
const B = sampleKey('b');

it('tells keys apart by their project, also where two servers give them the same id', () => {
  const { rows, pass, shown, store } = setUp();
  rows('alpha', [A]);
  rows('beta', [sampleKey('a')]);
  pass();
  expect(shown()).toEqual(['a@alpha', 'a@beta']);
  const [first, second] = store.state.getState().list.rows;
  expect(first && ownerOf(first.row)?.connectionId).toBe('alpha');
  expect(second && ownerOf(second.row)?.connectionId).toBe('beta');
});

it('shows a list when the whole of it has come', () => {
  const { rows, pass, shown } = setUp();
  rows('alpha', [A], { isLast: false });
  pass();
  expect(shown()).toEqual([]);
  rows('alpha', [B]);
  pass();
  expect(shown()).toEqual(['a@alpha', 'b@alpha']);
});

it('stays the same list where a server says nothing new, and keeps the rows that stay', () => {
  const { rows, pass, store } = setUp();
  rows('alpha', [A, B]);
  pass();
  const { list } = store.state.getState();
  rows('alpha', [{ ...A }, { ...B }], { savedAt: 9 });
  pass();
  expect(store.state.getState().list).toBe(list);
  expect(store.state.getState().projects.get('alpha')?.savedAt).toBe(9);
  rows('alpha', [{ ...A }]);
  pass();
  expect(store.state.getState().list.rows).toEqual([list.rows[0]]);
  expect(store.state.getState().list.generation).toBeGreaterThan(list.generation);
});

it('is up to date where a server says that nothing has changed', () => {
  const { bridge, rows, pass, store } = setUp();
  rows('alpha', [A]);
  pass();
  const { list } = store.state.getState();
  bridge.emit('projectNews', { loadId: 1, connectionId: 'alpha', kind: 'same', savedAt: 9, userId: 'u1' });
  pass();
  expect(store.state.getState().list).toBe(list);
  expect(store.state.getState().projects.get('alpha')).toMatchObject({ savedAt: 9, userId: 'u1' });
});

it('shows the first rows at once, and a long list in pieces', () => {
  const { rows, pass, shown } = setUp();
  rows(
    'alpha',
    Array.from({ length: 12_000 }, (_, index) => sampleKey(`a${index}`)),
  );
  const lengths = [shown().length];
  for (let turn = 0; turn < 3; turn += 1) {
    pass();
    lengths.push(shown().length);
  }
  expect(lengths).toEqual([5_000, 10_000, 12_000, 12_000]);
});

it('grows at its end as one project after another comes, and is not another list for that', () => {
  const { rows, pass, read, shown, store } = setUp();
  read('alpha', { kind: 'waiting' });
  rows('beta', [B]);
  pass();
  const { generation } = store.state.getState().list;
  rows('alpha', [A]);
  pass();
  expect(shown()).toEqual(['b@beta', 'a@alpha']);
  expect(store.state.getState().list.generation).toBe(generation);
});

it('hears nothing of an asking that is over', () => {
  const { bridge, store, pass, shown } = setUp();
  store.refresh();
  bridge.emit('projectNews', {
    loadId: 1,
    connectionId: 'alpha',
    kind: 'rows',
    rows: rowsText([A]),
    isLast: true,
    savedAt: 1,
    userId: null,
  });
  pass();
  expect(shown()).toEqual([]);
});

it('forgets the keys of a connection that is signed out or removed', () => {
  const { bridge, rows, pass, shown } = setUp();
  rows('alpha', [A]);
  rows('beta', [B]);
  pass();
  bridge.emit('connectionsChanged', [known('alpha', 'signed-out'), known('beta')]);
  expect(shown()).toEqual(['b@beta']);
  bridge.emit('connectionsChanged', []);
  expect(shown()).toEqual([]);
});

it('asks once for all who look, and stops with the last of them', () => {
  const { bridge, store, leave } = setUp();
  const leaveToo = store.enter();
  leave();
  expect(bridge.callsOf('cancel')).toEqual([]);
  leaveToo();
  expect(bridge.callsOf('loadProjects')).toEqual([{ loadId: 1 }]);
  expect(bridge.callsOf('cancel')).toEqual([{ call: 'loadProjects' }]);
});

it('tells of each project for itself what is not up to date', () => {
  const { rows, read, pass, store } = setUp();
  const told = () => toldOf(LIST, store.state.getState().projects, 60_000 * 60 * 3).map(({ words }) => words);
  rows('alpha', [A], { savedAt: 1 });
  read('alpha', { kind: 'failed', error: { kind: 'connection-refused' } });
  read('beta', { kind: 'needs-token' });
  pass();
  expect(told()).toEqual([
    expect.stringMatching(/^alpha: list from 2 hours ago\. /),
    'beta needs a new token.',
  ]);
  rows('beta', [B], { savedAt: 1 });
  read('alpha', { kind: 'fresh' });
  pass();
  expect(told()).toEqual(['beta needs a new token. Showing its list from 2 hours ago.']);
});

it('notes what is said of a key in its own project, and knows of it at once', async () => {
  const { bridge, rows, pass, store } = setUp();
  rows('alpha', [A]);
  pass();
  const noted: unknown[] = [];
  const dismissed = [{ keyId: 'a', rule: 'old', note: 'why', at: 1 }];
  const facts = { ...NO_FACTS, dismissed };
  const bound = projectsBridge(
    {
      ...bridge,
      async setDismissal(input) {
        noted.push(input);
        return ok({ facts, kept: { kind: 'kept' } });
      },
    },
    store,
  );
  await bound.setDismissal({ keyId: 'a@alpha', rule: 'old', note: 'why' });
  expect(noted).toEqual([{ keyId: 'a', rule: 'old', note: 'why', connectionId: 'alpha' }]);
  expect(store.state.getState().projects.get('alpha')?.facts).toBe(facts);
});
