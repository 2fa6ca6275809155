import { expect, it } from 'vitest';
import type { ProjectNews } from '../../shared/all-projects.ts';
import type { ApiKey, KeyRow } from '../../shared/api-key.ts';
import { ok } from '../../shared/app-error.ts';
import { NO_FACTS } from '../../shared/local-facts.ts';
import { rowsOfText } from '../../shared/rows-text.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { ListCopy } from '../keys/offline-copy.ts';
import { fakeClient, fakeConnections, refuse, savedFile } from '../session/fake-client.ts';
import { createAllProjects } from './all-projects.ts';

const [A, B] = ['https://a.example.com', 'https://b.example.com'];
const FILE = savedFile(
  { id: 'a', address: A, name: 'Alpha', projectId: 'p1' },
  { id: 'b', address: B, name: 'Beta', projectId: 'p1' },
);

function key(id: string): ApiKey {
  return {
    kind: 'key',
    id,
    name: id,
    lastFour: 'abcd',
    createdAt: 0,
    creatorId: null,
    restricted: false,
    permissions: [],
  };
}
const listing = (...ids: readonly string[]): Partial<KeyApiClient> => ({
  listKeys: async (onPage) => {
    onPage({ rows: ids.map(key), estimatedTotal: null });
    return ok({ kind: 'complete' });
  },
});
const copyOf = (...ids: readonly string[]): ListCopy => ({
  savedAt: 5,
  project: null,
  user: { id: 'u0', name: null, email: 'a@b' },
  rows: ids.map(key),
});

function setUp({
  file = FILE,
  servers = {} as Readonly<Record<string, Partial<KeyApiClient>>>,
  copies = {} as Readonly<Record<string, ListCopy>>,
  isChanging = (_id: string): boolean => false,
  hear = (_news: ProjectNews): void => undefined,
} = {}) {
  const connections = fakeConnections({ file });
  const news: ProjectNews[] = [];
  const kept: [string, readonly KeyRow[]][] = [];
  const dead: string[] = [];
  const gone: string[] = [];
  const asked: string[] = [];
  const projects = createAllProjects({
    connections,
    lists: {
      recall: async (id) => copies[id] ?? null,
      replace: (connection, rows) => void kept.push([connection.id, rows]),
    },
    clientFor: ({ base }, token) => {
      asked.push(`${base} ${token}`);
      return fakeClient(servers[base]);
    },
    factsOf: async () => NO_FACTS,
    onNews(one) {
      news.push(one);
      hear(one);
    },
    onDeadToken: (id) => void dead.push(id),
    onNotAllowed: ({ id }) => void gone.push(id),
    isChanging,
    clock: () => 9,
  });
  const shown = (id: string) =>
    news.flatMap((one) =>
      one.connectionId === id && one.kind === 'rows'
        ? [[one.savedAt, ...rowsOfText(one.rows).map((row) => row.id)]]
        : [],
    );
  const readings = (id: string) =>
    news.flatMap((one) => (one.connectionId === id && one.kind === 'reading' ? [one.reading.kind] : []));
  return { projects, connections, news, kept, dead, gone, asked, shown, readings };
}

it('shows what is kept of every project before any server is asked, then what each server says', async () => {
  const { projects, news, asked, kept, shown, readings } = setUp({
    copies: { a: copyOf('old'), b: copyOf('other') },
    servers: { [A]: listing('new'), [B]: listing('other', 'more') },
  });
  await projects.load(1);
  expect(shown('a')).toEqual([
    [5, 'old'],
    [9, 'new'],
  ]);
  expect(shown('b')[1]).toEqual([9, 'other', 'more']);
  expect(readings('a')).toEqual(['waiting', 'reading', 'fresh']);
  expect(kept.map(([id, rows]) => [id, rows.length])).toEqual([
    ['a', 1],
    ['b', 2],
  ]);
  expect(asked).toEqual([`${A} token`, `${B} token`]);
  const copies = news.findLastIndex((one) => one.kind === 'rows' && one.savedAt === 5);
  expect(news.findIndex((one) => one.kind === 'reading' && one.reading.kind === 'reading')).toBeGreaterThan(
    copies,
  );
});

it('hears the window between two lists, however short they are', async () => {
  let turn = 0;
  let next = setImmediate(function count() {
    turn += 1;
    next = setImmediate(count);
  });
  const sentIn: number[] = [];
  const { projects } = setUp({
    copies: { a: copyOf('one'), b: copyOf('other') },
    hear: ({ kind }) => void (kind === 'rows' && sentIn.push(turn)),
  });
  await projects.load(1);
  clearImmediate(next);
  expect(sentIn.length).toBeGreaterThan(1);
  expect(new Set(sentIn).size).toBe(sentIn.length);
});

