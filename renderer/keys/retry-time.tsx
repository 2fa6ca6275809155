import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { useSecondsUntil } from '../use-seconds-until.ts';

/** "Trying again in 40 seconds", "… in 5 minutes": a countdown by the second only where a second matters. */
function waitText(seconds: number): string {
  if (seconds === 0) return t('keys.tryingAgain');
  return seconds < 60
    ? t('keys.tryingInSeconds', { count: seconds })
    : t('keys.tryingInMinutes', { count: Math.ceil(seconds / 60) });
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
  if (busy) return <span>{t('keys.tryingAgain')}</span>;
  // A server that asks to wait has its own countdown.
  if (error === null || retryAt === null || error.kind === 'rate-limited') return null;
  return <span>{waitText(seconds)}</span>;
}
