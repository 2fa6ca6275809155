import type { KeyRow } from '../../shared/api-key.ts';
import { type AppError, fail, ok } from '../../shared/app-error.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { KeyList } from '../keys/key-list.ts';
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

/** A vault under a keyring that takes everything and had nothing before. */
export function fakeVault(changes: Partial<TokenVault> = {}): TokenVault {
  return {
    read: async () => null,
    saved: async () => null,
    save: async () => ({ kind: 'keyring' }),
    remove: async () => undefined,
    ...changes,
  };
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
    settled: async () => undefined,
    ...changes,
  };
}
