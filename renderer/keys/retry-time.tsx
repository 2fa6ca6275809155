import type { AppError } from '../../shared/app-error.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';

/** "in 40 seconds", "in 5 minutes": a countdown by the second only where a second matters. */
function inTime(seconds: number): string {
  if (seconds < 60) return `in ${seconds} second${seconds === 1 ? '' : 's'}`;
  const minutes = Math.ceil(seconds / 60);
  return `in ${minutes} minute${minutes === 1 ? '' : 's'}`;
}

type RetryTimeProps = {
  /** What it failed of; null where it has not failed. */
  readonly error: AppError | null;
  readonly retryAt: number | null;
  readonly busy: boolean;
};

/** When it is tried again by itself. */
export function RetryTime({ error, retryAt, busy }: RetryTimeProps) {
  const seconds = useSecondsUntil(busy ? null : retryAt);
  if (busy) return <span>Trying again…</span>;
  // A server that asks to wait has its own countdown.
  if (error === null || retryAt === null || error.kind === 'rate-limited') return null;
  return <span>{seconds === 0 ? 'Trying again…' : `Trying again ${inTime(seconds)}`}</span>;
}
