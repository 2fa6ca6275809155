import type { ApiKey } from '../../shared/api-key.ts';
import { type RuleFindings, runRules } from '../../shared/review/review.ts';
import type { ReviewInput } from '../../shared/review/rule.ts';
import { RULES } from '../../shared/review/rules.ts';

/** One of several projects that are reviewed together. */
export type ReviewedProject = Pick<ReviewInput, 'keys' | 'facts' | 'userId'> & {
  /** The key as the view knows it among those of all projects. */
  readonly own: (key: ApiKey) => ApiKey;
};

/** Runs the rules on each project for itself, and tells what they have found in all of them. */
export function* runRulesOnAll(
  projects: readonly ReviewedProject[],
  input: ReviewInput,
): Generator<RuleFindings | null> {
  const found = new Map(RULES.map((rule) => [rule.id, [] as RuleFindings['findings'][number][]]));
  for (const { keys, facts, userId, own } of projects) {
    for (const step of runRules({ ...input, keys, facts, userId })) {
      for (const finding of step?.findings ?? [])
        found.get(step?.rule.id ?? '')?.push({ ...finding, key: own(finding.key) });
      yield null;
    }
  }
  for (const rule of RULES) yield { rule, findings: found.get(rule.id) ?? [] };
}
