import type { ApiKey } from '../api-key.ts';
import { t } from '../language/words.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { daysDue, longReplaced, nearExpiry, REPLACED_DAYS } from './due.ts';
import { DAY, type Detail, daysBetween, eachKey, type Rule } from './rule.ts';

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

function rotationDue(key: ApiKey, facts: LocalFacts, now: number): Detail | null {
  const late = daysDue(key, facts, now);
  const count = keyFactsOf(facts, key.id).rotateEveryDays;
  if (late === null || count === null) return null;
  return () =>
    late === 0
      ? t('review.everyDueToday', { count })
      : t('review.everyDueFor', {
          every: t('review.days', { count }),
          late: t('review.days', { count: late }),
        });
}

function expiryDue(key: ApiKey, facts: LocalFacts, now: number): Detail | null {
  const expiresAt = nearExpiry(key, facts, now);
  if (expiresAt === null) return null;
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
  find: eachKey((key, { facts, now }) => {
    const storedAt = longReplaced(key, facts, now);
    return storedAt === null ? null : () => t('review.replacedAgo', { count: daysBetween(storedAt, now) });
  }),
};
