import { describe, expect, it } from 'vitest';
import { type AppError, ok } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
import type { ConnectionFile } from './connection-file.ts';
import { fakeClient, fakeConnections, fakeLists, refuse, savedFile } from './fake-client.ts';
import { createSession } from './session.ts';
import type { TokenVault } from './token-vault.ts';

const [A, B] = ['https://a.example.com', 'https://b.example.com'];
const TWO = savedFile(
  { id: 'a', address: A, name: 'Alpha', projectId: 'p1' },
  { id: 'b', address: B, name: 'Beta', projectId: 'p2', token: 'sealed other' },
);

function setUp({
  file = TWO as ConnectionFile | null,
  servers = {} as Readonly<Record<string, Partial<KeyApiClient>>>,
  lists = {} as Partial<KeyList>,
  vault = {} as Partial<TokenVault>,
  mayReachServer = async (_host: string): Promise<boolean> => true,
} = {}) {
  const states: SessionState[] = [];
  const asked: string[] = [];
  let hindrance: AppError | null = null;
  const connections = fakeConnections({ file, vault });
  const session = createSession({
    connections,
    lists: fakeLists(lists),
    clientFor({ base }) {
      const project = base === B ? { id: 'p2', name: 'Beta' } : { id: 'p1', name: 'Alpha' };
      return fakeClient({ listProjects: async () => ok([project]), ...servers[base] });
    },
    openDemoProject: async () => ({
      client: fakeClient(),
      clientWith: () => fakeClient(),
      reset: async () => undefined,
    }),
    onChange: (state) => states.push(state),
    whyNotLeave: () => hindrance,
    mayReachServer(host) {
      asked.push(host);
      return mayReachServer(host);
    },
  });
  return {
    session,
    connections,
    states,
    asked,
    hinder: (error: AppError | null) => {
      hindrance = error;
    },
  };
}

const SECRET: AppError = { kind: 'secret-pending' };

describe('a switch', () => {
  it('opens the other connection with its own client, and remembers it as the last', async () => {
    const { session, connections } = setUp();
    await session.openLast();
    const first = session.client();
    expect(session.connection()).toMatchObject({ id: 'a', name: 'Alpha' });
    expect((await session.openConnection('b')).ok).toBe(true);
    expect(session.connection()).toMatchObject({ id: 'b', name: 'Beta', address: B });
    expect(session.client()).not.toBe(first);
    await connections.used('b');
    expect(connections.lastUsed()?.id).toBe('b');
  });

  it('back shows at once how it was left: neither its server nor the disk is asked', async () => {
    let asks = 0;
    const listProjects = async () => {
      asks += 1;
      return ok([{ id: 'p1', name: 'Alpha' }]);
    };
    const { session, states } = setUp({ servers: { [A]: { listProjects } } });
    await session.openLast();
    session.learn('create', { kind: 'forbidden' });
    await session.openConnection('b');
    const before = states.length;
    await session.openConnection('a');
    expect(states.slice(before).map(({ kind }) => kind)).toEqual(['signed-in']);
    expect(session.connection()).toMatchObject({ standing: 'confirmed', refused: { create: true } });
    expect(asks).toBe(1);
  });

  it('to a copy never tells one project under the name of another on its way', async () => {
    const lists = {
      recall: async (id: string) => ({
        savedAt: 0,
        project: { id: `of ${id}`, name: id },
        user: null,
        rows: [],
      }),
    };
    const { session, states } = setUp({ lists });
    await session.openLast();
    await session.openConnection('b');
    const shown = states.flatMap((state) => ('connection' in state ? [state.connection] : []));
    expect(shown.map(({ id, project }) => `${id}: ${project?.id}`)).toEqual(['a: of a', 'b: of b']);
  });

  it.each([SECRET, { kind: 'change-under-way' }] as const)('is refused while there is %o', async (error) => {
    const { session, hinder } = setUp();
    await session.openLast();
    hinder(error);
    const before = session.state();
    expect(await session.openConnection('b')).toEqual({ ok: false, error });
    expect(await session.openDemo()).toEqual({ ok: false, error });
    expect(await session.connect({ address: B, token: 'x' })).toEqual({ ok: false, error });
    expect(session.state()).toBe(before);
  });

  it('is refused also where a key is made while the way there is asked for', async () => {
    const { session, hinder } = setUp({
      lists: {
        recall: async (id) => {
          if (id === 'b') hinder(SECRET);
          return null;
        },
      },
    });
    await session.openLast();
    expect(await session.openConnection('b')).toEqual({ ok: false, error: SECRET });
    expect(session.connection()?.id).toBe('a');
  });

  it('lets another token in for what is open while its new key is shown', async () => {
    const { session, hinder } = setUp();
    await session.openLast();
    hinder(SECRET);
    session.learn('list', { kind: 'unauthorized' });
    expect((await session.signInAgain({ connectionId: 'a', token: 'another' })).ok).toBe(true);
    expect(session.connection()).toMatchObject({ id: 'a', standing: 'confirmed' });
    expect(await session.signInAgain({ connectionId: 'b', token: 'x' })).toEqual({
      ok: false,
      error: SECRET,
    });
  });

  it('that is overtaken by another one ends where the last one leads', async () => {
    let answer = (_copy: null): void => undefined;
    const waiting = new Promise<null>((resolve) => {
      answer = resolve;
    });
    const { session } = setUp({ lists: { recall: (id) => (id === 'b' ? waiting : Promise.resolve(null)) } });
    await session.openLast();
    const first = session.openConnection('b');
    await session.openDemo();
    answer(null);
    expect(await first).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(session.connection()?.kind).toBe('demo');
  });

  it('to one that is signed out of while its copy is read leads nowhere', async () => {
    const { session, connections } = setUp({
      lists: {
        async recall(id) {
          if (id === 'b') await connections.deleteToken('b');
          return null;
        },
      },
    });
    await session.openLast();
    expect(await session.openConnection('b')).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(session.connection()?.id).toBe('a');
  });

  it('to one whose token cannot be read leaves everything as it is', async () => {
    const { session, connections } = setUp({
      vault: { open: async ({ token }) => (token === 'sealed other' ? null : 'token') },
    });
    await session.openLast();
    expect(await session.openConnection('b')).toEqual({ ok: false, error: { kind: 'token-unreadable' } });
    expect(session.connection()?.id).toBe('a');
    expect(connections.written()).toMatchObject({ connections: TWO.connections });
  });

  it('to an unknown one does nothing', async () => {
    const { session } = setUp();
    await session.openLast();
    expect(await session.openConnection('c')).toEqual({ ok: false, error: { kind: 'no-session' } });
  });
});

