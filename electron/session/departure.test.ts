import { describe, expect, it } from 'vitest';
import { ok } from '../../shared/app-error.ts';
import { createDeparture } from './departure.ts';
import { fakeClient, fakeConnections, fakeLists, savedFile } from './fake-client.ts';
import { createSession } from './session.ts';

const disk = () => Promise.reject(new Error('disk'));

/** Two connections of which the first is open; what happens to them is told in order. */
async function setUp({ refusing = 'nothing' as 'nothing' | 'token' | 'belonging' } = {}) {
  const done: string[] = [];
  const file = savedFile({ id: 'a' }, { id: 'b', name: 'Second', projectId: 'p2' });
  const connections = fakeConnections({ file, store: refusing === 'token' ? { write: disk } : {} });
  const watched: typeof connections = {
    ...connections,
    deleteToken: async (id) => {
      await connections.deleteToken(id);
      done.push(`token of ${id}`);
    },
  };
  const session = createSession({
    connections: watched,
    lists: fakeLists(),
    clientFor: () => fakeClient({ listProjects: async () => ok([{ id: 'p1', name: 'First' }]) }),
    openDemoProject: async () => ({
      client: fakeClient(),
      clientWith: () => fakeClient(),
      reset: async () => undefined,
    }),
    onChange: () => undefined,
    whyNotLeave: () => null,
    mayReachServer: async () => true,
  });
  const departure = createDeparture({
    session,
    connections: watched,
    belongings: [
      {
        goesWith: 'sign-out',
        forget: async ({ id }) => (refusing === 'belonging' ? disk() : void done.push(`copy of ${id}`)),
      },
      { goesWith: 'removal', forget: async ({ id }) => void done.push(`facts of ${id}`) },
    ],
    forgetAll: async () => void done.push('all copies'),
    forgetDemo: async () => void done.push('demo'),
    giveUp: () => undefined,
    letGoOfSecret: () => done.push('secret'),
  });
  await session.openLast();
  return { session, departure, connections, done };
}

describe('signing out', () => {
  it('of what is open takes the token first, then what belongs to it; the connection stays in the list', async () => {
    const { session, departure, connections, done } = await setUp();
    expect((await departure.signOut()).ok).toBe(true);
    expect(done).toEqual(['token of a', 'copy of a', 'secret']);
    expect(session.state().kind).toBe('signed-out');
    expect(connections.list().map(({ standing }) => standing)).toEqual(['signed-out', 'ready']);
  });

  it('of another connection leaves the open one, and its new key, alone', async () => {
    const { session, departure, done } = await setUp();
    expect(await departure.signOutOf('b')).toMatchObject({ ok: true, value: { kind: 'signed-in' } });
    expect(done).toEqual(['token of b', 'copy of b']);
    expect(session.connection()?.id).toBe('a');
  });

  it('stays signed in, with all that belongs to it, where the disk does not let go of the token', async () => {
    const { session, departure, done } = await setUp({ refusing: 'token' });
    expect(await departure.signOut()).toEqual({ ok: false, error: { kind: 'not-saved' } });
    expect(done).toEqual([]);
    expect(session.connection()?.id).toBe('a');
  });

  it('can be tried again where the disk lets go of the token alone', async () => {
    const { session, departure, connections } = await setUp({ refusing: 'belonging' });
    expect(await departure.signOut()).toEqual({ ok: false, error: { kind: 'not-saved' } });
    expect(connections.signedIn()).toEqual(['b']);
    expect(session.connection()?.id).toBe('a');
  });

  it('of the demo leaves every connection as it is', async () => {
    const { session, departure, connections, done } = await setUp();
    await session.openDemo();
    await departure.signOut();
    expect(done).toEqual(['demo', 'secret']);
    expect(connections.signedIn()).toEqual(['a', 'b']);
  });

  it('of all leaves no token, and the list', async () => {
    const { departure, connections, session } = await setUp();
    await departure.signOutOfAll();
    expect(connections.signedIn()).toEqual([]);
    expect(connections.list().map(({ standing }) => standing)).toEqual(['signed-out', 'signed-out']);
    expect(session.state().kind).toBe('signed-out');
  });
});

describe('removing', () => {
  it('takes everything of the connection, in the order of what it is worth', async () => {
    const { departure, connections, done } = await setUp();
    await departure.remove('a');
    expect(done).toEqual(['token of a', 'copy of a', 'facts of a', 'secret']);
    expect(connections.list().map(({ id }) => id)).toEqual(['b']);
    expect(connections.written()?.lastUsed).toBeNull();
  });

  it('of one that is not open changes nothing on screen', async () => {
    const { session, departure, connections } = await setUp();
    const before = session.state();
    await departure.remove('b');
    expect(session.state()).toBe(before);
    expect(connections.list().map(({ id }) => id)).toEqual(['a']);
  });
});
