import type { KeyRow } from '../../shared/api-key.ts';
import { type AppError, fail, ok } from '../../shared/app-error.ts';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
import { type ConnectionFile, NO_CONNECTIONS, type SavedConnection } from './connection-file.ts';
import type { ConnectionStore } from './connection-store.ts';
import { createConnections } from './connections.ts';
import type { TokenVault } from './token-vault.ts';

/** A client whose server lets an administrator of one project in; tests change what they are about. */
export function fakeClient(changes: Partial<KeyApiClient> = {}): KeyApiClient {
  return {
    listProjects: async () => ok([{ id: 'p1', name: 'First' }]),
    whoAmI: async () => ok({ user: { id: 'u1', name: 'Ada', email: 'ada@example.com' }, role: 'admin' }),
    canListKeys: async () => ok(undefined),
    listKeys: async () => ok({ kind: 'complete' }),
    createKey: async () => fail({ kind: 'unexpected' }),
    deleteKey: async () => ok({ alreadyGone: false }),
    ...changes,
  };
}

/** A call that the server refuses. */
export function refuse(kind: 'unauthorized' | 'forbidden' | 'connection-refused'): () => Promise<never> {
  const error: AppError = { kind };
  return async () => fail(error) as never;
}

/** A file of connections that lives in memory; `written` is what lies there. */
function memoryStore(before: ConnectionFile | null = null, changes: Partial<ConnectionStore> = {}) {
  let written = before;
  const store: ConnectionStore = {
    read: async () => written ?? NO_CONNECTIONS,
    write: async (file) => {
      written = file;
    },
    removeAside: async () => undefined,
    remove: async () => {
      written = null;
    },
    isWhole: () => true,
    ...changes,
  };
  return { ...store, written: () => written };
}

/** A connection as it is saved by `openVault`; it opens by itself at the start. */
export function savedFile(
  ...connections: readonly (Partial<SavedConnection> & { id: string })[]
): ConnectionFile {
  const usual = {
    address: 'https://api.example.com',
    name: 'First',
    projectId: 'p1',
    settings: USUAL_SETTINGS,
  };
  return {
    lastUsed: connections[0]?.id ?? null,
    connections: connections.map((one) => ({ ...usual, token: 'sealed token', seal: 'sealed', ...one })),
  };
}

/** A vault under a keyring that takes everything. What it has not sealed, it does not open. */
function openVault(changes: Partial<TokenVault> = {}): TokenVault {
  return {
    seal: async (_address, token) => ({ kind: 'sealed', token: `sealed ${token}`, seal: 'sealed' }),
    open: async ({ token }) => (token?.startsWith('sealed ') ? token.slice('sealed '.length) : null),
    vouchesFor: async ({ seal }) => seal === 'sealed',
    ...changes,
  };
}

type FakeConnectionsParts = {
  readonly file?: ConnectionFile | null;
  readonly store?: Partial<ConnectionStore>;
  readonly vault?: Partial<TokenVault>;
  readonly onChange?: (connections: readonly KnownConnection[]) => void;
};

/** The list of connections over such a file and such a vault. */
export function fakeConnections(parts: FakeConnectionsParts = {}) {
  const { file = null, store = {}, vault = {}, onChange = () => undefined } = parts;
  const memory = memoryStore(file, store);
  const connections = createConnections({ store: memory, vault: openVault(vault), onChange });
  return { ...connections, written: memory.written };
}

/** A list that lives in memory alone. */
export function fakeLists(changes: Partial<KeyList> = {}): KeyList {
  let rows: readonly KeyRow[] | null = null;
  return {
    current: () => rows && { savedAt: 0, project: null, user: null, rows },
    recall: async () => null,
    replace: (_connection, whole) => {
      rows = whole;
    },
    without: () => undefined,
    forget: async () => undefined,
    forgetAll: async () => undefined,
    keepOnly: async () => undefined,
    settled: async () => undefined,
    ...changes,
  };
}
