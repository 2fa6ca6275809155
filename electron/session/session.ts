import { randomUUID } from 'node:crypto';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { parseToken } from '../key-api/token.ts';
import type { KeyList } from '../keys/key-list.ts';
import { admit } from './admission.ts';
import { apiConnection, DEMO_ID, demoConnection } from './connection.ts';
import { createEntry } from './entry.ts';
import { createSessionHold, type DemoProject, SIGNED_OUT } from './session-hold.ts';
import type { TokenVault } from './token-vault.ts';

export type SessionParts = {
  readonly vault: TokenVault;
  /** The lists that are kept: one of them is shown before its server has answered. */
  readonly lists: Pick<KeyList, 'recall' | 'forget' | 'forgetAll'>;
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
  readonly openDemoProject: () => Promise<DemoProject>;
  readonly onChange: (state: SessionState) => void;
};

export type Session = ReturnType<typeof createSession>;

/** Longer than this nobody waits to hear whether a key may see the list. */
const LONGEST_TRIAL_MS = 15_000;

/**
 * The admin session: who is signed in where, and the client that speaks for them. The token lives in the client
 * and, encrypted, in the vault; no state tells it.
 */
export function createSession({ vault, lists, clientFor, openDemoProject, onChange }: SessionParts) {
  const hold = createSessionHold(onChange);
  const { enter, confirm, forgetList } = createEntry({ hold, vault, lists });
  const { state, behind } = hold;

  /** While a sign-out deletes, nobody is signed in any more, though the page still shows the list. */
  let signingOut = false;

  function signedIn(): Connection | null {
    const now = state();
    return now.kind === 'signed-in' && !signingOut ? now.connection : null;
  }

  /** Opens the saved connection, if there is one. Its token stays saved whatever comes. */
  async function openSaved(): Promise<Result<SessionState>> {
    // Somebody may sign in or out while the keyring is asked: that counts.
    const signal = hold.join();
    const saved = await vault.read();
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const address = saved && parseAddress(saved.address);
    if (!address?.ok) return hold.become(SIGNED_OUT);
    const { shown } = address.value;
    // Without its seal the address may be anybody's, and the usual one may be wrong: the person types it.
    if (saved?.token == null) {
      return hold.become({ kind: 'signed-out', address: '', notice: { kind: 'token-unreadable' } });
    }
    const { id, token } = saved;
    const open = { id, address: address.value, token, client: clientFor(address.value, token) };
    const copy = await lists.recall(id);
    if (signal.aborted) return fail({ kind: 'cancelled' });
    if (copy) {
      const connection = apiConnection(id, open.address, copy, { kind: 'keyring' }, 'unconfirmed');
      return hold.change({ kind: 'signed-in', connection }, { open, kept: { ...saved, token } });
    }
    hold.become({ kind: 'opening' });
    const entered = await enter(open, saved.projectId);
    if (entered.ok || state().kind !== 'opening') return entered;
    if (entered.error.kind === 'unauthorized') {
      return hold.become({ kind: 'signed-out', address: shown, notice: entered.error });
    }
    hold.become({ kind: 'unreachable', name: saved.name, address: shown, error: entered.error });
    return entered;
  }

  async function enterDemo(): Promise<Result<SessionState>> {
    hold.leave();
    const signal = hold.begin();
    const demo = await openDemoProject();
    const admission = await admit(demo.client, null, signal);
    if (signal.aborted) return fail({ kind: 'cancelled' });
    if (!admission.ok) return admission;
    if (admission.value.kind !== 'administrator') return fail({ kind: 'unexpected' });
    return hold.change({ kind: 'signed-in', connection: demoConnection(admission.value) }, { demo });
  }

  /** A demo that cannot be opened must not leave the program at its beginning, where nothing can be done. */
  async function openDemo(): Promise<Result<SessionState>> {
    const entered = await enterDemo().catch(() => fail<SessionState>({ kind: 'unexpected' }));
    if (!entered.ok && state().kind === 'opening') hold.become(SIGNED_OUT);
    return entered;
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
    openSaved,
    openDemo,

    /** The token is read here once and lives on in the client alone. */
    async connect(input: { address: string; token: string }): Promise<Result<SessionState>> {
      const address = parseAddress(input.address);
      if (!address.ok) return address;
      const token = parseToken(input.token);
      if (!token.ok) return token;
      const { kept } = behind();
      // What the page holds of one server goes to no other, unless the person has seen the sign-out.
      if (kept && kept.address !== address.value.base) return fail({ kind: 'still-signed-in' });
      const client = clientFor(address.value, token.value);
      const next = { id: randomUUID(), address: address.value, token: token.value, client };
      const entered = await enter(next, kept?.projectId ?? null);
      // The opening of a saved connection was given up for this: it must not stay for ever.
      if (!entered.ok && state().kind === 'opening') hold.become(SIGNED_OUT);
      return entered;
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
      return enter({ ...open, token: token.value, client }, kept?.projectId ?? null);
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
      const tokenStorage = await vault.save(kept, isKept);
      const connection = signedIn();
      // Signed out meanwhile.
      if (!connection || !isKept()) return fail({ kind: 'no-session' });
      return hold.become({ kind: 'signed-in', connection: { ...connection, tokenStorage } });
    },

    cancelConnect: hold.giveUp,

    async resetDemo(): Promise<Result<SessionState>> {
      const { demo } = behind();
      if (!demo) return fail({ kind: 'no-session' });
      await demo.reset();
      await forgetList(DEMO_ID);
      return ok(state());
    },

    /** Whether the demo is open: leaving it leaves a saved connection as it is. */
    isDemo: () => signedIn()?.kind === 'demo',

    /**
     * Deletes the token and all that came from the server; stays where the disk does not let go of it.
     * @param keepSaved leaves the saved connection as it is.
     */
    async signOut(keepSaved: boolean): Promise<Result<SessionState>> {
      // What is under way must not bring back what is deleted here.
      hold.giveUp();
      signingOut = true;
      try {
        if (!keepSaved) {
          await lists.forgetAll();
          await vault.remove();
        }
        return hold.change(SIGNED_OUT);
      } catch {
        return fail({ kind: 'not-saved' });
      } finally {
        signingOut = false;
      }
    },

    /**
     * Takes notice of what an answer says about the session: a refused list means that this is no administrator
     * (any more), a dead token that somebody must sign in again, a refused create or delete is not offered again.
     */
    learn(call: 'list' | 'create' | 'delete', error: AppError): void {
      const connection = signedIn();
      if (!connection) return;
      if (error.kind === 'unauthorized') {
        if (connection.standing !== 'token-refused') hold.standAs('token-refused');
      } else if (call === 'list' && error.kind === 'forbidden') {
        hold.change({ kind: 'not-administrator', connection, role: null });
        void forgetList(connection.id);
      } else if (error.kind === 'forbidden') {
        const refused = { ...connection.refused, [call]: true };
        hold.become({ kind: 'signed-in', connection: { ...connection, refused } });
      }
    },
  };
}
