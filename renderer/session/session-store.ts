import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Result } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { SessionState } from '../../shared/session-state.ts';

/** The session as main tells of it; the page never decides about it by itself. */
export type SessionStore = {
  readonly state: StoreApi<SessionState>;
  /** Asks for the session and listens to its changes; answers the function that stops it. */
  readonly start: () => () => void;
  /** Takes over the answer of a call that changes the session, and hands it on. */
  readonly take: (result: Result<SessionState>) => Result<SessionState>;
};

export function createSessionStore({ bridge }: { readonly bridge: Bridge }): SessionStore {
  const state = createStore<SessionState>(() => ({ kind: 'opening' }));
  // The answer to the first question is worth nothing once a newer state has been told.
  let told = false;

  const tell = (session: SessionState) => {
    told = true;
    state.setState(session, true);
  };

  return {
    state,
    start: () => {
      const stop = bridge.on('sessionChanged', tell);
      bridge.getSession().then(
        (session) => {
          if (!told) state.setState(session, true);
        },
        () => tell({ kind: 'signed-out', address: null, notice: { kind: 'unexpected' } }),
      );
      return stop;
    },
    take: (result) => {
      if (result.ok) tell(result.value);
      return result;
    },
  };
}
