/** Whether the window is locked, and what can lock and unlock it. */
export type LockState = {
  readonly kind: 'unlocked' | 'locked';
  /** What unlocks the window. With none of them it is never locked. */
  readonly means: { readonly passPhrase: boolean; readonly touchId: boolean };
  /** Minutes without a touch after which it locks by itself; null: never. */
  readonly minutes: number | null;
  /** A link was opened meanwhile and waits. */
  readonly linkWaits: boolean;
};

export type UnlockFailure =
  | { readonly kind: 'wrong' }
  /** Too many wrong pass phrases: the next may be tried in so many seconds. */
  | { readonly kind: 'wait'; readonly seconds: number }
  | { readonly kind: 'unavailable' };

export type UnlockOutcome = { readonly kind: 'unlocked' } | UnlockFailure;
