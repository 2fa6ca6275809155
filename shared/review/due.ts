import type { ApiKey } from '../api-key.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { DAY, daysBetween } from './rule.ts';

/** An expiry is told so long before it comes. */
const SOON_DAYS = 14;

/** A key that was replaced may serve for so long, until all places have the new one. */
export const REPLACED_DAYS = 14;

/** For so many days the key has been due to be replaced; null where it is not, or nobody has said how often. */
export function daysDue({ createdAt, id }: ApiKey, facts: LocalFacts, now: number): number | null {
  const { rotateEveryDays } = keyFactsOf(facts, id);
  if (rotateEveryDays === null || createdAt === null) return null;
  const late = daysBetween(createdAt + rotateEveryDays * DAY, now);
  return late < 0 ? null : late;
}

/** When the key expires, if that is soon or past; else null. */
export function nearExpiry({ id }: ApiKey, facts: LocalFacts, now: number): number | null {
  const { expiresAt } = keyFactsOf(facts, id);
  return expiresAt === null || expiresAt - now > SOON_DAYS * DAY ? null : expiresAt;
}

/** When the replacement of the key was stored, if that is so long ago that the key should be gone; else null. */
export function longReplaced({ id }: ApiKey, { rotations }: LocalFacts, now: number): number | null {
  const storedAt = rotations.find(({ oldKey }) => oldKey.id === id)?.storedAt ?? null;
  return storedAt === null || now - storedAt <= REPLACED_DAYS * DAY ? null : storedAt;
}

/** The ids of the keys that are due: to be replaced, to expire, or to go as they have been replaced. */
export function dueKeys(keys: readonly ApiKey[], facts: LocalFacts, now: number): readonly string[] {
  const isDue = (key: ApiKey): boolean =>
    [daysDue, nearExpiry, longReplaced].some((since) => since(key, facts, now) !== null);
  return keys.filter(isDue).map(({ id }) => id);
}
