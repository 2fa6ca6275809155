import { randomUUID } from 'node:crypto';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { parseToken } from '../key-api/token.ts';
import { admit } from './admission.ts';
import { apiConnection, connectionName, demoConnection } from './connection.ts';
import type { OpenConnection, TokenVault } from './token-vault.ts';

/** An opened demo project: a client of its embedded key API. */
export type DemoProject = { readonly client: KeyApiClient; reset(): Promise<void> };

export type SessionParts = {
  readonly vault: TokenVault;
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
  readonly openDemoProject: () => Promise<DemoProject>;
  readonly onChange: (state: SessionState) => void;
};

export type Session = ReturnType<typeof createSession>;

/** A connection on its way in: what is known before its server has let it in. */
type Candidate = {
  readonly id: string;
  readonly address: KeyApiAddress;
  readonly token: string;
  readonly client: KeyApiClient;
};

const SIGNED_OUT: SessionState = { kind: 'signed-out', address: null, notice: null };

/**
 * The admin session: who is signed in where, and the client that speaks for them. The token lives in the client
 * and, encrypted, in the vault; no state tells it.
 */
export function createSession({ vault, clientFor, openDemoProject, onChange }: SessionParts) {
  let state: SessionState = { kind: 'opening' };
  let client: KeyApiClient | null = null;
  let candidate: Candidate | null = null;
  /** What the vault shall keep of the connection that is signed in. */
  let kept: OpenConnection | null = null;
  let demo: DemoProject | null = null;
  let entering = new AbortController();

  function become(next: SessionState): Result<SessionState> {
    state = next;
    onChange(state);
    return ok(state);
  }

  function leave(): void {
    entering.abort();
    client = null;
    candidate = null;
    kept = null;
    demo = null;
  }

  /** Asks the server who this is and goes where that leads. A failure leaves the state as it is. */
  async function enter(next: Candidate, projectId: string | null): Promise<Result<SessionState>> {
    entering.abort();
    const attempt = new AbortController();
    entering = attempt;
    const admission = await admit(next.client, projectId, attempt.signal);
    if (attempt.signal.aborted) return fail({ kind: 'cancelled' });
    if (!admission.ok) return admission;

    switch (admission.value.kind) {
      case 'choose-project':
        candidate = next;
        return become({
          kind: 'choosing-project',
          address: next.address.shown,
          projects: admission.value.projects,
        });
      case 'not-administrator': {
        leave();
        const notKept = { kind: 'memory', reason: 'not-saved' } as const;
        const connection = apiConnection(next.id, next.address, admission.value, notKept);
        return become({ kind: 'not-administrator', connection, role: admission.value.role });
      }
      case 'administrator': {
        const connection: OpenConnection = {
          id: next.id,
          address: next.address.base,
          name: connectionName(next.address, admission.value),
          projectId: admission.value.project?.id ?? null,
          token: next.token,
        };
        const tokenStorage = await vault.save(connection, () => !attempt.signal.aborted);
        if (attempt.signal.aborted) return fail({ kind: 'cancelled' });
        leave();
        client = next.client;
        kept = connection;
        return become({
          kind: 'signed-in',
          connection: apiConnection(next.id, next.address, admission.value, tokenStorage),
        });
      }
    }
  }

  /** Opens the saved connection, if there is one. Its token stays saved whatever comes. */
  async function openSaved(): Promise<Result<SessionState>> {
    if (entering.signal.aborted) entering = new AbortController();
    const before = entering;
    const saved = await vault.read();
    // Somebody has signed in or out while the keyring was asked: that counts.
    if (entering !== before || before.signal.aborted) return fail({ kind: 'cancelled' });
    if (!saved) return become(SIGNED_OUT);
    const address = parseAddress(saved.address);
    if (!address.ok) return become(SIGNED_OUT);
    // Without its seal the address may be anybody's, and the usual one may be wrong: the person types it.
    if (saved.token === null) {
      return become({ kind: 'signed-out', address: '', notice: { kind: 'token-unreadable' } });
    }
    become({ kind: 'opening' });
    const entered = await enter(
      {
        id: saved.id,
        address: address.value,
        token: saved.token,
        client: clientFor(address.value, saved.token),
      },
      saved.projectId,
    );
    if (entered.ok || state.kind !== 'opening') return entered;
    if (entered.error.kind === 'unauthorized') {
      return become({ kind: 'signed-out', address: address.value.shown, notice: entered.error });
    }
    become({ kind: 'unreachable', name: saved.name, address: address.value.shown, error: entered.error });
    return entered;
  }

  async function enterDemo(): Promise<Result<SessionState>> {
    leave();
    demo = await openDemoProject();
    const admission = await admit(demo.client, null, new AbortController().signal);
    if (!admission.ok) return admission;
    if (admission.value.kind !== 'administrator') return fail({ kind: 'unexpected' });
    client = demo.client;
    return become({ kind: 'signed-in', connection: demoConnection(admission.value) });
  }

  /** A demo that cannot be opened must not leave the program at its beginning, where nothing can be done. */
  async function openDemo(): Promise<Result<SessionState>> {
    const entered = await enterDemo().catch(() => fail<SessionState>({ kind: 'unexpected' }));
    if (!entered.ok && state.kind === 'opening') become(SIGNED_OUT);
    return entered;
  }

  return {
    state: () => state,
    /** The client of the connection that is signed in; null where nobody is. */
    client: () => (state.kind === 'signed-in' ? client : null),
    openSaved,
    openDemo,

    /** The token is read here once and lives on in the client alone. */
    async connect(input: { address: string; token: string }): Promise<Result<SessionState>> {
      const address = parseAddress(input.address);
      if (!address.ok) return address;
      const token = parseToken(input.token);
      if (!token.ok) return token;
      return enter(
        {
          id: randomUUID(),
          address: address.value,
          token: token.value,
          client: clientFor(address.value, token.value),
        },
        null,
      );
    },

    async chooseProject(projectId: string): Promise<Result<SessionState>> {
      return candidate ? enter(candidate, projectId) : fail({ kind: 'no-session' });
    },

    /** Asks the keyring once more to keep a token that is in memory only. */
    async checkKeyring(): Promise<Result<SessionState>> {
      if (state.kind !== 'signed-in' || !kept) return fail({ kind: 'no-session' });
      const asked = kept;
      const tokenStorage = await vault.save(asked, () => kept === asked);
      // Signed out meanwhile.
      if (state.kind !== 'signed-in' || kept !== asked) return fail({ kind: 'no-session' });
      return become({ kind: 'signed-in', connection: { ...state.connection, tokenStorage } });
    },

    cancelConnect: () => entering.abort(),

    async resetDemo(): Promise<Result<SessionState>> {
      if (!demo) return fail({ kind: 'no-session' });
      await demo.reset();
      return ok(state);
    },

    /** Whether the demo is open: leaving it leaves a saved connection as it is. */
    isDemo: () => state.kind === 'signed-in' && state.connection.kind === 'demo',

    /**
     * Deletes the token and all that came from the server; stays where the disk does not let go of it.
     * @param keepSaved leaves the saved connection as it is.
     */
    async signOut(keepSaved: boolean): Promise<Result<SessionState>> {
      // What is under way must not bring back what is deleted here.
      entering.abort();
      const signedIn = kept;
      kept = null;
      try {
        if (!keepSaved) await vault.remove();
      } catch {
        kept = signedIn;
        return fail({ kind: 'not-saved' });
      }
      leave();
      return become(SIGNED_OUT);
    },

    /**
     * Takes notice of what an answer says about the session: a refused list means that this is no administrator
     * (any more), a dead token that somebody must sign in again, a refused create or delete is not offered again.
     */
    learn(call: 'list' | 'create' | 'delete', error: AppError): void {
      if (state.kind !== 'signed-in') return;
      const { connection } = state;
      if (call === 'list' && error.kind === 'unauthorized') {
        leave();
        become({ kind: 'signed-out', address: connection.address, notice: error });
      } else if (call === 'list' && error.kind === 'forbidden') {
        client = null;
        become({ kind: 'not-administrator', connection, role: null });
      } else if (call !== 'list' && error.kind === 'forbidden') {
        become({
          kind: 'signed-in',
          connection: { ...connection, refused: { ...connection.refused, [call]: true } },
        });
      }
    },
  };
}
