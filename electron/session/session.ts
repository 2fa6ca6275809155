import { randomUUID } from 'node:crypto';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { parseToken } from '../key-api/token.ts';
import type { KeyList } from '../keys/key-list.ts';
import { admit } from './admission.ts';
import { asSet, DEMO_ID, demoConnection } from './connection.ts';
import type { Connections } from './connections.ts';
import { createEntry } from './entry.ts';
import { createOpening } from './opening.ts';
import { createSessionHold, type DemoProject, SIGNED_OUT } from './session-hold.ts';

export type SessionParts = {
  readonly connections: Connections;
  /** The lists that are kept: one of them is shown before its server has answered. */
  readonly lists: Pick<KeyList, 'recall' | 'forget'>;
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
  readonly openDemoProject: () => Promise<DemoProject>;
  readonly onChange: (state: SessionState) => void;
  /** Why what is open must not be left now; null where it may. */
  readonly whyNotLeave: () => AppError | null;
  /** Asks the person, past the page, whether a token shall go to a server that no connection is known to be for. */
  readonly mayReachServer: (host: string) => Promise<boolean>;
};

export type Session = ReturnType<typeof createSession>;

/** Longer than this nobody waits to hear whether a key may see the list. */
const LONGEST_TRIAL_MS = 15_000;

/**
 * The admin session: which connection is open in the window, and the client that speaks for it. The token lives in
 * the client and in the list of connections; no state tells it.
 */
