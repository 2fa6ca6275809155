import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Bridge } from '../../shared/contract.ts';
import type { LockState } from '../../shared/lock-state.ts';

export type LockView = {
  /** Null until main has told: nothing else may be asked before. */
  readonly lock: LockState | null;
  /** Whether it has been unlocked since the page was loaded. */
  readonly wasOpen: boolean;
};

/** The lock as main tells of it. The page only shows it: it is main that refuses the calls. */
export type LockStore = {
  readonly state: StoreApi<LockView>;
  /** Asks for the lock and listens to its changes; answers the function that stops it. */
  readonly start: () => () => void;
};

/** Where main does not answer, the screens say so in their own words: there is nothing here to protect. */
const UNTOLD: LockState = {
  kind: 'unlocked',
  means: { passPhrase: false, touchId: false },
  minutes: null,
  linkWaits: false,
};

export function createLockStore({ bridge }: { readonly bridge: Bridge }): LockStore {
  const state = createStore<LockView>(() => ({ lock: null, wasOpen: false }));

  const tell = (lock: LockState) => {
    state.setState(({ wasOpen }) => ({ lock, wasOpen: wasOpen || lock.kind === 'unlocked' }));
  };
  // The answer to the first question is worth nothing once a newer state has been told.
  const tellFirst = (lock: LockState) => {
    if (state.getState().lock === null) tell(lock);
  };

  return {
    state,
    start: () => {
      const stop = bridge.on('lockChanged', tell);
      bridge.getLock().then(tellFirst, () => tellFirst(UNTOLD));
      return stop;
    },
  };
}
