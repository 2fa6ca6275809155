import type { ApiKey } from '../api-key.ts';
import { t } from '../language/words.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { DAY, type Detail, daysBetween, eachKey, type Rule } from './rule.ts';

/** An expiry is told so long before it comes. */
const SOON_DAYS = 14;

/** A key that was replaced may serve for so long, until all places have the new one. */
const REPLACED_DAYS = 14;

export const old: Rule = {
  id: 'old',
  weight: 'advice',
  title: ({ oldDays }) => t('review.oldTitle', { count: oldDays }),
  reason: t('review.oldReason'),
  find: eachKey((key, { settings, now }) => {
    const { createdAt } = key;
    if (createdAt === null || now - createdAt <= settings.oldDays * DAY) return null;
    return () => t('review.madeAgo', { count: daysBetween(createdAt, now) });
  }),
};

function rotationDue({ createdAt, id }: ApiKey, facts: LocalFacts, now: number): Detail | null {
  const { rotateEveryDays } = keyFactsOf(facts, id);
  if (rotateEveryDays === null || createdAt === null) return null;
  const late = daysBetween(createdAt + rotateEveryDays * DAY, now);
  if (late < 0) return null;
  return () =>
    late === 0
      ? t('review.everyDueToday', { count: rotateEveryDays })
      : t('review.everyDueFor', {
          every: t('review.days', { count: rotateEveryDays }),
          late: t('review.days', { count: late }),
        });
}

function expiryDue({ id }: ApiKey, facts: LocalFacts, now: number): Detail | null {
  const { expiresAt } = keyFactsOf(facts, id);
  if (expiresAt === null || expiresAt - now > SOON_DAYS * DAY) return null;
  const left = Math.ceil((expiresAt - now) / DAY);
  return () => (left <= 0 ? t('review.expiryPassed') : t('review.expiresIn', { count: left }));
}

export const due: Rule = {
  id: 'due',
  weight: 'advice',
  title: () => t('review.dueTitle'),
  reason: t('review.dueReason'),
  find: eachKey((key, { facts, now }) => expiryDue(key, facts, now) ?? rotationDue(key, facts, now)),
};

export const replaced: Rule = {
  id: 'replaced',
  weight: 'advice',
  title: () => t('review.replacedTitle'),
  reason: t('review.replacedReason', { count: REPLACED_DAYS }),
  *find({ keys, facts, now }) {
    const since = new Map(facts.rotations.map(({ oldKey, storedAt }) => [oldKey.id, storedAt]));
    return keys.flatMap((key) => {
      const storedAt = since.get(key.id) ?? null;
      if (storedAt === null || now - storedAt <= REPLACED_DAYS * DAY) return [];
      return [{ key, detail: () => t('review.replacedAgo', { count: daysBetween(storedAt, now) }) }];
    });
  },
};
