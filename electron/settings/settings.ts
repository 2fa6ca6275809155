import ElectronStore from 'electron-store';
import type { SettingsValues } from './settings-file.ts';
import { createSettings, type Settings } from './settings-keeper.ts';

/** The settings in the profile folder; the last good ones, or the defaults, where they cannot be read. */
export function openSettings(folder: string): Settings {
  return createSettings({
    folder,
    openStore: () => new ElectronStore<Partial<SettingsValues>>({ name: 'settings', cwd: folder }),
  });
}
