import { randomUUID } from 'node:crypto';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { Connection, SessionState, Standing, TokenStorage } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { parseToken } from '../key-api/token.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type Admission, admit } from './admission.ts';
import { apiConnection, connectionName, demoConnection } from './connection.ts';
import type { OpenConnection, TokenVault } from './token-vault.ts';

/** An opened demo project: a client of its embedded key API. */
export type DemoProject = {
  readonly client: KeyApiClient;
  readonly clientWith: (token: string) => KeyApiClient;
  reset(): Promise<void>;
};

export type SessionParts = {
  readonly vault: TokenVault;
  /** The lists that are kept: one of them is shown before its server has answered. */
  readonly lists: Pick<KeyList, 'recall' | 'forget' | 'forgetAll'>;
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

type Administrator = Extract<Admission, { readonly kind: 'administrator' }>;

const SIGNED_OUT: SessionState = { kind: 'signed-out', address: null, notice: null };

const NOT_KEPT: TokenStorage = { kind: 'memory', reason: 'not-saved' };

function toBeKept({ id, address, token }: Candidate, admission: Administrator): OpenConnection {
  return {
    id,
    address: address.base,
    name: connectionName(address, admission),
    projectId: admission.project?.id ?? null,
    token,
  };
}

/** Whether a project was open under `before` already. One that could not be read may be another one each time. */
function isSameProject(
  before: Pick<OpenConnection, 'address' | 'projectId'> | null,
  next: Pick<OpenConnection, 'address' | 'projectId'>,
): boolean {
  return (
    before !== null &&
    next.projectId !== null &&
    before.projectId === next.projectId &&
    before.address === next.address
  );
}

/**
 * The admin session: who is signed in where, and the client that speaks for them. The token lives in the client
 * and, encrypted, in the vault; no state tells it.
 */
export function createSession({ vault, lists, clientFor, openDemoProject, onChange }: SessionParts) {
  let state: SessionState = { kind: 'opening' };
  /** A token that reads several projects, until one of them is chosen. */
  let choosing: Candidate | null = null;
  /** The connection that is signed in, and what the vault shall keep of it. */
  let open: Candidate | null = null;
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
    choosing = null;
    open = null;
    kept = null;
    demo = null;
  }

  /** A list that the disk does not let go of is hidden all the same. */
  const forgetList = (connectionId: string) => lists.forget(connectionId).catch(() => undefined);

  function chooseAmong(next: Candidate, { projects }: Extract<Admission, { kind: 'choose-project' }>) {
    leave();
    choosing = next;
    return become({ kind: 'choosing-project', address: next.address.shown, projects });
  }

  async function refuse(next: Candidate, admission: Extract<Admission, { kind: 'not-administrator' }>) {
    leave();
    const connection = apiConnection(next.id, next.address, admission, NOT_KEPT);
    const refused = become({ kind: 'not-administrator', connection, role: admission.role });
    await forgetList(next.id);
    return refused;
  }

  /** Signs in. Where this project was open before it stays the same connection, and the list stays on screen. */
  async function letIn(next: Candidate, admission: Administrator, isWanted: () => boolean) {
    const before = kept ?? (await vault.saved());
    const fresh = toBeKept(next, admission);
    const same = isSameProject(before, fresh);
    const connection = same && before ? { ...fresh, id: before.id } : fresh;
    const tokenStorage = await vault.save(connection, isWanted);
    if (!isWanted()) return fail<SessionState>({ kind: 'cancelled' });
    if (before && !same && tokenStorage.kind === 'keyring') await forgetList(before.id);
    if (!isWanted()) return fail<SessionState>({ kind: 'cancelled' });
    leave();
    open = { ...next, id: connection.id };
    kept = connection;
    return become({
      kind: 'signed-in',
      connection: apiConnection(connection.id, next.address, admission, tokenStorage),
    });
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
        return chooseAmong(next, admission.value);
      case 'not-administrator': {
        // The list of this project may be there under the connection it was open as.
        const before = kept ?? (await vault.saved());
        const projectOfNext = { address: next.address.base, projectId: admission.value.project?.id ?? null };
        const id = before && isSameProject(before, projectOfNext) ? before.id : next.id;
        return refuse({ ...next, id }, admission.value);
      }
      case 'administrator':
        return letIn(next, admission.value, () => !attempt.signal.aborted);
    }
  }

  function standAs(connection: Connection, standing: Standing): Result<SessionState> {
    return become({ kind: 'signed-in', connection: { ...connection, standing } });
  }

  /** Opens the saved connection, if there is one. Its token stays saved whatever comes. */
  async function openSaved(): Promise<Result<SessionState>> {
    if (entering.signal.aborted) entering = new AbortController();
    const before = entering;
    // Somebody may sign in or out while the keyring is asked: that counts.
    const isOvertaken = () => entering !== before || before.signal.aborted;
    const saved = await vault.read();
    if (isOvertaken()) return fail({ kind: 'cancelled' });
    const address = saved && parseAddress(saved.address);
    if (!address?.ok) return become(SIGNED_OUT);
    const { shown } = address.value;
    // Without its seal the address may be anybody's, and the usual one may be wrong: the person types it.
    if (saved?.token == null) {
      return become({ kind: 'signed-out', address: '', notice: { kind: 'token-unreadable' } });
    }
    const { id, token } = saved;
    const next = { id, address: address.value, token, client: clientFor(address.value, token) };
    const copy = await lists.recall(id);
    if (isOvertaken()) return fail({ kind: 'cancelled' });
    if (copy) {
      leave();
      open = next;
      kept = { ...saved, token };
      const connection = apiConnection(id, next.address, copy, { kind: 'keyring' });
      return standAs(connection, 'unconfirmed');
    }
    become({ kind: 'opening' });
    const entered = await enter(next, saved.projectId);
    if (entered.ok || state.kind !== 'opening') return entered;
    if (entered.error.kind === 'unauthorized') {
      return become({ kind: 'signed-out', address: shown, notice: entered.error });
    }
    become({ kind: 'unreachable', name: saved.name, address: shown, error: entered.error });
    return entered;
  }

  async function enterDemo(): Promise<Result<SessionState>> {
    leave();
    demo = await openDemoProject();
    const admission = await admit(demo.client, null, new AbortController().signal);
    if (!admission.ok) return admission;
    if (admission.value.kind !== 'administrator') return fail({ kind: 'unexpected' });
    return become({ kind: 'signed-in', connection: demoConnection(admission.value) });
  }

  /** A demo that cannot be opened must not leave the program at its beginning, where nothing can be done. */
  async function openDemo(): Promise<Result<SessionState>> {
    const entered = await enterDemo().catch(() => fail<SessionState>({ kind: 'unexpected' }));
    if (!entered.ok && state.kind === 'opening') become(SIGNED_OUT);
    return entered;
  }

  /** What the server says of a connection whose list was shown before it was asked. */
  async function confirm(signal: AbortSignal): Promise<Result<void>> {
    if (state.kind !== 'signed-in') return fail({ kind: 'no-session' });
    if (state.connection.standing === 'confirmed') return ok(undefined);
    if (state.connection.standing === 'token-refused') return fail({ kind: 'unauthorized' });
    const asked = open;
    if (!asked) return fail({ kind: 'no-session' });
    const admission = await admit(asked.client, kept?.projectId ?? null, signal);
    if (open !== asked || state.kind !== 'signed-in') return fail({ kind: 'cancelled' });
    if (!admission.ok) {
      if (admission.error.kind === 'unauthorized') standAs(state.connection, 'token-refused');
      return admission;
    }
    switch (admission.value.kind) {
      case 'choose-project':
        await forgetList(asked.id);
        chooseAmong(asked, admission.value);
        return fail({ kind: 'no-session' });
      case 'not-administrator':
        await refuse(asked, admission.value);
        return fail({ kind: 'forbidden' });
      case 'administrator': {
        const { tokenStorage, refused } = state.connection;
        const connection = apiConnection(asked.id, asked.address, admission.value, tokenStorage);
        become({ kind: 'signed-in', connection: { ...connection, refused } });
        return ok(undefined);
      }
    }
  }

  return {
    state: () => state,
    /** The connection that is signed in; null where nobody is. */
    connection: (): Connection | null => (state.kind === 'signed-in' ? state.connection : null),
    /** The client of the connection, once its server has let it in; else null. */
    client: (): KeyApiClient | null =>
      state.kind === 'signed-in' && state.connection.standing === 'confirmed'
        ? ((demo ?? open)?.client ?? null)
        : null,
    /** A client of the same server that shows another token; null where nobody is signed in. */
    clientWith: (token: string): KeyApiClient | null => {
      if (state.kind !== 'signed-in') return null;
      return demo?.clientWith(token) ?? (open && clientFor(open.address, token));
    },
    confirm,
    openSaved,
    openDemo,

    /** The token is read here once and lives on in the client alone. */
    async connect(input: { address: string; token: string }): Promise<Result<SessionState>> {
      const address = parseAddress(input.address);
      if (!address.ok) return address;
      const token = parseToken(input.token);
      if (!token.ok) return token;
      // What the page holds of one server goes to no other, unless the person has seen the sign-out.
      if (kept && kept.address !== address.value.base) return fail({ kind: 'still-signed-in' });
      return enter(
        {
          id: randomUUID(),
          address: address.value,
          token: token.value,
          client: clientFor(address.value, token.value),
        },
        kept?.projectId ?? null,
      );
    },

    async chooseProject(projectId: string): Promise<Result<SessionState>> {
      return choosing ? enter(choosing, projectId) : fail({ kind: 'no-session' });
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
        if (!keepSaved) {
          await lists.forgetAll();
          await vault.remove();
        }
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
      if (error.kind === 'unauthorized') {
        if (connection.standing !== 'token-refused') standAs(connection, 'token-refused');
      } else if (call === 'list' && error.kind === 'forbidden') {
        leave();
        become({ kind: 'not-administrator', connection, role: null });
        void forgetList(connection.id);
      } else if (error.kind === 'forbidden') {
        const refused = { ...connection.refused, [call]: true };
        become({ kind: 'signed-in', connection: { ...connection, refused } });
      }
    },
  };
}
