import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { MOST_PRESETS, type Preset } from '../../shared/presets.ts';
import {
  DEFAULT_VALUES,
  pickSettings,
  type SettingChange,
  type SettingValues,
} from '../../shared/settings.ts';
import { removeLeftovers, writeWholeSync } from '../session/safe-file.ts';
import { type WindowPlace, withPlace } from '../shell/window-place.ts';
import {
  DEFAULT_SETTINGS,
  readSettings,
  type SettingsEntry,
  type SettingsValues,
  without,
} from './settings-file.ts';

export type Settings = {
  /** The file was damaged when it was opened; `restored` from the last good copy, or else begun anew. */
  readonly damage: { readonly restored: boolean } | null;
  /** Where the window was, the newest first. */
  windowPlaces(): readonly WindowPlace[];
  /** A disk that refuses loses the setting, nothing else. */
  keepWindowPlace(place: WindowPlace): void;
  values(): SettingValues;
  /** Answers what holds from now on, also where the disk refuses to keep it. */
  change(changed: SettingChange): SettingValues;
  /** Every setting as it is at first. Presets and the places of the window are none. */
  reset(): SettingValues;
  /** Everything of the settings is as at first, presets and places too; the files are for the caller to delete. */
  forget(): void;
  presets(): readonly Preset[];
  /** Answers what holds from now on; of too many, the last ones are not kept. */
  setPresets(presets: readonly Preset[]): readonly Preset[];
};

/**
 * Writes into `settings.json`; what is there besides stays. On a full disk it may cut the file that is there and report
 * success.
 */
export type SettingsStore = { set(values: Partial<SettingsValues>): void };

export type SettingsParts = {
  readonly folder: string;
  /** @throws where the folder cannot be used; it is asked again with the next change. */
  readonly openStore: () => SettingsStore;
};

/** A disk that refuses loses a setting at the next start, and that is not worth a word. */
function attempt(work: () => void): void {
  try {
    work();
  } catch {
    // What is in memory holds.
  }
}

/**
 * The settings in the profile folder. Beside the file lies a copy of it from when it was last found good, which takes
 * its place when it is damaged; the damaged one is put aside as `.bad`.
 */
export function createSettings({ folder, openStore }: SettingsParts): Settings {
  const file = join(folder, 'settings.json');
  const copy = join(folder, 'settings.last-good.json');
  let store: SettingsStore | null = null;

  /** Only what can be read back replaces the copy. */
  function keepCopy(): void {
    const found = readSettings(file);
    if (found.kind !== 'good') return;
    const kept = readSettings(copy);
    if (kept.kind !== 'good' || kept.text !== found.text) writeWholeSync(copy, found.text);
  }

  type Begun = Pick<Settings, 'damage'> & {
    readonly values: SettingsValues;
    readonly unread: ReadonlySet<SettingsEntry>;
  };
  function begin(): Begun {
    const found = readSettings(file);
    if (found.kind === 'good') {
      attempt(keepCopy);
      return { ...found, damage: null };
    }
    const kept = readSettings(copy);
    const restored = kept.kind === 'good';
    attempt(() => {
      if (found.kind === 'damaged') renameSync(file, `${file}.bad`);
      // A file that is missing may be one of which only this half was done.
      if (restored) writeWholeSync(file, kept.text);
    });
    return {
      ...(restored ? kept : { values: DEFAULT_SETTINGS, unread: new Set() }),
      damage: found.kind === 'damaged' ? { restored } : null,
    };
  }

  let { damage, values, unread } = begin();

  function change(changed: Partial<SettingsValues>): void {
    values = { ...values, ...changed };
    unread = new Set([...unread].filter((entry) => !(entry in changed)));
    // What is not for this version to read stays as it is until it is set anew.
    const own = without(values, unread);
    attempt(() => {
      // The store reads the file before it writes: what a full disk has cut would stop it for good.
      if (readSettings(file).kind === 'damaged') writeWholeSync(file, JSON.stringify(own));
      store ??= openStore();
      store.set(own);
      keepCopy();
    });
  }

  function changeSettings(changed: SettingChange): SettingValues {
    change(changed);
    return pickSettings(values);
  }

  void removeLeftovers(copy);
  void removeLeftovers(file);
  return {
    damage,
    windowPlaces: () => values.windows,
    keepWindowPlace: (place) => change({ windows: [...withPlace(values.windows, place)] }),
    values: () => pickSettings(values),
    change: changeSettings,
    reset: () => changeSettings(DEFAULT_VALUES),
    forget() {
      values = DEFAULT_SETTINGS;
      unread = new Set();
      // It is opened with the next change: what it had read is gone.
      store = null;
    },
    presets: () => values.presets,
    setPresets(presets) {
      change({ presets: presets.slice(0, MOST_PRESETS) });
      return values.presets;
    },
  };
}
