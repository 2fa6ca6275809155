import { describe, expect, it } from 'vitest';
import { type AppError, fail, ok } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
import type { ConnectionFile } from './connection-file.ts';
import type { OpenConnection } from './connection-records.ts';
import type { Connections } from './connections.ts';
import { fakeClient, fakeConnections, fakeLists, refuse, savedFile } from './fake-client.ts';
import { createSession, type SessionParts } from './session.ts';
import type { TokenVault } from './token-vault.ts';

const TOKEN = 'canary-token';
const SIGNAL = new AbortController().signal;
const INPUT = { address: 'https://api.example.com', token: TOKEN };
const nothing = async (): Promise<void> => undefined;

/** The parts of a session of which a test names those that it is about. */
function parts(connections: Connections, changes: Partial<SessionParts> = {}): SessionParts {
  return {
    connections,
    lists: fakeLists(),
    clientFor: () => fakeClient(),
    openDemoProject: async () => ({
      client: fakeClient(),
      clientWith: () => fakeClient(),
      reset: nothing,
    }),
    onChange: () => undefined,
    whyNotLeave: () => null,
    mayReachServer: async () => true,
    ...changes,
  };
}

function setUp({
  client = fakeClient(),
  saved = null as ConnectionFile | null,
  storage = 'keyring' as 'keyring' | 'memory',
  lists = {} as Partial<KeyList>,
  hindrance = null as AppError | null,
  mayReachServer = async (_host: string) => true,
} = {}) {
  const states: SessionState[] = [];
  const kept: OpenConnection[] = [];
  const forgotten: string[] = [];
  const vault: Partial<TokenVault> =
    storage === 'keyring' ? {} : { seal: async () => ({ kind: 'memory', reason: 'no-keyring' }) };
  const connections = fakeConnections({ file: saved, vault });
  const session = createSession(
    parts(
      {
        ...connections,
        keep(connection, isWanted) {
          kept.push(connection);
          return connections.keep(connection, isWanted);
        },
      },
      {
        lists: fakeLists({ forget: async (id) => void forgotten.push(id), ...lists }),
        clientFor: () => client,
        onChange: (state) => states.push(state),
        whyNotLeave: () => hindrance,
        mayReachServer,
      },
    ),
  );
  return { session, connections, states, kept, forgotten, written: connections.written };
}

