import type { RuleResult } from '../../shared/review/review.ts';

/** A rule as the view shows it; one that has not run yet has found nothing that is known. */
export type ShownRule = RuleResult & { readonly isKnown: boolean };
