import type { AppError } from '../../shared/app-error.ts';

const FIRST_PAUSE = 5_000;
const LONGEST_PAUSE = 5 * 60_000;

/** Failures that may be over in a while without anybody doing something about them. */
function mayPass({ kind }: AppError): boolean {
  return (
    kind === 'server-not-found' ||
    kind === 'connection-refused' ||
    kind === 'network' ||
    kind === 'timeout' ||
    kind === 'server-error' ||
    kind === 'not-the-key-api' ||
    kind === 'rate-limited'
  );
}

/**
 * The milliseconds after which the list is asked for again by itself; null where that is left to the person. The pause
 * doubles with each failure in a row, and is never shorter than what the server asks for.
 * @param failures how often in a row it has failed, this time included.
 */
export function retryPause(error: AppError, failures: number): number | null {
  if (!mayPass(error)) return null;
  const doubled = Math.min(FIRST_PAUSE * 2 ** (failures - 1), LONGEST_PAUSE);
  const asked = error.kind === 'rate-limited' ? (error.retryAfterSeconds ?? 0) * 1000 : 0;
  return Math.max(doubled, asked);
}
