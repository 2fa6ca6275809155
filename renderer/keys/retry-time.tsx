import { useSecondsUntil } from '../use-seconds-until.ts';
import type { LoadState } from './keys-store.ts';

/** "in 40 seconds", "in 5 minutes": a countdown by the second only where a second matters. */
function inTime(seconds: number): string {
  if (seconds < 60) return `in ${seconds} second${seconds === 1 ? '' : 's'}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} minute${minutes === 1 ? '' : 's'}`;
}

/** When the list is tried again by itself. */
export function RetryTime({ load }: { readonly load: LoadState }) {
  const seconds = useSecondsUntil(load.kind === 'failed' ? load.retryAt : null);
  if (load.kind === 'loading') return <span>Trying again…</span>;
  // A server that asks to wait has its own countdown.
  if (load.kind !== 'failed' || load.retryAt === null || load.error.kind === 'rate-limited') return null;
  return <span>{seconds === 0 ? 'Trying again…' : `Trying again ${inTime(seconds)}`}</span>;
}
