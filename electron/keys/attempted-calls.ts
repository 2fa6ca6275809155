import type { KeyRow, NewKey } from '../../shared/api-key.ts';
import type { AppError, Result } from '../../shared/app-error.ts';
import { namesakesOf } from '../../shared/attempt.ts';
import type { Done } from '../activity/activity-log.ts';
import { afterSending } from '../key-api/errors.ts';
import type { CreatedKey } from '../key-api/wire.ts';
import type { Attempts, Begun } from './attempts.ts';

type Deleted = { readonly alreadyGone: boolean };

export type AttemptedCallsParts = {
  readonly attempts: Attempts;
  /** The rows of the last whole list of the connection; null where there was none. */
  readonly lastWhole: () => readonly KeyRow[] | null;
  /** Notes what a call came to, for the connection that is signed in as it begins. */
  readonly recorder: () => (done: Done) => void;
};

/** Whether a delete that ended so may have been carried out. `cancelled` is only told of one that was never sent. */
function isUncertain(error: AppError): boolean {
  return error.kind !== 'cancelled' && afterSending(error).kind === 'outcome-unknown';
}

/** Whether there is something to note at all. */
function wasSent<T>(result: Result<T>): boolean {
  return result.ok || (result.error.kind !== 'cancelled' && result.error.kind !== 'no-session');
}

/** What a create came to, for the activity. */
function createdOf(name: string, result: Result<CreatedKey>): Pick<Done, 'key' | 'result'> {
  if (result.ok) {
    const { id, lastFour } = result.value.key;
    return { key: { id, name, lastFour }, result: { kind: 'done' } };
  }
  const { error } = result;
  if (error.kind === 'secret-missing')
    return { key: { id: error.keyId, name, lastFour: null }, result: { kind: 'done' } };
  const key = { id: null, name, lastFour: null };
  return error.kind === 'outcome-unknown'
    ? { key, result: { kind: 'unknown' } }
    : { key, result: { kind: 'failed', error: error.kind } };
}

/** What a delete came to, for the activity. */
function deletedOf(result: Result<Deleted>): Done['result'] {
  if (result.ok) return { kind: result.value.alreadyGone ? 'already-gone' : 'done' };
  return isUncertain(result.error) ? { kind: 'unknown' } : { kind: 'failed', error: result.error.kind };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Calls that change something: an attempt is written down before each, and crossed out after a clear answer. */
export function createAttemptedCalls({ attempts, lastWhole, recorder }: AttemptedCallsParts) {
  /** Keys made in this run: no list may have told of them yet, and none of them is ever another attempt's. */
  const made: KeyRow[] = [];
  const knownRows = () => [...made, ...(lastWhole() ?? [])];
  const rowsOf = (keyIds: ReadonlySet<string>) =>
    knownRows().filter(({ id }) => id !== null && keyIds.has(id));

  /** Sends once the attempt is written down. A keyring that asks its person first must not hold Cancel. */
  async function attempt<T>(
    begun: Begun,
    signal: AbortSignal,
    send: () => Promise<Result<T>>,
  ): Promise<{ readonly id: string; readonly result: Result<T> }> {
    const { id, written } = attempts.begin(begun);
    await Promise.race([written, aborted(signal)]);
    try {
      return { id, result: await send() };
    } catch (fault) {
      attempts.uncertain(id);
      throw fault;
    }
  }

  return {
    /** The rows of these keys, as far as they are known. */
    rowsOf,

    async create(
      newKey: NewKey,
      signal: AbortSignal,
      send: () => Promise<Result<CreatedKey>>,
    ): Promise<Result<CreatedKey>> {
      const before = [...new Set(namesakesOf(newKey.name, knownRows()))];
      const details = { ...newKey, before, beforeIsWhole: lastWhole() !== null, keyId: null };
      const record = recorder();
      const { id, result } = await attempt({ kind: 'create', details }, signal, send);
      if (wasSent(result)) record({ action: 'create', ...createdOf(newKey.name, result) });
      if (result.ok) {
        made.push(result.value.key);
        attempts.created(id, result.value.key.id, true);
      } else if (result.error.kind === 'secret-missing') attempts.created(id, result.error.keyId, false);
      else if (result.error.kind === 'outcome-unknown') attempts.uncertain(id);
      else attempts.clear(id);
      return result;
    },

    async remove(
      keyId: string,
      signal: AbortSignal,
      send: () => Promise<Result<Deleted>>,
    ): Promise<Result<Deleted>> {
      const { name = null, lastFour = null } = knownRows().find((row) => row.id === keyId) ?? {};
      const begun: Begun = { kind: 'delete', details: { keyId, name, lastFour } };
      const record = recorder();
      const { id, result } = await attempt(begun, signal, send);
      const key = { id: keyId, name, lastFour };
      if (wasSent(result)) record({ action: 'delete', key, result: deletedOf(result) });
      if (result.ok) attempts.clearAbout(keyId);
      else if (isUncertain(result.error)) attempts.uncertain(id);
      else attempts.clear(id);
      return result;
    },
  };
}
