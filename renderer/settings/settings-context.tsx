import { createContext, type ReactNode, use, useEffect, useLayoutEffect, useState } from 'react';
import { useStore } from 'zustand';
import { DEFAULT_VALUES, SETTINGS, type SettingValues } from '../../shared/settings.ts';
import { useBridge } from '../bridge.ts';
import { applyDensity } from './row-heights.ts';
import { createSettingsStore, type SettingsStore, type SettingsView } from './settings-store.ts';

type SettingsOfPage = SettingsView & Pick<SettingsStore, 'change' | 'reset'>;

const nothing = async () => undefined;

const SettingsContext = createContext<SettingsOfPage>({
  values: DEFAULT_VALUES,
  hasUpdates: false,
  isTold: false,
  error: null,
  change: nothing,
  reset: nothing,
});

/** What is set, and how it is changed; as at first outside of {@link SettingsProvider}. */
export function useSettings(): SettingsOfPage {
  return use(SettingsContext);
}

/** The density that the page was served with. */
function servedDensity(): SettingValues['density'] {
  const served = document.documentElement.dataset['density'];
  return SETTINGS.density.values.find((each) => each === served) ?? SETTINGS.density.default;
}

/** Asks main for the settings, and shows what is in force to the style sheets. */
export function SettingsProvider({ children }: { readonly children: ReactNode }) {
  const bridge = useBridge();
  const [store] = useState(() => createSettingsStore({ bridge, served: { density: servedDensity() } }));
  const view = useStore(store.state);
  const { density } = view.values;
  useEffect(() => void store.load(), [store]);
  useLayoutEffect(() => applyDensity(density), [density]);
  return (
    <SettingsContext value={{ ...view, change: store.change, reset: store.reset }}>
      {children}
    </SettingsContext>
  );
}
