import { keyLevels } from '../key-levels.ts';
import type { Dismissal } from '../local-facts.ts';
import type { Finding, ReviewInput, Rule } from './rule.ts';
import { RULES } from './rules.ts';
import { eachInSteps } from './steps.ts';

/** A finding to which somebody has said "Not for this key", and why. */
export type Dismissed = Finding & { readonly dismissal: Dismissal };

/** What a rule has found: what deserves a look, and what somebody has looked at already. */
export type RuleResult = {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  readonly dismissed: readonly Dismissed[];
};

/** Parts what a rule has found by what was dismissed of it. */
export function partDismissed(
  rule: Rule,
  findings: readonly Finding[],
  dismissals: readonly Dismissal[],
): RuleResult {
  const ofRule = new Map(
    dismissals.filter((each) => each.rule === rule.id).map((each) => [each.keyId, each]),
  );
  if (ofRule.size === 0) return { rule, findings, dismissed: [] };
  const dismissed = findings.flatMap((finding) => {
    const dismissal = ofRule.get(finding.key.id);
    return dismissal ? [{ ...finding, dismissal }] : [];
  });
  return { rule, findings: findings.filter(({ key }) => !ofRule.has(key.id)), dismissed };
}

export type RuleFindings = { readonly rule: Rule; readonly findings: readonly Finding[] };

/** Runs the rules in steps, so that a page stays at hand meanwhile; a step without a result is null. */
export function* runRules(input: ReviewInput): Generator<RuleFindings | null> {
  // What several rules ask for is worked out once.
  yield* eachInSteps(input.keys, (key) => void keyLevels(key));
  for (const rule of RULES) yield { rule, findings: yield* rule.find(input) };
}
