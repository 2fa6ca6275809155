import type { KeyRow, NewKey } from '../../shared/api-key.ts';
import type { AppError, Result } from '../../shared/app-error.ts';
import { namesakesOf } from '../../shared/attempt.ts';
import { afterSending } from '../key-api/errors.ts';
import type { CreatedKey } from '../key-api/wire.ts';
import type { Attempts, Begun } from './attempts.ts';

type Deleted = { readonly alreadyGone: boolean };

export type AttemptedCallsParts = {
  readonly attempts: Attempts;
  /** The rows of the last whole list of the connection; null where there was none. */
  readonly lastWhole: () => readonly KeyRow[] | null;
};

/** Whether a delete that ended so may have been carried out. `cancelled` is only told of one that was never sent. */
function isUncertain(error: AppError): boolean {
  return error.kind !== 'cancelled' && afterSending(error).kind === 'outcome-unknown';
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Calls that change something: an attempt is written down before each, and crossed out after a clear answer. */
export function createAttemptedCalls({ attempts, lastWhole }: AttemptedCallsParts) {
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
      const { id, result } = await attempt({ kind: 'create', details }, signal, send);
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
      const { id, result } = await attempt(begun, signal, send);
      if (result.ok) attempts.clearAbout(keyId);
      else if (isUncertain(result.error)) attempts.uncertain(id);
      else attempts.clear(id);
      return result;
    },
  };
}