/** A promise that the test settles when it is time. */
function deferred<T>() {
  let resolve: (value: T) => void = () => undefined;
  const promise = new Promise<T>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

function withClient(changes: Partial<KeyApiClient>) {
  return setUp({ client: fakeClient(changes) });
}

it('a sign-in while the keyring is still asked for the saved token counts', async () => {
  const { promise, resolve } = deferred<string | null>();
  const connections = fakeConnections({ file: savedFile({ id: 'c' }), vault: { open: () => promise } });
  const session = createSession(parts(connections));
  const opening = session.openLast();
  await session.connect(INPUT);
  resolve('token');
  await opening;
  expect(session.state()).toMatchObject({ kind: 'signed-in', connection: { standing: 'confirmed' } });
});

it('a sign-in that is under way when the saved connection is looked for goes on', async () => {
  const asked: (() => void)[] = [];
  const { session } = setUp({
    client: fakeClient({
      listProjects: () =>
        new Promise((resolve) => asked.push(() => resolve(ok([{ id: 'p1', name: 'First' }])))),
    }),
  });
  const connecting = session.connect(INPUT);
  await session.openLast();
  for (const answer of asked) answer();
  expect((await connecting).ok).toBe(true);
  expect(session.state().kind).toBe('signed-in');
});

it('a sign-out while the keyring saves the token leaves nobody signed in, and nothing saved', async () => {
  const { promise, resolve } = deferred<Awaited<ReturnType<TokenVault['seal']>>>();
  const connections = fakeConnections({ vault: { seal: () => promise } });
  const session = createSession(parts(connections));
  const connecting = session.connect(INPUT);
  await new Promise((turn) => setImmediate(turn));
  await session.signOut(nothing);
  resolve({ kind: 'sealed', token: 'sealed', seal: 'sealed' });
  expect(await connecting).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(session.state().kind).toBe('signed-out');
  expect(session.client()).toBeNull();
  expect(connections.list()).toEqual([]);
  expect(connections.written()).toBeNull();
});

describe('a sign-out overtakes', () => {
  /** A session of which one part waits until it is let go. */
  function held(client: KeyApiClient, lists: Partial<KeyList> = {}) {
    const connections = fakeConnections({ file: savedFile({ id: 'c' }) });
    return createSession(
      parts(connections, {
        lists: fakeLists(lists),
        clientFor: () => client,
        openDemoProject: async () => ({ client, clientWith: () => fakeClient(), reset: nothing }),
      }),
    );
  }

  it('a choice of projects that comes in the place of a list that was shown', async () => {
    const { promise, resolve } = deferred<void>();
    const others = [
      { id: 'p2', name: 'Second' },
      { id: 'p3', name: 'Third' },
    ];
    const session = held(fakeClient({ listProjects: async () => ok(others) }), {
      recall: async () => ({ savedAt: 0, project: null, user: null, rows: [] }),
      forget: () => promise,
    });
    await session.openLast();
    const confirming = session.confirm(SIGNAL);
    await new Promise((turn) => setImmediate(turn));
    // The list is hidden before the disk has let go of it.
    expect(session.state().kind).toBe('choosing-project');
    await session.signOut(nothing);
    resolve();
    await confirming;
    expect(session.state().kind).toBe('signed-out');
  });

  it('all that is asked for while the disk deletes', async () => {
    const { promise, resolve } = deferred<void>();
    const session = held(fakeClient());
    await session.connect(INPUT);
    const signingOut = session.signOut(() => promise);
    expect(session.client()).toBeNull();
    expect(session.connection()).toBeNull();
    resolve();
    await signingOut;
    expect(session.state().kind).toBe('signed-out');
  });

  it('the demo that is being opened', async () => {
    const { promise, resolve } = deferred<void>();
    const opening = fakeClient({
      listProjects: async () => {
        await promise;
        return ok([{ id: 'p1', name: 'First' }]);
      },
    });
    const session = held(opening);
    const opened = session.openDemo();
    await session.signOut(nothing);
    resolve();
    await opened;
    expect(session.state().kind).toBe('signed-out');
  });
});

it('a sign-in that fails while the saved connection is looked for leads to the sign-in, not to an opening without end', async () => {
  const { session } = setUp({ client: fakeClient({ listProjects: refuse('connection-refused') }) });
  const [, connected] = await Promise.all([session.openLast(), session.connect(INPUT)]);
  expect(connected.ok).toBe(false);
  expect(session.state().kind).toBe('signed-out');
});

describe('connecting', () => {
  it('lets an administrator in and keeps the token in the vault', async () => {
    const { session, kept } = setUp();
    await session.connect(INPUT);
    expect(session.state()).toMatchObject({
      kind: 'signed-in',
      connection: {
        name: 'First',
        address: 'https://api.example.com',
        user: { id: 'u1' },
        tokenStorage: { kind: 'keyring' },
      },
    });
    expect(kept).toMatchObject([{ token: TOKEN, projectId: 'p1' }]);
    expect(session.client()).not.toBeNull();
  });

  it('tells the token in no state', async () => {
    const { session, states } = setUp();
    await session.connect(INPUT);
    await session.signOut(nothing);
    expect(JSON.stringify(states)).not.toContain(TOKEN);
  });

  it('says so where the token is in memory only', async () => {
    const { session } = setUp({ storage: 'memory' });
    await session.connect(INPUT);
    expect(session.state()).toMatchObject({
      connection: { tokenStorage: { kind: 'memory', reason: 'no-keyring' } },
    });
  });

  it.each(['member', 'reader', 'owner-of-something-new'])(
    'keeps a %s out, and saves nothing',
    async (role) => {
      const { session, kept } = withClient({
        whoAmI: async () => ok({ user: { id: 'u', name: null, email: 'e' }, role }),
      });
      await session.connect(INPUT);
      expect(session.state()).toMatchObject({ kind: 'not-administrator', role });
      expect(session.client()).toBeNull();
      expect(kept).toEqual([]);
    },
  );

  it('lets a key of the project in where it may list', async () => {
    const { session } = withClient({ listProjects: refuse('forbidden'), whoAmI: refuse('forbidden') });
    await session.connect(INPUT);
    expect(session.state()).toMatchObject({
      kind: 'signed-in',
      connection: { name: 'api.example.com', user: null },
    });
  });

  it('keeps a key out that may not list', async () => {
    const { session } = withClient({ listProjects: refuse('forbidden'), canListKeys: refuse('forbidden') });
    await session.connect(INPUT);
    expect(session.state()).toMatchObject({ kind: 'not-administrator', role: null });
  });

  it('answers a dead token as an error and stays where it is', async () => {
    const { session } = withClient({
      listProjects: refuse('unauthorized'),
      canListKeys: refuse('unauthorized'),
    });
    await session.openLast();
    const before = session.state();
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'unauthorized' } });
    expect(session.state()).toEqual(before);
  });

  it('does not let anybody in on a role that could not be asked', async () => {
    const { session } = withClient({ whoAmI: refuse('connection-refused') });
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'connection-refused' } });
    expect(session.client()).toBeNull();
  });

  it('asks nobody about an address or a token that cannot be', async () => {
    const { session } = setUp();
    expect(await session.connect({ ...INPUT, address: 'http://example.com' })).toMatchObject({ ok: false });
    expect(await session.connect({ ...INPUT, token: 'two words' })).toMatchObject({ ok: false });
    expect(session.client()).toBeNull();
  });
});

