import type { Limits } from './limits.ts';

/** How one request of a call that only reads went wrong. */
export type Mishap =
  | { readonly kind: 'line' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter: string | null };

/** Requests of one call in all, the first included. */
export const MAX_REQUESTS = 3;

/** Gateways and servers that are busy or being restarted. A plain 500 tends to fail the same way again. */
const PASSING_STATUSES: readonly number[] = [408, 502, 503, 504];

/** A wait longer than a day is no wait that anybody counts down. */
const LONGEST_COUNTDOWN = 24 * 60 * 60;

/**
 * The seconds that a `Retry-After` header asks for: a number or an HTTP date (RFC 9110, 10.2.3).
 * @param now milliseconds since the epoch.
 * @returns at least 1, at most a day; null for 0, rubbish and dates that have passed.
 */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  const seconds = /^\d{1,15}$/.test(text)
    ? Number(text)
    : /^[A-Z][a-z]{2,8},? .*\d{2}:\d{2}:\d{2}/.test(text)
      ? Math.ceil((Date.parse(text) - now) / 1000)
      : Number.NaN;
  return seconds >= 1 ? Math.min(seconds, LONGEST_COUNTDOWN) : null;
}

/**
 * The wait in milliseconds before the request is sent again, or null to leave it at that.
 * @param failures the requests of this call that have failed, this one included.
 * @param remaining milliseconds left for the whole call: a wait that does not fit is not begun.
 */
export function waitBeforeRetry(
  mishap: Mishap,
  failures: number,
  remaining: number,
  now: number,
  limits: Limits,
): number | null {
  if (failures >= MAX_REQUESTS) return null;
  const doubled = (first: number) => first * 2 ** (failures - 1);
  const ifItFits = (wait: number) => (wait <= limits.longestWait && wait < remaining ? wait : null);
  if (mishap.kind === 'line') return failures === 1 ? ifItFits(doubled(limits.backoff)) : null;

  const asked = retryAfterSeconds(mishap.retryAfter, now);
  if (mishap.status === 429) {
    return ifItFits(asked === null ? doubled(limits.rateLimitBackoff) : asked * 1000);
  }
  if (!PASSING_STATUSES.includes(mishap.status)) return null;
  return ifItFits(asked === null ? doubled(limits.backoff) : asked * 1000);
}
