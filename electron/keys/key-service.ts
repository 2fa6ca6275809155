import type { KeyRow, NewKey, PendingSecret } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { CopyLoaded, Input, KeysEnded, KeysLoaded, LoadOutcome } from '../../shared/contract.ts';
import type { Deletion, DeletionStep } from '../../shared/deletion.ts';
import { rowsText } from '../../shared/rows-text.ts';
import type { ActivityLog, Done } from '../activity/activity-log.ts';
import type { LocalFactsKeeper } from '../facts/local-facts.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import { inTurns } from '../key-api/turns.ts';
import type { Session } from '../session/session.ts';
import { createAttemptedCalls } from './attempted-calls.ts';
import type { Attempts } from './attempts.ts';
import { createDeleteSeveral } from './delete-several.ts';
import type { KeyList } from './key-list.ts';
import type { OneTimeSecret } from './one-time-secret.ts';

export type CancellableCall = 'loadKeys' | 'createKey' | 'deleteKey';

export type KeyServiceParts = {
  readonly session: Session;
  readonly secret: OneTimeSecret;
  readonly list: Pick<KeyList, 'current' | 'recall' | 'replace' | 'without'>;
  readonly onCopy: (copy: CopyLoaded) => void;
  readonly attempts: Attempts;
  readonly facts: Pick<LocalFactsKeeper, 'created' | 'deleted'>;
  readonly activity: Pick<ActivityLog, 'record'>;
  readonly onLoaded: (page: KeysLoaded) => void;
  readonly onEnded: (end: KeysEnded) => void;
  readonly onDeletion: (deletion: Deletion | null) => void;
  readonly onDeletionStep: (step: DeletionStep) => void;
};

type Removed = Result<{ readonly alreadyGone: boolean }>;

