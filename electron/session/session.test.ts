import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import type { SessionState, TokenStorage } from '../../shared/session-state.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
import { fakeClient, fakeLists, fakeVault, refuse } from './fake-client.ts';
import { createSession } from './session.ts';
import type { OpenConnection, TokenVault } from './token-vault.ts';

const TOKEN = 'canary-token';
const SIGNAL = new AbortController().signal;
const INPUT = { address: 'https://api.example.com', token: TOKEN };

type Saved = Awaited<ReturnType<TokenVault['read']>>;

function setUp({
  client = fakeClient(),
  saved = null as Saved,
  storage = 'keyring' as 'keyring' | 'memory',
  lists = {} as Partial<KeyList>,
} = {}) {
  const states: SessionState[] = [];
  const kept: OpenConnection[] = [];
  let held: Saved = saved;
  const tokenStorage: TokenStorage =
    storage === 'keyring' ? { kind: 'keyring' } : { kind: 'memory', reason: 'no-keyring' };
  const forgotten: string[] = [];
  const session = createSession({
    vault: fakeVault({
      read: async () => held,
      saved: async () => held,
      save: async (connection) => {
        kept.push(connection);
        held = connection;
        return tokenStorage;
      },
      remove: async () => {
        held = null;
      },
    }),
    lists: fakeLists({
      forget: async (id) => void forgotten.push(id),
      forgetAll: async () => void forgotten.push('all'),
      ...lists,
    }),
    clientFor: () => client,
    openDemoProject: async () => ({
      client: fakeClient(),
      clientWith: () => fakeClient(),
      reset: async () => undefined,
    }),
    onChange: (state) => states.push(state),
  });
  return { session, states, kept, forgotten, saved: () => held };
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
  let answer = (_saved: Saved): void => undefined;
  const session = createSession({
    vault: fakeVault({
      read: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    }),
    lists: fakeLists(),
    clientFor: () => fakeClient(),
    openDemoProject: () => Promise.reject(new Error('not asked for')),
    onChange: () => undefined,
  });
  const opening = session.openSaved();
  await session.connect(INPUT);
  answer(null);
  await opening;
  expect(session.state()).toMatchObject({ kind: 'signed-in' });
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
  await session.openSaved();
  for (const answer of asked) answer();
  expect((await connecting).ok).toBe(true);
  expect(session.state().kind).toBe('signed-in');
});

it('a sign-out while the keyring saves the token leaves nobody signed in', async () => {
  let wanted = (): boolean => true;
  let saved = (_storage: TokenStorage): void => undefined;
  const session = createSession({
    vault: fakeVault({
      save: (_connection, isWanted) =>
        new Promise((resolve) => {
          wanted = isWanted;
          saved = resolve;
        }),
    }),
    lists: fakeLists(),
    clientFor: () => fakeClient(),
    openDemoProject: () => Promise.reject(new Error('not asked for')),
    onChange: () => undefined,
  });
  const connecting = session.connect(INPUT);
  await new Promise((resolve) => setImmediate(resolve));
  await session.signOut(false);
  expect(wanted()).toBe(false);
  saved({ kind: 'keyring' });
  expect(await connecting).toEqual({ ok: false, error: { kind: 'cancelled' } });
  expect(session.state().kind).toBe('signed-out');
  expect(session.client()).toBeNull();
});

