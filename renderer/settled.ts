import { fail, type Result } from '../shared/app-error.ts';

/** A call that was refused on its way, and not by an answer, is a fault of the program: told as calmly as the rest. */
export async function settled<T>(call: Promise<Result<T>>): Promise<Result<T>> {
  return call.catch(() => fail({ kind: 'unexpected' }));
}

/** A call whose answer nobody waits for. Where it is refused, what it was for has already gone. */
export function quietly(call: Promise<unknown>): void {
  call.catch(() => undefined);
}
