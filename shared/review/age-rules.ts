import type { ApiKey } from '../api-key.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { DAY, days, daysBetween, eachKey, type Finding, type Rule } from './rule.ts';

/** An expiry is told so long before it comes. */
const SOON_DAYS = 14;

/** A key that was replaced may serve for so long, until all places have the new one. */
const REPLACED_DAYS = 14;

export const old: Rule = {
  id: 'old',
  weight: 'advice',
  title: ({ oldDays }) => `Older than ${days(oldDays)}`,
  reason:
    'The older a key, the more places may have seen it. Replace it: make another one, move what uses it, delete the old one.',
  find: eachKey((key, { settings, now }) => {
    if (key.createdAt === null || now - key.createdAt <= settings.oldDays * DAY) return null;
    return `Made ${days(daysBetween(key.createdAt, now))} ago`;
  }),
};

function rotationDue({ createdAt, id }: ApiKey, facts: LocalFacts, now: number): string | null {
  const { rotateEveryDays } = keyFactsOf(facts, id);
  if (rotateEveryDays === null || createdAt === null) return null;
  const late = daysBetween(createdAt + rotateEveryDays * DAY, now);
  if (late < 0) return null;
  return `Every ${days(rotateEveryDays)}: due ${late === 0 ? 'today' : `for ${days(late)}`}`;
}

function expiryDue({ id }: ApiKey, facts: LocalFacts, now: number): string | null {
  const { expiresAt } = keyFactsOf(facts, id);
  if (expiresAt === null || expiresAt - now > SOON_DAYS * DAY) return null;
  const left = Math.ceil((expiresAt - now) / DAY);
  return left <= 0 ? 'Its expiry has passed' : `Expires in ${days(left)}`;
}

export const due: Rule = {
  id: 'due',
  weight: 'advice',
  title: () => 'Due for rotation',
  reason: 'It was noted here that these keys are to be replaced by now, or they were made to expire.',
  find: eachKey((key, { facts, now }) => expiryDue(key, facts, now) ?? rotationDue(key, facts, now)),
};

export const replaced: Rule = {
  id: 'replaced',
  weight: 'advice',
  title: () => 'Replaced, never deleted',
  reason: `The keys that take their place have been stored for more than ${days(REPLACED_DAYS)}. Once nothing uses the old ones any more, delete them.`,
  find: ({ keys, facts, now }): readonly Finding[] => {
    const since = new Map(facts.rotations.map(({ oldKey, storedAt }) => [oldKey.id, storedAt]));
    return keys.flatMap((key) => {
      const storedAt = since.get(key.id) ?? null;
      if (storedAt === null || now - storedAt <= REPLACED_DAYS * DAY) return [];
      return [{ key, detail: `Replaced ${days(daysBetween(storedAt, now))} ago` }];
    });
  },
};
