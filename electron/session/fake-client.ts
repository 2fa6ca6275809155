import { type AppError, fail, ok } from '../../shared/app-error.ts';
import type { KeyApiClient } from '../key-api/client.ts';

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
