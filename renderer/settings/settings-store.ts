import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppError } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/contract.ts';
import { DEFAULT_VALUES, type SettingChange, type SettingsState } from '../../shared/settings.ts';

export type SettingsView = SettingsState & {
  /** Whether main has told yet; until then they are shown as they are at first, and cannot be changed. */
  readonly isTold: boolean;
  readonly error: AppError | null;
};

/** What is set, as main keeps it; a choice is saved at once. */
export type SettingsStore = {
  readonly state: StoreApi<SettingsView>;
  readonly load: () => Promise<void>;
  /** Shows the choice at once, and takes it back where it could not be saved. */
  readonly change: (changed: SettingChange) => Promise<void>;
  /** Every setting as it is at first. */
  readonly reset: () => Promise<void>;
};

/** @param served what the page was served with: it looks so from its first picture on. */
export function createSettingsStore({
  bridge,
  served = {},
}: {
  readonly bridge: Bridge;
  readonly served?: SettingChange;
}): SettingsStore {
  const state = createStore<SettingsView>(() => ({
    values: { ...DEFAULT_VALUES, ...served },
    hasUpdates: false,
    isTold: false,
    error: null,
  }));

  async function save(wanted: SettingsView['values'], call: () => Promise<SettingsState>): Promise<void> {
    const { values: before, isTold } = state.getState();
    if (!isTold) return;
    state.setState({ values: wanted, error: null });
    const held = await call().catch(() => null);
    // A newer choice has its own answer.
    if (state.getState().values !== wanted) return;
    state.setState(held ?? { values: before, error: { kind: 'not-saved' } });
  }

  return {
    state,
    load: () =>
      bridge.getSettings().then(
        (told) => state.setState({ ...told, isTold: true, error: null }),
        () => state.setState({ error: { kind: 'unexpected' } }),
      ),
    change: (changed) =>
      save({ ...state.getState().values, ...changed }, () => bridge.changeSettings(changed)),
    reset: () => save({ ...DEFAULT_VALUES }, bridge.resetSettings),
  };
}
