import type { ApiKey } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { type Dismissal, keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';
import type { RuleResult } from '../../shared/review/review.ts';

/** A key in the list of a rule. */
export type FindingItem = {
  readonly id: string;
  readonly key: ApiKey;
  /** What made the rule speak, and what was noted of the key. */
  readonly detail: () => string;
  /** Somebody has said t('review.notForThis'). */
  readonly dismissal: Dismissal | null;
};

/** The keys of a rule; those that somebody has looked at come last, where they are wanted. */
export function itemsOf(
  { findings, dismissed }: RuleResult,
  facts: LocalFacts,
  withDismissed: boolean,
): readonly FindingItem[] {
  const detailOf = (key: ApiKey, detail: () => string) => () => {
    const { owner, note } = keyFactsOf(facts, key.id);
    return [detail(), owner, note].filter((text) => text !== '').join(' · ');
  };
  const open = findings.map(({ key, detail }) => ({
    id: key.id,
    key,
    detail: detailOf(key, detail),
    dismissal: null,
  }));
  if (!withDismissed) return open;
  const looked = dismissed.map(({ key, dismissal }) => ({
    id: key.id,
    key,
    detail: () =>
      dismissal.note === ''
        ? t('review.notForThis')
        : t('review.notForThisBecause', { note: dismissal.note }),
    dismissal,
  }));
  return [...open, ...looked];
}
