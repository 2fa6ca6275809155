import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { type KeyApiAddress, parseAddress } from '../key-api/address.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
import { apiConnection } from './connection.ts';
import type { ConnectionRecord, OpenConnection } from './connection-records.ts';
import type { Connections } from './connections.ts';
import type { createEntry } from './entry.ts';
import { type Candidate, type SessionHold, SIGNED_OUT } from './session-hold.ts';

export type OpeningParts = {
  readonly hold: SessionHold;
  readonly entry: Pick<ReturnType<typeof createEntry>, 'enter' | 'whyNotGoTo'>;
  readonly connections: Pick<Connections, 'ready' | 'find' | 'lastUsed' | 'tokenOf' | 'used' | 'refuse'>;
  readonly lists: Pick<KeyList, 'recall'>;
  readonly clientFor: (address: KeyApiAddress, token: string) => KeyApiClient;
};

/** Opens connections of the list: at the start, and in the place of the one that is open. Their tokens stay saved. */
export function createOpening({ hold, entry, connections, lists, clientFor }: OpeningParts) {
  const { state } = hold;
  let tried: string | null = null;

  /** Shows its list as it was last seen; its server is asked afterwards. */
  function show(open: Candidate, kept: OpenConnection, connection: Connection): Result<SessionState> {
    void connections.used(open.id);
    return hold.change({ kind: 'signed-in', connection }, { open, kept });
  }

  /** Asks its server, and nothing of another project is on screen meanwhile. */
  async function ask(open: Candidate, saved: ConnectionRecord): Promise<Result<SessionState>> {
    // What is tried once more stays on screen as it is: it may be tried many times.
    const isRepeated = state().kind === 'unreachable' && tried === open.id;
    tried = open.id;
    if (!isRepeated) hold.change({ kind: 'opening' });
    const asking = state();
    const entered = await entry.enter(open, saved.projectId);
    if (entered.ok || state() !== asking) return entered;
    const { shown } = open.address;
    if (entered.error.kind !== 'unauthorized') {
      const name = saved.settings.ownName ?? saved.name;
      hold.become({ kind: 'unreachable', name, address: shown, error: entered.error });
      return entered;
    }
    connections.refuse(open.id);
    return hold.become({ kind: 'signed-out', address: shown, notice: entered.error });
  }

  async function openRecord(saved: ConnectionRecord, signal: AbortSignal): Promise<Result<SessionState>> {
    const { id, address, name, projectId, settings } = saved;
    const held = await connections.tokenOf(id);
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const parsed = parseAddress(address);
    if (!held || !parsed.ok) return fail({ kind: 'token-unreadable' });
    const { token } = held;
    const client = clientFor(parsed.value, token);
    const open = { id, address: parsed.value, token, client, typedFor: null };
    const copy = await lists.recall(id);
    // Somebody may have gone elsewhere meanwhile, or signed out of it.
    if (signal.aborted || connections.find(id)?.token !== saved.token) return fail({ kind: 'cancelled' });
    const hindrance = entry.whyNotGoTo(id);
    if (hindrance) return fail(hindrance);
    const shown = hold.seen(id) ?? (copy && apiConnection(open, copy, settings, held.storage, 'unconfirmed'));
    return shown ? show(open, { id, address, name, projectId, token }, shown) : ask(open, saved);
  }

  /** What opens by itself: the one that was open last, if it has a token. */
  async function openLast(): Promise<Result<SessionState>> {
    // Somebody may sign in or out while the keyring is asked: that counts.
    const signal = hold.join();
    await connections.ready();
    if (signal.aborted) return fail({ kind: 'cancelled' });
    const saved = connections.lastUsed();
    if (!saved?.token) return hold.become(SIGNED_OUT);
    const opened = await openRecord(saved, signal);
    // Without its seal the address may be anybody's, and the usual one may be wrong: the person types it.
    return !opened.ok && opened.error.kind === 'token-unreadable'
      ? hold.become({ kind: 'signed-out', address: '', notice: opened.error })
      : opened;
  }

  /** Opens a connection of the list. Where it cannot be opened, what is open stays. */
  async function open(connectionId: string): Promise<Result<SessionState>> {
    const now = state();
    if (now.kind === 'signed-in' && now.connection.id === connectionId) return ok(now);
    const hindrance = entry.whyNotGoTo(connectionId);
    if (hindrance) return fail(hindrance);
    const saved = connections.find(connectionId);
    return saved ? openRecord(saved, hold.begin()) : fail({ kind: 'no-session' });
  }

  return {
    openLast,
    open,
    /** The one that could not be opened when it was last tried. */
    tried: () => tried,
    /** Tries once more to open what could not be opened. */
    retry: (): Promise<Result<SessionState>> =>
      state().kind === 'unreachable' && tried !== null ? open(tried) : openLast(),
  };
}
