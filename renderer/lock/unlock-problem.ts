import type { UnlockOutcome } from '../../shared/lock-state.ts';

/** Why a pass phrase did not unlock. */
export type UnlockProblem =
  | { readonly kind: 'wrong' }
  /** `until`: milliseconds since the epoch. */
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'unavailable' };

/** What of an outcome is to be told; null where all is well. A call that was refused answers null as outcome. */
export function problemOf(outcome: UnlockOutcome | null, now: number): UnlockProblem | null {
  switch (outcome?.kind) {
    case 'unlocked':
      return null;
    case 'wrong':
      return { kind: 'wrong' };
    case 'wait':
      return { kind: 'wait', until: now + outcome.seconds * 1000 };
    case 'unavailable':
    case undefined:
      return { kind: 'unavailable' };
  }
}
