import type { ConnectionSettings, KnownConnection } from '../../shared/connections.ts';
import type { TokenStorage } from '../../shared/session-state.ts';
import { createQueue } from '../key-api/queue.ts';
import { NO_CONNECTIONS } from './connection-file.ts';
import {
  type ConnectionRecord,
  type ConnectionRecords,
  changedRecord,
  fileOf,
  foundRecords,
  isWrittenAlike,
  knownConnection,
  type OpenConnection,
  recordOf,
  withoutRecord,
  withRecord,
} from './connection-records.ts';
import type { ConnectionStore } from './connection-store.ts';
import type { TokenVault } from './token-vault.ts';

export type ConnectionsParts = {
  readonly store: ConnectionStore;
  readonly vault: TokenVault;
  readonly onChange: (connections: readonly KnownConnection[]) => void;
};

/** A token in memory, and where else it is kept. */
type Held = { readonly token: string; readonly storage: TokenStorage };

export type Connections = ReturnType<typeof createConnections>;

const NOT_SAVED: TokenStorage = { kind: 'memory', reason: 'not-saved' };

/** The list of connections: what is saved of them, and the tokens that are open in this run. */
export function createConnections({ store, vault, onChange }: ConnectionsParts) {
  let state: ConnectionRecords = foundRecords(NO_CONNECTIONS);
  const held = new Map<string, Held>();
  const refused = new Set<string>();
  /** The servers that a token of this computer is for, as far as that is certain. */
  const servers = new Set<string>();
  let reading: Promise<void> | null = null;
  const inTurn = createQueue();

  const find = (id: string): ConnectionRecord | null => recordOf(state, id);

  function standingOf({ id, token }: ConnectionRecord): KnownConnection['standing'] {
    if (token === null && !held.has(id)) return 'signed-out';
    return refused.has(id) ? 'token-refused' : 'ready';
  }
  const list = () => state.records.map((record) => knownConnection(record, standingOf(record)));
  const tell = () => onChange(list());

  function ready(): Promise<void> {
    reading ??= store.read().then((file) => {
      state = foundRecords(file);
      if (state.records.length > 0) tell();
    });
    return reading;
  }

  /** Changes the list, on the disk first. @throws the file system's error: then nothing has changed. */
  function commit(step: (now: ConnectionRecords) => ConnectionRecords): Promise<void> {
    return inTurn(async () => {
      await ready();
      const next = step(state);
      if (!isWrittenAlike(state, next)) {
        const file = fileOf(next);
        await (file ? store.write(file) : store.remove());
      }
      state = next;
      tell();
    });
  }

  function hold(id: string, address: string, one: Held): void {
    held.set(id, one);
    servers.add(address);
  }

  return {
    ready,
    list,
    find,
    lastUsed: () => (state.lastUsed === null ? null : find(state.lastUsed)),
    /** Whether the list of what is saved is all there is; else what belongs to none of them must not be deleted. */
    isWhole: () => store.isWhole(),
    /** The ids of those whose token is saved. */
    signedIn: () => state.records.flatMap(({ id, token }) => (token === null ? [] : [id])),

    /** The connection to this project. One that could not be read may be another one each time. */
    ofProject: (address: string, projectId: string | null): ConnectionRecord | null =>
      state.records.find(
        (record) => projectId !== null && record.projectId === projectId && record.address === address,
      ) ?? null,

    /** Whether a token of this computer is known to be for this server. */
    knowsServer: (address: string): boolean => servers.has(address),

    /** No server is known any more: whether a token may go to one is asked again. */
    forgetServers: (): void => servers.clear(),

    /** The token of a connection; null where there is none, or the keyring does not open it now. */
    async tokenOf(id: string): Promise<Held | null> {
      const record = find(id);
      const open = held.get(id) ?? null;
      if (open || !record) return open;
      const token = await vault.open(record);
      // Signed out meanwhile.
      if (token === null || find(id)?.token !== record.token) return null;
      hold(id, record.address, { token, storage: { kind: 'keyring' } });
      return held.get(id) ?? null;
    },

    /** The address that a token may be sent to; null where nobody vouches for what lies on the disk. */
    async addressOf(id: string): Promise<string | null> {
      const record = find(id);
      if (!record) return null;
      const isCertain = held.has(id) || !record.isSaved || (await vault.vouchesFor(record));
      if (!isCertain) return null;
      servers.add(record.address);
      return record.address;
    },

    /**
     * Takes a connection that its server has let in into the list. Its token is saved where the keyring protects it;
     * else nothing is saved, and what was before stays.
     * @param isWanted asked once more after the keyring has answered: it may have asked its person first.
     */
    async keep(connection: OpenConnection, isWanted: () => boolean): Promise<TokenStorage> {
      const { id, address, token } = connection;
      const sealed = await vault.seal(address, token);
      if (!isWanted()) return NOT_SAVED;
      const taken = (change: Partial<ConnectionRecord>) => (now: ConnectionRecords) =>
        isWanted() ? withRecord(now, connection, change) : now;
      const save = async (): Promise<TokenStorage> => {
        if (sealed.kind !== 'sealed') return sealed;
        return commit(taken({ token: sealed.token, seal: sealed.seal, isSaved: true })).then(
          () => ({ kind: 'keyring' }),
          () => NOT_SAVED,
        );
      };
      const storage = await save();
      if (!find(id)) await commit(taken({}));
      if (!isWanted()) return NOT_SAVED;
      hold(id, address, { token, storage });
      refused.delete(id);
      tell();
      return storage;
    },

    /** It is the one that opens at the next start. A disk that refuses loses that, no more. */
    used: (id: string): Promise<void> =>
      commit((now) => (find(id)?.isSaved ? { ...now, lastUsed: id } : now)).catch(() => undefined),

    /** @throws the file system's error. */
    set: (id: string, settings: ConnectionSettings): Promise<void> =>
      commit((now) => changedRecord(now, id, { settings })),

    /** Its project is called otherwise by now. A disk that refuses loses that, no more. */
    named: (id: string, name: string): Promise<void> =>
      commit((now) => changedRecord(now, id, { name })).catch(() => undefined),

    /** Its server does not accept its token any more. */
    refuse(id: string): void {
      refused.add(id);
      tell();
    },

    /** Deletes the token on the disk; what is open keeps it until `release`. @throws the file system's error. */
    async deleteToken(id: string): Promise<void> {
      await commit((now) => changedRecord(now, id, { token: null }));
      await store.removeAside();
    },

    release(id: string): void {
      held.delete(id);
      refused.delete(id);
      tell();
    },

    /** @throws the file system's error. */
    async remove(id: string): Promise<void> {
      await commit((now) => withoutRecord(now, id));
      await store.removeAside();
    },

    /** Deletes every token on the disk, those of a newer version too. @throws the file system's error. */
    async deleteTokens(): Promise<void> {
      await commit(({ records, ...rest }) => ({
        ...rest,
        records: records.map((one) => ({ ...one, token: null })),
      }));
      await (store.isWhole() ? store.removeAside() : store.remove());
    },
  };
}