export function createSession(parts: SessionParts) {
  const { connections, lists, clientFor, openDemoProject, onChange, whyNotLeave, mayReachServer } = parts;
  /** A project other than the demo has been open in this run: the page may have seen what is secret. */
  let hasBeenOpen = false;
  const hold = createSessionHold((next) => {
    hasBeenOpen ||= next.kind === 'signed-in' && next.connection.kind === 'api';
    onChange(next);
  });
  const entry = createEntry({ hold, connections, lists, whyNotLeave });
  const { enter, confirm, forgetList } = entry;
  const { state, behind } = hold;
  const opening = createOpening({ hold, entry, connections, lists, clientFor });

  /** While a sign-out deletes, nobody is signed in any more, though the page still shows the list. */
  let signingOut = false;

  function signedIn(): Connection | null {
    const now = state();
    return now.kind === 'signed-in' && !signingOut ? now.connection : null;
  }

  /** Lets somebody in with a token that was typed; whoever is led nowhere by it is not left at the opening. */
  async function enterTyped(
    base: KeyApiAddress,
    typed: string,
    about: { readonly typedFor: string | null; readonly projectId: string | null },
  ): Promise<Result<SessionState>> {
    const token = parseToken(typed);
    if (!token.ok) return token;
    const { typedFor, projectId } = about;
    const client = clientFor(base, token.value);
    const next = { id: randomUUID(), address: base, token: token.value, client, typedFor };
    const entered = await enter(next, projectId);
    // The opening of a saved connection was given up for this: it must not stay for ever.
    if (!entered.ok && state().kind === 'opening') hold.become(SIGNED_OUT);
    return entered;
  }

  async function enterDemo(): Promise<Result<SessionState>> {
    const hindrance = entry.whyNotGoTo(DEMO_ID);
    if (hindrance) return fail(hindrance);
    const signal = hold.begin();
    const demo = await openDemoProject();
    const admission = await admit(demo.client, null, signal);
    if (signal.aborted) return fail({ kind: 'cancelled' });
    if (!admission.ok) return admission;
    if (admission.value.kind !== 'administrator') return fail({ kind: 'unexpected' });
    return hold.change({ kind: 'signed-in', connection: demoConnection(admission.value) }, { demo });
  }

  return {
    state,
    /** The connection that is signed in; null where nobody is. */
    connection: signedIn,
    /** The client of the connection, once its server has let it in; else null. */
    client(): KeyApiClient | null {
      const { demo, open } = behind();
      return signedIn()?.standing === 'confirmed' ? ((demo ?? open)?.client ?? null) : null;
    },
    /** A client of the same server that shows another token; null where nobody is signed in. */
    clientWith(token: string): KeyApiClient | null {
      const { demo, open } = behind();
      if (!signedIn()) return null;
      return demo?.clientWith(token) ?? (open && clientFor(open.address, token));
    },
    /** The last four of the token where it is itself an API key: they are in the list too. */
    ownLastFour(): string | null {
      const { open } = behind();
      return open && signedIn()?.user === null ? open.token.slice(-4) : null;
    },
    confirm,
    openLast: opening.openLast,
    openConnection: opening.open,
    retry: opening.retry,
    tried: opening.tried,

    /** A demo that cannot be opened must not leave the program at its beginning, where nothing can be done. */
    async openDemo(): Promise<Result<SessionState>> {
      const entered = await enterDemo().catch(() => fail<SessionState>({ kind: 'unexpected' }));
      if (!entered.ok && state().kind === 'opening') hold.become(SIGNED_OUT);
      return entered;
    },

    /** The token is read here once and lives on in the client and the list of connections alone. */
    async connect(input: { address: string; token: string }): Promise<Result<SessionState>> {
      const address = parseAddress(input.address);
      if (!address.ok) return address;
      const token = parseToken(input.token);
      if (!token.ok) return token;
      // What would only be led back from its server is not sent to it.
      const hindrance = whyNotLeave();
      if (hindrance) return fail(hindrance);
      const { base, host } = address.value;
      // What the page holds of one server goes to no other, unless its person says so where the page has no hand in it.
      if (hasBeenOpen && !connections.knowsServer(base)) {
        const signal = hold.begin();
        if (!(await mayReachServer(host)) || signal.aborted) return fail({ kind: 'cancelled' });
      }
      return enterTyped(address.value, input.token, { typedFor: null, projectId: null });
    },

    /** Another token for a connection of the list. It goes to no address but the one that is certain. */
    async signInAgain(input: { connectionId: string; token: string }): Promise<Result<SessionState>> {
      const known = connections.find(input.connectionId);
      if (!known) return fail({ kind: 'no-session' });
      // The keyring may ask its person first: whoever cancels meanwhile is not signed in by the answer.
      const signal = hold.join();
      const base = await connections.addressOf(known.id);
      if (signal.aborted) return fail({ kind: 'cancelled' });
      const address = base === null ? null : parseAddress(base);
      if (!address?.ok) return fail({ kind: 'address-unverified' });
      return enterTyped(address.value, input.token, { typedFor: known.id, projectId: known.projectId });
    },

    /**
     * Goes on with another token of the same project, a key that was made in it; where that may not see the list,
     * everything stays as it is.
     */
    async changeToken(key: string): Promise<Result<SessionState>> {
      const { open, kept } = behind();
      const token = parseToken(key);
      if (!signedIn() || !open) return fail({ kind: 'no-session' });
      if (!token.ok) return token;
      const client = clientFor(open.address, token.value);
      const listed = await client.canListKeys(AbortSignal.timeout(LONGEST_TRIAL_MS));
      if (!listed.ok) return listed;
      if (behind().open !== open) return fail({ kind: 'cancelled' });
      return enter({ ...open, token: token.value, client, typedFor: null }, kept?.projectId ?? null);
    },

    async chooseProject(projectId: string): Promise<Result<SessionState>> {
      const { choosing } = behind();
      return choosing ? enter(choosing, projectId) : fail({ kind: 'no-session' });
    },

    /** Asks the keyring once more to keep a token that is in memory only. */
    async checkKeyring(): Promise<Result<SessionState>> {
      const { kept } = behind();
      if (!signedIn() || !kept) return fail({ kind: 'no-session' });
      const isKept = () => behind().kept === kept && !signingOut;
      const tokenStorage = await connections.keep(kept, isKept);
      const connection = signedIn();
      // Signed out meanwhile.
      if (!connection || !isKept()) return fail({ kind: 'no-session' });
      void connections.used(connection.id);
      return hold.become({ kind: 'signed-in', connection: { ...connection, tokenStorage } });
    },

    cancelConnect: hold.giveUp,

    /** Its person has named or coloured a connection: what is open shows it. */
    showAs(connectionId: string): void {
      const seen = hold.seen(connectionId);
      const record = connections.find(connectionId);
      if (seen && record) hold.remember(asSet(seen, record.settings, record.name));
    },

    async resetDemo(): Promise<Result<SessionState>> {
      const { demo } = behind();
      if (!demo) return fail({ kind: 'no-session' });
      await demo.reset();
      await forgetList(DEMO_ID);
      return ok(state());
    },

    /**
     * Signs out of what is open while `work` deletes what there is of it; stays where the disk does not let go of it.
     */
    async signOut(work: () => Promise<void>): Promise<Result<SessionState>> {
      // What is under way must not bring back what is deleted here.
      hold.giveUp();
      signingOut = true;
      try {
        await work();
        return hold.change(SIGNED_OUT);
      } catch {
        return fail({ kind: 'not-saved' });
      } finally {
        signingOut = false;
      }
    },

    /** Nothing of the connection is remembered any more. */
    forget: hold.forget,

    /**
     * Takes notice of what an answer says about the session: a refused list means that this is no administrator
     * (any more), a dead token that somebody must sign in again, a refused create or delete is not offered again.
     */
    learn(call: 'list' | 'create' | 'delete', error: AppError): void {
      const connection = signedIn();
      if (!connection) return;
      if (error.kind === 'unauthorized') {
        if (connection.standing === 'token-refused') return;
        hold.standAs('token-refused');
        connections.refuse(connection.id);
      } else if (call === 'list' && error.kind === 'forbidden') {
        hold.change({ kind: 'not-administrator', connection, role: null });
        hold.forget(connection.id);
        void forgetList(connection.id);
      } else if (error.kind === 'forbidden') {
        const refused = { ...connection.refused, [call]: true };
        hold.become({ kind: 'signed-in', connection: { ...connection, refused } });
      }
    },
  };
}