describe('several projects', () => {
  const projects = [
    { id: 'p1', name: 'First' },
    { id: 'p2', name: 'Second' },
  ];

  it('asks once which, and remembers it', async () => {
    const { session, kept } = withClient({ listProjects: async () => ok(projects) });
    await session.connect(INPUT);
    expect(session.state()).toMatchObject({ kind: 'choosing-project', projects });
    await session.chooseProject('p2');
    expect(session.state()).toMatchObject({ kind: 'signed-in', connection: { name: 'Second' } });
    expect(kept).toMatchObject([{ projectId: 'p2' }]);
  });

  it('does not ask again at the next start', async () => {
    const saved = savedFile({ id: 'c', name: 'Second', projectId: 'p2' });
    const { session } = setUp({ client: fakeClient({ listProjects: async () => ok(projects) }), saved });
    await session.openLast();
    expect(session.state()).toMatchObject({ kind: 'signed-in', connection: { name: 'Second' } });
  });
});

describe('the saved connection', () => {
  const saved = savedFile({ id: 'c' });

  it('begins at sign-in where there is none', async () => {
    const { session } = setUp();
    await session.openLast();
    expect(session.state()).toEqual({ kind: 'signed-out', address: null, notice: null });
  });

  it('is kept, and said to be unreachable, when the server cannot be asked', async () => {
    const { session, written } = setUp({
      client: fakeClient({ listProjects: refuse('connection-refused') }),
      saved,
    });
    await session.openLast();
    expect(session.state()).toEqual({
      kind: 'unreachable',
      error: { kind: 'connection-refused' },
      name: 'First',
      address: 'https://api.example.com',
    });
    expect(written()).toEqual(saved);
  });

  it('is kept when the keyring does not open its token now', async () => {
    const locked = savedFile({ id: 'c', token: 'of another key', seal: 'of another key' });
    const { session, written } = setUp({ saved: locked });
    await session.openLast();
    const notice = { kind: 'token-unreadable' };
    expect(session.state()).toEqual({ kind: 'signed-out', address: '', notice });
    expect(written()).toEqual(locked);
  });

  it('leads to sign-in when its token is refused', async () => {
    const client = fakeClient({ listProjects: refuse('unauthorized'), canListKeys: refuse('unauthorized') });
    const { session } = setUp({ client, saved });
    await session.openLast();
    expect(session.state()).toMatchObject({ kind: 'signed-out', notice: { kind: 'unauthorized' } });
  });

  it('stays where it is while only the demo is left', async () => {
    const { session, written } = setUp({ saved });
    await session.openDemo();
    await session.signOut(nothing);
    expect(written()).toEqual(saved);
    await session.openLast();
    expect(session.connection()?.kind).toBe('api');
  });

  it('does not open by itself without a token', async () => {
    const { session } = setUp({ saved: savedFile({ id: 'c', token: null }) });
    await session.openLast();
    expect(session.state()).toEqual({ kind: 'signed-out', address: null, notice: null });
  });

  it('stays on screen as it is while it is tried again', async () => {
    const { session, states } = setUp({
      client: fakeClient({ listProjects: refuse('connection-refused') }),
      saved,
    });
    await session.openLast();
    const before = states.length;
    expect(await session.retry()).toEqual({ ok: false, error: { kind: 'connection-refused' } });
    expect(states.slice(before).map(({ kind }) => kind)).toEqual(['unreachable']);
  });
});

