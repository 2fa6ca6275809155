import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { DEMO_ID } from './connection.ts';
import { recordFingerprint } from './connection-records.ts';
import type { Connections } from './connections.ts';
import type { Session } from './session.ts';

/** Something in the profile, or in memory, that belongs to one connection. */
export type Belonging = {
  /** Whether it goes with the token, or stays for as long as the connection is in the list. */
  readonly goesWith: 'sign-out' | 'removal';
  /** @throws the file system's error, where the disk does not let go of it. */
  forget(connection: { readonly id: string; readonly fingerprint: string }): Promise<void>;
};

export type DepartureParts = {
  readonly session: Session;
  readonly connections: Connections;
  /** All that belongs to a connection beside its token: what is not named here outlives it. */
  readonly belongings: readonly Belonging[];
  /** What belongs to nobody any more once every connection is signed out. @throws the file system's error. */
  readonly forgetAll: () => Promise<void>;
  readonly forgetDemo: () => Promise<void>;
  /** What is under way, or shown, of the connection that is open. */
  readonly giveUp: () => void;
  readonly letGoOfSecret: () => void;
};

export type Departure = ReturnType<typeof createDeparture>;

/** Signing out of connections, and taking them off the list. The token goes first: what comes after may fail. */
export function createDeparture(parts: DepartureParts) {
  const { session, connections, belongings, forgetAll, forgetDemo, giveUp, letGoOfSecret } = parts;

  async function forget(id: string, goesWith: Belonging['goesWith']): Promise<void> {
    const record = connections.find(id);
    if (!record) return;
    const connection = { id, fingerprint: recordFingerprint(record) };
    const going = belongings.filter((each) => each.goesWith === goesWith);
    for (const belonging of going) await belonging.forget(connection);
  }

  async function deleteSignIn(id: string): Promise<void> {
    await connections.deleteToken(id);
    await forget(id, 'sign-out');
    connections.release(id);
    session.forget(id);
  }

  async function deleteAll(id: string): Promise<void> {
    await deleteSignIn(id);
    await forget(id, 'removal');
    await connections.remove(id);
  }

  async function deleteEverySignIn(): Promise<void> {
    await connections.deleteTokens();
    await forgetAll();
    for (const { id } of connections.list()) {
      connections.release(id);
      session.forget(id);
    }
    await forgetDemo();
  }

  /** Leaves what is open while `work` deletes it. */
  async function leave(work: () => Promise<void>): Promise<Result<SessionState>> {
    giveUp();
    const left = await session.signOut(work);
    if (left.ok) letGoOfSecret();
    return left;
  }

  /** The connection that the window is about; null where it is about none of the list. */
  function shown(): string | null {
    const state = session.state();
    if ('connection' in state) return state.connection.id;
    return state.kind === 'unreachable' || state.kind === 'opening' ? session.tried() : null;
  }

  /** Where the window is about the connection it leaves; else it stays as it is. */
  async function partWith(id: string, work: () => Promise<void>): Promise<Result<SessionState>> {
    if (shown() === id) return leave(work);
    return work().then(
      () => ok(session.state()),
      () => fail({ kind: 'not-saved' }),
    );
  }

  return {
    /** Signs out of what is open. Leaving the demo leaves every connection as it is. */
    signOut(): Promise<Result<SessionState>> {
      const id = shown();
      if (id === DEMO_ID) return leave(forgetDemo);
      return leave(async () => {
        if (id !== null) await deleteSignIn(id);
      });
    },

    /** Signs out of every connection, whatever is open: the way out of a locked window. */
    signOutOfAll: (): Promise<Result<SessionState>> => leave(deleteEverySignIn),

    /** Token and copy go; the connection stays in the list. */
    signOutOf: (id: string): Promise<Result<SessionState>> => partWith(id, () => deleteSignIn(id)),

    /** Everything of it goes. */
    remove: (id: string): Promise<Result<SessionState>> => partWith(id, () => deleteAll(id)),
  };
}