/** What is done with the keys of the connection that is signed in. One call of each kind at a time. */
export function createKeyService(parts: KeyServiceParts) {
  const { session, secret, list, attempts, facts, activity } = parts;
  const { onCopy, onLoaded, onEnded, onDeletion, onDeletionStep } = parts;
  const running = new Map<CancellableCall, AbortController>();
  /** Deleted since the walk began: a page that was read before that does not bring the key back. */
  const deleted = new Set<string>();
  const lastWhole = () => list.current(session.connection()?.id ?? '')?.rows ?? null;
  const recorder = () => {
    const connection = session.connection();
    return (done: Done) => {
      if (connection) activity.record(connection, done);
    };
  };
  const attempted = createAttemptedCalls({ attempts, lastWhole, recorder });

  /** Runs a call; a new one of the same kind ends the one before. */
  async function run<T>(
    call: CancellableCall,
    work: (signal: AbortSignal) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    running.get(call)?.abort();
    const controller = new AbortController();
    running.set(call, controller);
    try {
      return await work(controller.signal);
    } finally {
      if (running.get(call) === controller) running.delete(call);
    }
  }

  /** Asks the server that was open when the call was made; what it answers may be news for the session. */
  async function ask<T>(
    call: 'list' | 'create' | 'delete',
    client: KeyApiClient,
    work: () => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const result = await work();
    // An answer about a connection that was left meanwhile says nothing about this one.
    if (!result.ok && session.client() === client) session.learn(call, result.error);
    return result;
  }

  /** Hands on the last whole list, so that there is something to look at while the server is asked. */
  async function showCopy(loadId: number, connectionId: string, signal: AbortSignal): Promise<void> {
    const copy = await list.recall(connectionId);
    if (!copy) return;
    const { rows, savedAt } = copy;
    let sent = 0;
    for await (const part of inTurns(rows)) {
      if (signal.aborted) return;
      sent += part.length;
      onCopy({ loadId, rows: rowsText(part), savedAt, isLast: sent === rows.length });
    }
  }

  /** Walks the list and keeps it, if it came whole. */
  async function walk(loadId: number, signal: AbortSignal): Promise<Result<LoadOutcome>> {
    deleted.clear();
    const rows: KeyRow[] = [];
    const asked = session.connection();
    const client = session.client();
    if (!client) return fail({ kind: 'no-session' });
    const walked = await ask('list', client, () =>
      client.listKeys((page) => {
        if (signal.aborted) return;
        rows.push(...page.rows);
        onLoaded({ loadId, rows: rowsText(page.rows), estimatedTotal: page.estimatedTotal });
      }, signal),
    );
    const connection = session.connection();
    if (walked.ok && walked.value.kind === 'complete' && connection && connection.id === asked?.id) {
      list.replace(
        connection,
        rows.filter(({ id }) => id === null || !deleted.has(id)),
      );
    }
    return walked;
  }

  async function removeOne(id: string): Promise<Removed> {
    const client = session.client();
    if (!client) return fail({ kind: 'no-session' });
    const removed = await run('deleteKey', (signal) =>
      attempted.remove(id, signal, () => ask('delete', client, () => client.deleteKey(id, signal))),
    );
    if (removed.ok) {
      deleted.add(id);
      void facts.deleted(id);
    }
    return removed;
  }

  const several = createDeleteSeveral({
    remove: removeOne,
    forget(connectionId, ids) {
      const connection = session.connection();
      if (connection?.id === connectionId) list.without(connection, ...ids);
    },
    connectionId: () => session.connection()?.id ?? null,
    rowsOf: attempted.rowsOf,
    onChange: onDeletion,
    onStep: onDeletionStep,
  });

  return {
    /**
     * Walks the list; before that, hands on the last whole one where it is asked for. A walk that a newer one ended
     * tells its end too, by its own `loadId`.
     */
    async load({ loadId, wantsCopy, connectionId }: Input<'loadKeys'>): Promise<void> {
      const result = await run('loadKeys', async (signal): Promise<Result<LoadOutcome>> => {
        const connection = session.connection();
        // The window has gone on to another connection since it was asked for.
        const isLeft = connectionId !== undefined && connection?.id !== connectionId;
        if (!connection || isLeft) return fail({ kind: 'no-session' });
        if (wantsCopy) await showCopy(loadId, connection.id, signal);
        if (signal.aborted) return fail({ kind: 'cancelled' });
        const confirmed = await session.confirm(signal);
        if (signal.aborted) return fail({ kind: 'cancelled' });
        return confirmed.ok ? walk(loadId, signal) : confirmed;
      });
      onEnded({ loadId, result });
    },

    /** Makes a key and keeps its secret in the one slot; the answer tells everything but the secret. */
    async create(newKey: NewKey): Promise<Result<PendingSecret>> {
      if (secret.pending() || running.has('createKey')) return fail({ kind: 'secret-pending' });
      const client = session.client();
      if (!client) return fail({ kind: 'no-session' });
      const created = await run('createKey', (signal) =>
        attempted.create(newKey, signal, () => ask('create', client, () => client.createKey(newKey, signal))),
      );
      if (!created.ok) return created;
      const { id, name, lastFour } = created.value.key;
      // Nobody waits for a keyring to see a new key.
      void facts.created(created.value.key, newKey);
      const pending = { keyId: id, name, lastFour };
      secret.hold(created.value.secret, pending);
      return ok(pending);
    },

    async remove(id: string): Promise<Removed> {
      const connection = session.connection();
      const removed = await removeOne(id);
      if (removed.ok && connection) list.without(connection, id);
      return removed;
    },

    /** Several keys, one after another; the list is told of all of them at the end. */
    several,

    /** A create is on its way: the server may have made the key already. */
    isCreating: (): boolean => running.has('createKey'),

    /** Something is being changed: its answer, and what is noted of it, are of the connection that is open. */
    isChanging: (): boolean => running.has('createKey') || running.has('deleteKey') || several.isRunning(),

    cancel: (call: CancellableCall): void => running.get(call)?.abort(),
    cancelAll: (): void => {
      several.abandon();
      for (const controller of running.values()) controller.abort();
    },
  };
}

export type KeyService = ReturnType<typeof createKeyService>;