describe('a sign-out overtakes', () => {
  const saved = { id: 'c', address: 'https://api.example.com', name: 'First', projectId: 'p1', token: TOKEN };
  const member = async () => ok({ user: { id: 'u1', name: null, email: 'e' }, role: 'member' });

  /** A session of which one part waits until it is let go. */
  function held(client: KeyApiClient, vault: Partial<TokenVault>, lists: Partial<KeyList>) {
    return createSession({
      vault: fakeVault(vault),
      lists: fakeLists(lists),
      clientFor: () => client,
      openDemoProject: async () => ({ client, clientWith: () => fakeClient(), reset: async () => undefined }),
      onChange: () => undefined,
    });
  }

  it('a token that is refused while the saved connection is looked up', async () => {
    const { promise, resolve } = deferred<null>();
    const session = held(fakeClient({ whoAmI: member }), { saved: () => promise }, {});
    const connecting = session.connect(INPUT);
    await new Promise((turn) => setImmediate(turn));
    await session.signOut(false);
    resolve(null);
    expect(await connecting).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(session.state().kind).toBe('signed-out');
  });

  it('a choice of projects that comes in the place of a list that was shown', async () => {
    const { promise, resolve } = deferred<void>();
    const others = [
      { id: 'p2', name: 'Second' },
      { id: 'p3', name: 'Third' },
    ];
    const session = held(
      fakeClient({ listProjects: async () => ok(others) }),
      { read: async () => saved },
      {
        recall: async () => ({ savedAt: 0, project: null, user: null, rows: [] }),
        forget: () => promise,
      },
    );
    await session.openSaved();
    const confirming = session.confirm(SIGNAL);
    await new Promise((turn) => setImmediate(turn));
    // The list is hidden before the disk has let go of it.
    expect(session.state().kind).toBe('choosing-project');
    await session.signOut(false);
    resolve();
    await confirming;
    expect(session.state().kind).toBe('signed-out');
  });

  it('all that is asked for while the disk deletes', async () => {
    const { promise, resolve } = deferred<void>();
    const session = held(fakeClient(), { remove: () => promise }, {});
    await session.connect(INPUT);
    const signingOut = session.signOut(false);
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
    const session = held(opening, {}, {});
    const opened = session.openDemo();
    await session.signOut(false);
    resolve();
    await opened;
    expect(session.state().kind).toBe('signed-out');
  });
});

it('a sign-in that fails while the saved connection is looked for leads to the sign-in, not to an opening without end', async () => {
  const { session } = setUp({ client: fakeClient({ listProjects: refuse('connection-refused') }) });
  const [, connected] = await Promise.all([session.openSaved(), session.connect(INPUT)]);
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
    await session.signOut(false);
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
    await session.openSaved();
    const before = session.state();
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'unauthorized' } });
    expect(session.state()).toEqual(before);
  });

  it('does not let anybody in on a role that could not be asked', async () => {
    const { session } = withClient({ whoAmI: refuse('connection-refused') });
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'connection-refused' } });
    expect(session.client()).toBeNull();
  });

  it('sends nothing to another server while one is open', async () => {
    const { session } = setUp();
    await session.connect(INPUT);
    const elsewhere = { address: 'https://other.example.com', token: TOKEN };
    expect(await session.connect(elsewhere)).toEqual({ ok: false, error: { kind: 'still-signed-in' } });
    expect(session.state()).toMatchObject({ connection: { address: INPUT.address } });
    await session.signOut(false);
    expect((await session.connect(elsewhere)).ok).toBe(true);
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
    const saved = {
      id: 'c',
      address: 'https://api.example.com',
      name: 'Second',
      projectId: 'p2',
      token: TOKEN,
    };
    const { session } = setUp({ client: fakeClient({ listProjects: async () => ok(projects) }), saved });
    await session.openSaved();
    expect(session.state()).toMatchObject({ kind: 'signed-in', connection: { name: 'Second' } });
  });
});

describe('the saved connection', () => {
  const saved = { id: 'c', address: 'https://api.example.com', name: 'First', projectId: 'p1', token: TOKEN };

  it('begins at sign-in where there is none', async () => {
    const { session } = setUp();
    await session.openSaved();
    expect(session.state()).toEqual({ kind: 'signed-out', address: null, notice: null });
  });

  it('is kept, and said to be unreachable, when the server cannot be asked', async () => {
    const { session, saved: held } = setUp({
      client: fakeClient({ listProjects: refuse('connection-refused') }),
      saved,
    });
    await session.openSaved();
    expect(session.state()).toEqual({
      kind: 'unreachable',
      error: { kind: 'connection-refused' },
      name: 'First',
      address: 'https://api.example.com',
    });
    expect(held()).toEqual(saved);
  });

  it('is kept when the keyring does not open its token now', async () => {
    const locked = { ...saved, token: null };
    const { session, saved: held } = setUp({ saved: locked });
    await session.openSaved();
    const notice = { kind: 'token-unreadable' };
    expect(session.state()).toEqual({ kind: 'signed-out', address: '', notice });
    expect(held()).toEqual(locked);
  });

  it('leads to sign-in when its token is refused', async () => {
    const client = fakeClient({ listProjects: refuse('unauthorized'), canListKeys: refuse('unauthorized') });
    const { session } = setUp({ client, saved });
    await session.openSaved();
    expect(session.state()).toMatchObject({ kind: 'signed-out', notice: { kind: 'unauthorized' } });
  });

  it('is gone after sign-out, and stays when only the demo is left', async () => {
    const { session, saved: held } = setUp({ saved });
    await session.openDemo();
    expect(session.isDemo()).toBe(true);
    await session.signOut(true);
    expect(held()).toEqual(saved);
    await session.openSaved();
    expect(session.isDemo()).toBe(false);
    await session.signOut(false);
    expect(held()).toBeNull();
    expect(session.client()).toBeNull();
  });
});

