import { ok, type Result } from '../../shared/app-error.ts';
import type { Connection, SessionState, Standing } from '../../shared/session-state.ts';
import type { KeyApiAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { OpenConnection } from './connection-records.ts';

/** A connection on its way in: what is known before its server has let it in. */
export type Candidate = {
  readonly id: string;
  readonly address: KeyApiAddress;
  readonly token: string;
  readonly client: KeyApiClient;
  /** The connection of the list that this token was typed for; null where it was typed for none. */
  readonly typedFor: string | null;
};

/** An opened demo project: a client of its embedded key API. */
export type DemoProject = {
  readonly client: KeyApiClient;
  readonly clientWith: (token: string) => KeyApiClient;
  reset(): Promise<void>;
};

/** What stands behind the state. The page is told nothing of it. */
type Behind = {
  /** A token that reads several projects, until one of them is chosen. */
  readonly choosing: Candidate | null;
  /** The connection that is signed in. */
  readonly open: Candidate | null;
  /** What the list of connections shall keep of it. */
  readonly kept: OpenConnection | null;
  readonly demo: DemoProject | null;
};

export type SessionHold = ReturnType<typeof createSessionHold>;

export const SIGNED_OUT: SessionState = { kind: 'signed-out', address: null, notice: null };

const NOTHING: Behind = { choosing: null, open: null, kept: null, demo: null };

/** Holds the state of the session, what stands behind it, and the signal of whoever is on the way in. */
export function createSessionHold(onChange: (state: SessionState) => void) {
  let state: SessionState = { kind: 'opening' };
  let behind = NOTHING;
  let entering = new AbortController();
  /** How each connection was when it was last seen in this run: whoever comes back to it finds it so. */
  const seen = new Map<string, Connection>();

  function become(next: SessionState, standsBehind: Partial<Behind> = {}): Result<SessionState> {
    state = next;
    behind = { ...behind, ...standsBehind };
    if (next.kind === 'signed-in') seen.set(next.connection.id, next.connection);
    onChange(state);
    return ok(state);
  }

  /** Forgets what stands behind the state; whoever is on the way in is given up. */
  function leave(): void {
    entering.abort();
    behind = NOTHING;
  }

  return {
    state: () => state,
    behind: () => behind,

    seen: (connectionId: string): Connection | null => seen.get(connectionId) ?? null,
    /** It has been changed, and shows so where it is open. */
    remember(connection: Connection): void {
      seen.set(connection.id, connection);
      if (state.kind === 'signed-in' && state.connection.id === connection.id)
        become({ kind: 'signed-in', connection });
    },
    forget: (connectionId: string): void => void seen.delete(connectionId),

    /** Changes what the page sees, and perhaps what stands behind it. */
    become,

    leave,

    /** Leaves, and becomes another state. */
    change(next: SessionState, standsBehind: Partial<Behind> = {}): Result<SessionState> {
      leave();
      return become(next, standsBehind);
    },

    /** The same connection, standing differently. */
    standAs(standing: Standing): void {
      if (state.kind !== 'signed-in') return;
      become({ kind: 'signed-in', connection: { ...state.connection, standing } });
    },

    /** Begins to enter: whoever was on the way in is given up. Aborted as soon as somebody else enters or leaves. */
    begin(): AbortSignal {
      entering.abort();
      entering = new AbortController();
      return entering.signal;
    },

    /** The same, but whoever is on the way in goes on. */
    join(): AbortSignal {
      if (entering.signal.aborted) entering = new AbortController();
      return entering.signal;
    },

    giveUp: (): void => entering.abort(),
  };
}