describe('a list that was kept', () => {
  const saved = savedFile({ id: 'c' });
  const owner = {
    project: { id: 'p1', name: 'First' },
    user: { id: 'u1', name: 'Ada', email: 'ada@example.com' },
  };
  const lists = { recall: async () => ({ ...owner, savedAt: 0, rows: [] }) };

  it('is shown before the server is asked; only then may anything be done', async () => {
    let asked = 0;
    const client = fakeClient({
      listProjects: async () => {
        asked += 1;
        return ok([{ id: 'p1', name: 'Renamed' }]);
      },
    });
    const { session } = setUp({ saved, lists, client });
    await session.openLast();
    expect(asked).toBe(0);
    expect(session.state()).toMatchObject({
      kind: 'signed-in',
      connection: { ...owner, id: 'c', name: 'First', standing: 'unconfirmed' },
    });
    expect(session.client()).toBeNull();
    expect((await session.confirm(SIGNAL)).ok).toBe(true);
    expect(session.state()).toMatchObject({
      connection: { id: 'c', name: 'Renamed', standing: 'confirmed' },
    });
    expect(session.client()).toBe(client);
    await session.confirm(SIGNAL);
    expect(asked).toBe(1);
  });

  it('stays while the server cannot be asked', async () => {
    const client = fakeClient({ listProjects: refuse('connection-refused') });
    const { session, forgotten } = setUp({ saved, lists, client });
    await session.openLast();
    expect(await session.confirm(SIGNAL)).toEqual({ ok: false, error: { kind: 'connection-refused' } });
    expect(session.state()).toMatchObject({ connection: { standing: 'unconfirmed' } });
    expect(forgotten).toEqual([]);
  });

  it('is hidden and deleted where the role is no longer administrator', async () => {
    const client = fakeClient({ whoAmI: async () => ok({ user: owner.user, role: 'member' }) });
    const { session, forgotten } = setUp({ saved, lists, client });
    await session.openLast();
    expect(await session.confirm(SIGNAL)).toEqual({ ok: false, error: { kind: 'forbidden' } });
    expect(session.state()).toMatchObject({ kind: 'not-administrator', role: 'member' });
    expect(forgotten).toEqual(['c']);
  });

  it('stays where the token is dead, and another one of the same project goes on under the same id', async () => {
    let dead = true;
    const client = fakeClient({
      listProjects: async () => (dead ? refuse('unauthorized')() : ok([owner.project])),
      canListKeys: refuse('unauthorized'),
    });
    const { session, forgotten, kept } = setUp({ saved, lists, client });
    await session.openLast();
    await session.confirm(SIGNAL);
    expect(session.state()).toMatchObject({ connection: { id: 'c', standing: 'token-refused' } });
    dead = false;
    await session.signInAgain({ connectionId: 'c', token: 'another' });
    expect(session.state()).toMatchObject({ connection: { id: 'c', standing: 'confirmed' } });
    expect(kept).toMatchObject([{ id: 'c', token: 'another' }]);
    expect(forgotten).toEqual([]);
  });

  it('stays beside that of another project', async () => {
    const client = fakeClient({ listProjects: async () => ok([{ id: 'p2', name: 'Second' }]) });
    const { session, connections, forgotten } = setUp({ saved, lists, client });
    await session.openLast();
    await session.connect(INPUT);
    expect(session.state()).not.toMatchObject({ connection: { id: 'c' } });
    expect(connections.list().map(({ name }) => name)).toEqual(['First', 'Second']);
    expect(forgotten).toEqual([]);
  });

  it('of a project that could not be read is never taken for the one of another token', async () => {
    const client = fakeClient({ listProjects: refuse('forbidden'), whoAmI: refuse('forbidden') });
    const { session } = setUp({ saved: savedFile({ id: 'c', projectId: null }), lists, client });
    await session.openLast();
    await session.connect(INPUT);
    expect(session.state()).not.toMatchObject({ connection: { id: 'c' } });
  });

  it('of such a project goes where another key is entered for it: that may be of another project', async () => {
    const client = fakeClient({ listProjects: refuse('forbidden'), whoAmI: refuse('forbidden') });
    const { session, forgotten } = setUp({ saved: savedFile({ id: 'c', projectId: null }), lists, client });
    await session.openLast();
    await session.signInAgain({ connectionId: 'c', token: 'another' });
    expect(session.state()).toMatchObject({ connection: { id: 'c' } });
    expect(forgotten).toEqual(['c']);
  });
});

it('the list of the demo goes with its reset', async () => {
  const { session, forgotten } = setUp();
  await session.openDemo();
  expect(await session.resetDemo()).toMatchObject({ ok: true });
  expect(forgotten).toEqual(['demo']);
});