describe('a list that was kept', () => {
  const saved = { id: 'c', address: 'https://api.example.com', name: 'First', projectId: 'p1', token: TOKEN };
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
    await session.openSaved();
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
    await session.openSaved();
    expect(await session.confirm(SIGNAL)).toEqual({ ok: false, error: { kind: 'connection-refused' } });
    expect(session.state()).toMatchObject({ connection: { standing: 'unconfirmed' } });
    expect(forgotten).toEqual([]);
  });

  it('is hidden and deleted where the role is no longer administrator', async () => {
    const client = fakeClient({ whoAmI: async () => ok({ user: owner.user, role: 'member' }) });
    const { session, forgotten } = setUp({ saved, lists, client });
    await session.openSaved();
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
    await session.openSaved();
    await session.confirm(SIGNAL);
    expect(session.state()).toMatchObject({ connection: { id: 'c', standing: 'token-refused' } });
    dead = false;
    await session.connect({ ...INPUT, token: 'another' });
    expect(session.state()).toMatchObject({ connection: { id: 'c', standing: 'confirmed' } });
    expect(kept).toMatchObject([{ id: 'c', token: 'another' }]);
    expect(forgotten).toEqual([]);
  });

  it('of another project is deleted once that one is left', async () => {
    const client = fakeClient({ listProjects: async () => ok([{ id: 'p2', name: 'Second' }]) });
    const { session, forgotten } = setUp({ saved, lists, client });
    await session.openSaved();
    await session.connect(INPUT);
    expect(session.state()).not.toMatchObject({ connection: { id: 'c' } });
    expect(forgotten).toEqual(['c']);
  });

  it('of a project that could not be read is never taken for the one of another token', async () => {
    const unread = { ...saved, projectId: null };
    const client = fakeClient({ listProjects: refuse('forbidden'), whoAmI: refuse('forbidden') });
    const { session, forgotten } = setUp({ saved: unread, lists, client });
    await session.openSaved();
    await session.connect(INPUT);
    expect(session.state()).not.toMatchObject({ connection: { id: 'c' } });
    expect(forgotten).toEqual(['c']);
  });

  it('goes with the sign-out, and not with leaving the demo', async () => {
    const { session, forgotten } = setUp({ saved, lists });
    await session.openDemo();
    await session.signOut(true);
    expect(forgotten).toEqual([]);
    await session.openSaved();
    await session.signOut(false);
    expect(forgotten).toEqual(['all']);
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
    const session = createSession({
      vault: fakeVault(),
      lists: fakeLists(),
      clientFor: () => fakeClient(),
      openDemoProject: () => Promise.reject(new Error('disk')),
      onChange: () => undefined,
    });
    expect(await session.openDemo()).toEqual({ ok: false, error: { kind: 'unexpected' } });
    expect(session.state().kind).toBe('signed-out');
  });

  it('says so when the token cannot be deleted, and stays signed in', async () => {
    const session = createSession({
      vault: fakeVault({ remove: () => Promise.reject(new Error('disk')) }),
      lists: fakeLists(),
      clientFor: () => fakeClient(),
      openDemoProject: async () => ({
        client: fakeClient(),
        clientWith: () => fakeClient(),
        reset: async () => undefined,
      }),
      onChange: () => undefined,
    });
    await session.connect(INPUT);
    expect(await session.signOut(false)).toEqual({ ok: false, error: { kind: 'not-saved' } });
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
    await session.openSaved();
    const before = session.state();
    expect(await session.connect(INPUT)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(session.state()).toBe(before);
    expect(kept).toEqual([]);
  });
});
