import { DEFAULT_VALUES, type SettingChange } from '../../shared/settings.ts';
import type { Settings } from './settings-keeper.ts';

/** Settings for tests, in memory alone. */
export function fakeSettings(first: SettingChange = {}, damage: Settings['damage'] = null): Settings {
  let values = { ...DEFAULT_VALUES, ...first };
  const change = (changed: SettingChange) => {
    values = { ...values, ...changed };
    return values;
  };
  return {
    damage,
    windowPlaces: () => [],
    keepWindowPlace: () => undefined,
    values: () => values,
    change,
    reset: () => change(DEFAULT_VALUES),
    forget: () => void change(DEFAULT_VALUES),
    presets: () => [],
    setPresets: (presets) => presets,
  };
}