describe('a dead token', () => {
  it('marks its connection and disturbs no other', async () => {
    const dead = { listProjects: refuse('unauthorized'), canListKeys: refuse('unauthorized') };
    const { session, connections } = setUp({ servers: { [B]: dead } });
    await session.openLast();
    await session.openConnection('b');
    expect(session.state()).toMatchObject({
      kind: 'signed-out',
      notice: { kind: 'unauthorized' },
      address: B,
    });
    expect(connections.list().map(({ standing }) => standing)).toEqual(['ready', 'token-refused']);
    await session.openConnection('a');
    expect(session.connection()).toMatchObject({ id: 'a', standing: 'confirmed' });
  });
});

describe('a token that was typed', () => {
  it('goes to a server that no connection is for only after a yes that the page cannot give', async () => {
    let reached = 0;
    const listProjects = async () => {
      reached += 1;
      return ok([]);
    };
    const { session, asked } = setUp({
      mayReachServer: async () => false,
      servers: { 'https://evil.example.com': { listProjects } },
    });
    await session.openLast();
    const evil = { address: 'https://evil.example.com', token: 'the-key-that-was-shown' };
    expect(await session.connect(evil)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    // Signing out first is no way around it.
    await session.signOut(async () => undefined);
    expect(await session.connect(evil)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(asked).toEqual(['evil.example.com', 'evil.example.com']);
    expect(reached).toBe(0);
  });

  it('goes unasked where nothing has been open yet, after the demo, and to a known server', async () => {
    const { session, asked } = setUp({ file: null });
    await session.openDemo();
    expect((await session.connect({ address: A, token: 'x' })).ok).toBe(true);
    expect((await session.connect({ address: A, token: 'another' })).ok).toBe(true);
    expect(asked).toEqual([]);
    expect((await session.connect({ address: B, token: 'x' })).ok).toBe(true);
    expect(asked).toEqual(['b.example.com']);
  });

  it('for a connection of the list goes to its sealed address alone', async () => {
    const file = savedFile(
      { id: 'a', address: A },
      { id: 'b', address: B, name: 'Beta', projectId: 'p2', token: null },
      { id: 'c', address: 'https://moved.example.com', token: null, seal: 'of another address' },
    );
    const { session, asked } = setUp({ file });
    await session.openLast();
    const moved = await session.signInAgain({ connectionId: 'c', token: 'x' });
    expect(moved).toEqual({ ok: false, error: { kind: 'address-unverified' } });
    expect((await session.signInAgain({ connectionId: 'b', token: 'x' })).ok).toBe(true);
    expect(session.connection()).toMatchObject({ id: 'b', name: 'Beta' });
    expect(asked).toEqual([]);
  });

  it('and cancelled while the keyring is asked lets nobody in', async () => {
    const { session } = setUp({
      vault: {
        async vouchesFor() {
          session.cancelConnect();
          return true;
        },
      },
    });
    await session.openLast();
    expect(await session.signInAgain({ connectionId: 'b', token: 'x' })).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(session.connection()?.id).toBe('a');
  });

  it('of a project that is in the list already stays the same connection', async () => {
    const { session, connections } = setUp();
    await session.openLast();
    await session.connect({ address: A, token: 'another' });
    expect(session.connection()?.id).toBe('a');
    expect(connections.list()).toHaveLength(2);
  });
});