describe('what goes wrong on this computer', () => {
  it('leads from the start to sign-in when the demo cannot be opened', async () => {
    const openDemoProject = () => Promise.reject(new Error('disk'));
    const session = createSession(parts(fakeConnections(), { openDemoProject }));
    expect(await session.openDemo()).toEqual({ ok: false, error: { kind: 'unexpected' } });
    expect(session.state().kind).toBe('signed-out');
  });

  it('says so when the token cannot be deleted, and stays signed in', async () => {
    const { session } = setUp();
    await session.connect(INPUT);
    const refused = () => Promise.reject(new Error('disk'));
    expect(await session.signOut(refused)).toEqual({ ok: false, error: { kind: 'not-saved' } });
    expect(session.state().kind).toBe('signed-in');
    expect(session.client()).not.toBeNull();
  });
});

describe('another token, made here', () => {
  const asKey = { listProjects: refuse('forbidden') } as const;

  it('is gone on with under the same connection, and its list stays', async () => {
    const { session, kept, forgotten } = withClient(asKey);
    await session.connect(INPUT);
    const before = session.connection();
    expect(session.ownLastFour()).toBe('oken');
    expect(await session.changeToken('new-key-wxyz')).toMatchObject({ ok: true });
    expect(session.connection()).toEqual(before);
    expect(session.ownLastFour()).toBe('wxyz');
    expect(kept.at(-1)).toMatchObject({ id: before?.id, token: 'new-key-wxyz' });
    expect(forgotten).toEqual([]);
  });

  it('changes nothing where it may not see the list', async () => {
    let mayList = true;
    const { session, kept } = withClient({
      ...asKey,
      canListKeys: async () => (mayList ? ok(undefined) : fail({ kind: 'forbidden' })),
    });
    await session.connect(INPUT);
    const before = session.state();
    mayList = false;
    expect(await session.changeToken('new-key-wxyz')).toEqual(fail({ kind: 'forbidden' }));
    expect(session.state()).toBe(before);
    expect(kept).toHaveLength(1);
  });

  it('is taken where somebody is signed in, and tells nothing of a person’s token', async () => {
    const { session } = setUp();
    expect(await session.changeToken('new-key-wxyz')).toEqual(fail({ kind: 'no-session' }));
    await session.connect(INPUT);
    expect(session.ownLastFour()).toBeNull();
    expect(await session.changeToken('two\nlines')).toMatchObject({
      ok: false,
      error: { kind: 'invalid-token' },
    });
  });
});

describe('what answers teach', () => {
  it('a refused list means that this is no administrator any more', async () => {
    const { session, forgotten, kept } = setUp();
    await session.connect(INPUT);
    session.learn('list', { kind: 'forbidden' });
    expect(session.state().kind).toBe('not-administrator');
    expect(session.client()).toBeNull();
    expect(forgotten).toEqual([kept[0]?.id]);
  });

  it.each(['list', 'create', 'delete'] as const)(
    'a dead token (%s) is asked for again, once, and the place is kept',
    async (call) => {
      const { session, states } = setUp();
      await session.connect(INPUT);
      const before = states.length;
      for (let time = 0; time < 5; time += 1) session.learn(call, { kind: 'unauthorized' });
      expect(states.length).toBe(before + 1);
      expect(session.state()).toMatchObject({
        kind: 'signed-in',
        connection: { name: 'First', standing: 'token-refused' },
      });
      expect(session.client()).toBeNull();
      expect(await session.confirm(SIGNAL)).toEqual({ ok: false, error: { kind: 'unauthorized' } });
    },
  );

  it('a refused create or delete is not offered again', async () => {
    const { session } = setUp();
    await session.connect(INPUT);
    session.learn('create', { kind: 'forbidden' });
    expect(session.state()).toMatchObject({ connection: { refused: { create: true, delete: false } } });
  });

  it('a network error teaches nothing', async () => {
    const { session } = setUp();
    await session.connect(INPUT);
    const before = session.state();
    session.learn('list', { kind: 'timeout' });
    expect(session.state()).toBe(before);
  });
});

describe('cancelling', () => {
  it('gives an attempt up without changing anything', async () => {
    const { session, kept } = withClient({
      // A server that lets in at the very moment that the person cancels.
      listProjects: async () => {
        session.cancelConnect();
        return ok([{ id: 'p1', name: 'First' }]);
      },
    });
    await session.openLast();
    const before = session.state();
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(session.state()).toBe(before);
    expect(kept).toEqual([]);
  });
});
