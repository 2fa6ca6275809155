import type { KeyRow, NewKey, PendingSecret } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { KeysEnded, KeysLoaded } from '../../shared/contract.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { Session } from '../session/session.ts';
import { createAttemptedCalls } from './attempted-calls.ts';
import type { Attempts } from './attempts.ts';
import type { OneTimeSecret } from './one-time-secret.ts';

export type CancellableCall = 'loadKeys' | 'createKey' | 'deleteKey';

export type KeyServiceParts = {
  readonly session: Session;
  readonly secret: OneTimeSecret;
  readonly attempts: Attempts;
  readonly onLoaded: (page: KeysLoaded) => void;
  readonly onEnded: (end: KeysEnded) => void;
};

/** What is done with the keys of the connection that is signed in. One call of each kind at a time. */
export function createKeyService({ session, secret, attempts, onLoaded, onEnded }: KeyServiceParts) {
  const running = new Map<CancellableCall, AbortController>();
  /** The rows of the last complete walk, and whose they are. */
  let whole: { readonly client: KeyApiClient; readonly rows: readonly KeyRow[] } | null = null;
  const lastWhole = () => (whole && whole.client === session.client() ? whole.rows : null);
  const attempted = createAttemptedCalls({ attempts, lastWhole });

  /** Runs a call of the client; a new one of the same kind ends the one before. */
  async function run<T>(
    call: CancellableCall,
    work: (client: KeyApiClient, signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const client = session.client();
    if (!client) return fail({ kind: 'no-session' });
    running.get(call)?.abort();
    const controller = new AbortController();
    running.set(call, controller);
    try {
      return await work(client, controller.signal);
    } finally {
      if (running.get(call) === controller) running.delete(call);
    }
  }

  return {
    /** Walks the list. A walk that a newer one ended tells its end too, by its own `loadId`. */
    async load(loadId: number): Promise<void> {
      const result = await run('loadKeys', async (client, signal) => {
        const rows: KeyRow[] = [];
        const walked = await client.listKeys((page) => {
          if (signal.aborted) return;
          rows.push(...page.rows);
          onLoaded({ loadId, ...page });
        }, signal);
        if (walked.ok && walked.value.kind === 'complete') whole = { client, rows };
        return walked;
      });
      onEnded({ loadId, result });
      if (!result.ok) session.learn('list', result.error);
    },

    /** Makes a key and keeps its secret in the one slot; the answer tells everything but the secret. */
    async create(newKey: NewKey): Promise<Result<PendingSecret>> {
      if (secret.pending() || running.has('createKey')) return fail({ kind: 'secret-pending' });
      const created = await run('createKey', (client, signal) =>
        attempted.create(newKey, signal, () => client.createKey(newKey, signal)),
      );
      if (!created.ok) {
        session.learn('create', created.error);
        return created;
      }
      const { id, name, lastFour } = created.value.key;
      const pending = { keyId: id, name, lastFour };
      secret.hold(created.value.secret, pending);
      return ok(pending);
    },

    async remove(id: string): Promise<Result<{ readonly alreadyGone: boolean }>> {
      const removed = await run('deleteKey', (client, signal) =>
        attempted.remove(id, signal, () => client.deleteKey(id, signal)),
      );
      if (!removed.ok) session.learn('delete', removed.error);
      return removed;
    },

    /** A create is on its way: the server may have made the key already. */
    isCreating: (): boolean => running.has('createKey'),

    cancel: (call: CancellableCall): void => running.get(call)?.abort(),
    cancelAll: (): void => {
      for (const controller of running.values()) controller.abort();
    },
  };
}

export type KeyService = ReturnType<typeof createKeyService>;
