import type { ApiKey } from '../api-key.ts';
import { locale, t } from '../language/words.ts';
import type { LocalFacts } from '../local-facts.ts';
import type { ReviewSettings } from './settings.ts';
import { eachInSteps, type Steps } from './steps.ts';

/** What the review looks at. */
export type ReviewInput = {
  readonly keys: readonly ApiKey[];
  readonly facts: LocalFacts;
  readonly settings: ReviewSettings;
  readonly now: number;
  /** Who is signed in; null where nobody can be named. */
  readonly userId: string | null;
  /** The keys that were not in the list when it was last looked at. */
  readonly appeared: ReadonlySet<string>;
};

/** A key that a rule speaks of. */
export type Finding = {
  readonly key: ApiKey;
  /** What of this key made the rule speak; empty where the rule says it all. Only a row in sight asks for it. */
  readonly detail: Detail;
};

export type Detail = () => string;

/** The rule says it all. */
export const NO_DETAIL: Detail = () => '';

/** `warning`: it can do harm. `advice`: it makes harm likely. `note`: good to know. */
export type Weight = 'warning' | 'advice' | 'note';

export type Rule = {
  readonly id: string;
  readonly weight: Weight;
  readonly title: (settings: ReviewSettings) => string;
  /** Why it deserves a look, and what to do. */
  readonly reason: string;
  readonly find: (input: ReviewInput) => Steps<readonly Finding[]>;
};

/** The findings of a rule that looks at each key alone: what it says of the key, or null. */
export function eachKey(say: (key: ApiKey, input: ReviewInput) => Detail | null): Rule['find'] {
  return function* (input) {
    const findings: Finding[] = [];
    yield* eachInSteps(input.keys, (key) => {
      const detail = say(key, input);
      if (detail !== null) findings.push({ key, detail });
    });
    return findings;
  };
}

export const DAY = 86_400_000;

/** Whole days between two times. */
export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / DAY);
}

const list = new Intl.ListFormat(locale());

/** "Calls, Agents and Billing"; of many, the first three. */
export function listed(labels: readonly string[]): string {
  const rest = labels.length - 3;
  return list.format(rest > 1 ? [...labels.slice(0, 3), t('review.more', { count: rest })] : labels);
}