it('says of a list that is as it was kept that it is the same, and sends it once', async () => {
  const { projects, news, shown, kept } = setUp({
    copies: { a: copyOf('old'), b: copyOf('one') },
    servers: { [A]: listing('old'), [B]: listing('other') },
  });
  await projects.load(1);
  expect(shown('a')).toEqual([[5, 'old']]);
  expect(news.filter(({ kind }) => kind === 'same')).toEqual([
    { loadId: 1, connectionId: 'a', kind: 'same', savedAt: 9, userId: 'u1' },
  ]);
  expect(shown('b').at(-1)).toEqual([9, 'other']);
  expect(kept.map(([id]) => id)).toEqual(['a', 'b']);
});

it.each([
  ['unauthorized', 'needs-token'],
  ['connection-refused', 'failed'],
] as const)('a server that answers %s disturbs no other project', async (kind, reading) => {
  const refusing = refuse(kind);
  const { projects, dead, kept, shown, readings } = setUp({
    copies: { a: copyOf('old') },
    servers: {
      [A]: { listProjects: refusing, canListKeys: refusing, listKeys: refusing },
      [B]: listing('b1'),
    },
  });
  await projects.load(1);
  expect(readings('a').at(-1)).toBe(reading);
  expect(dead).toEqual(kind === 'unauthorized' ? ['a'] : []);
  expect(shown('a')).toEqual([[5, 'old']]);
  expect(readings('b').at(-1)).toBe('fresh');
  expect(kept.map(([id]) => id)).toEqual(['b']);
});

it('lets go of what a token may not see any more', async () => {
  const { projects, gone, shown, readings } = setUp({
    copies: { a: copyOf('old') },
    servers: {
      [A]: { whoAmI: async () => ok({ user: { id: 'u', name: null, email: 'x' }, role: 'reader' }) },
    },
  });
  await projects.load(1);
  expect(gone).toEqual(['a']);
  expect(shown('a').at(-1)).toEqual([9]);
  expect(readings('a').at(-1)).toBe('not-allowed');
});

it('asks no server of a connection that is signed out, and says that a token is needed', async () => {
  const [first] = FILE.connections;
  if (!first) throw new Error('no connection');
  const { projects, asked, readings } = setUp({
    file: { ...FILE, connections: [{ ...first, token: null }] },
  });
  await projects.load(1);
  expect(asked).toEqual([]);
  expect(readings('a')).toEqual(['needs-token']);
});

it('asks one server for one project after another', async () => {
  const file = savedFile(...['a', 'b', 'c'].map((id) => ({ id, address: A, projectId: 'p1' })));
  let open = 0;
  let most = 0;
  const listKeys: KeyApiClient['listKeys'] = async () => {
    open += 1;
    most = Math.max(most, open);
    await Promise.resolve();
    open -= 1;
    return ok({ kind: 'complete' });
  };
  const { projects, asked } = setUp({ file, servers: { [A]: { listKeys } } });
  await projects.load(1);
  expect([asked.length, most]).toEqual([3, 1]);
});

it('tells nothing any more once it is cancelled, and keeps nothing of what comes then', async () => {
  let answer = (): void => undefined;
  let begun = (): void => undefined;
  const isAsked = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const listKeys: KeyApiClient['listKeys'] = (onPage) =>
    new Promise((resolve) => {
      begun();
      answer = () => {
        onPage({ rows: [key('late')], estimatedTotal: null });
        resolve(ok({ kind: 'complete' }));
      };
    });
  const { projects, kept, shown } = setUp({ servers: { [A]: { listKeys }, [B]: { listKeys } } });
  const loading = projects.load(1);
  await isAsked;
  projects.cancel();
  answer();
  await Promise.race([loading, Promise.resolve()]);
  expect(shown('a')).toEqual([]);
  expect(kept).toEqual([]);
});

it('does not keep a list that was read while its keys were being changed', async () => {
  const { projects, kept, readings } = setUp({
    servers: { [A]: listing('a1'), [B]: listing('b1') },
    isChanging: (id) => id === 'a',
  });
  await projects.load(1);
  expect(kept.map(([id]) => id)).toEqual(['b']);
  expect(readings('a').at(-1)).toBe('fresh');
});

it('says nothing of a connection that was signed out while its server was asked', async () => {
  const { projects, connections, kept, readings } = setUp({
    servers: {
      [A]: {
        listKeys: async (onPage) => {
          onPage({ rows: [key('a1')], estimatedTotal: null });
          await connections.deleteToken('a');
          connections.release('a');
          return ok({ kind: 'complete' });
        },
      },
      [B]: listing('b1'),
    },
  });
  await projects.load(1);
  expect(kept.map(([id]) => id)).toEqual(['b']);
  expect(readings('a')).toEqual(['waiting', 'reading']);
});
