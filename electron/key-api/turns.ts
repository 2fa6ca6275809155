import { setImmediate } from 'node:timers/promises';

/** A piece of work on rows: a few milliseconds. */
export const ROWS_A_TURN = 2_000;

let last: Promise<void> = Promise.resolve();

/**
 * Waits until all else that is due has been seen to. Of several that wait, one goes on at a time, whoever they are:
 * between two pieces of long work main always hears the window.
 */
export function ownTurn(): Promise<void> {
  last = last.then(() => setImmediate());
  return last;
}

/** Rows in pieces: the first at once, each other in a turn of its own. At least one piece, and that may be empty. */
export async function* inTurns<T>(rows: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at === 0 || at < rows.length; at += ROWS_A_TURN) {
    if (at > 0) await ownTurn();
    yield rows.slice(at, at + ROWS_A_TURN);
  }
}
