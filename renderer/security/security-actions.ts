import type { LockState } from '../../shared/lock-state.ts';

/** What the window offers about its lock and its secrets. */
export type SecurityActions = {
  readonly means: LockState['means'];
  /** Locks; where nothing could unlock again, it opens the settings instead. */
  readonly onLock: () => void;
  readonly onSettings: () => void;
  /** The offer of a pass phrase, made once in a run; null where it is over or nothing is to be offered. */
  readonly offer: { readonly onSet: () => void; readonly onDismiss: () => void } | null;
};
