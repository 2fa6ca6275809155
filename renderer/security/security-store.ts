import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { SecuritySettings } from '../../shared/security-state.ts';

export type SecurityView = {
  /** Null until main has told. */
  readonly settings: SecuritySettings | null;
  readonly error: AppError | null;
};

/** The settings about secrets; a choice is saved at once. */
export type SecurityStore = {
  readonly state: StoreApi<SecurityView>;
  readonly load: () => Promise<void>;
  /** Shows the choice at once, and takes it back where it could not be saved. */
  readonly change: (change: Partial<SecuritySettings>) => Promise<void>;
};

export function createSecurityStore({ bridge }: { readonly bridge: Bridge }): SecurityStore {
  const state = createStore<SecurityView>(() => ({ settings: null, error: null }));

  return {
    state,
    load: () =>
      bridge.getSecuritySettings().then(
        (settings) => state.setState({ settings, error: null }),
        () => state.setState({ error: { kind: 'unexpected' } }),
      ),
    change: async (change) => {
      const { settings: before } = state.getState();
      if (!before) return;
      const wanted = { ...before, ...change };
      state.setState({ settings: wanted, error: null });
      const held = await bridge.changeSecuritySettings(wanted).catch(() => null);
      // A newer choice has its own answer.
      if (state.getState().settings !== wanted) return;
      state.setState(held ? { settings: held } : { settings: before, error: { kind: 'not-saved' } });
    },
  };
}
