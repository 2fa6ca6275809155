import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import {
  CLIPBOARD_SECONDS,
  DEFAULT_SECURITY,
  LOCK_MINUTES,
  type SecuritySettings,
} from '../../shared/security-state.ts';

export type WindowBounds = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

type SettingsFile = { windowBounds: WindowBounds | null } & {
  -readonly [Name in keyof SecuritySettings]: SecuritySettings[Name];
};

export type Settings = {
  windowBounds(): WindowBounds | null;
  /** A disk that refuses loses the setting, nothing else. */
  setWindowBounds(bounds: WindowBounds): void;
  security(): SecuritySettings;
  /** Answers what holds from now on, also where the disk refuses to keep it. */
  setSecurity(settings: SecuritySettings): SecuritySettings;
};

const pixels = { type: 'number' } as const;
const wholeNumber = ({ least, most }: { readonly least: number; readonly most: number }) =>
  ({ type: ['integer', 'null'], minimum: least, maximum: most }) as const;

function open(folder: string): ElectronStore<SettingsFile> {
  return new ElectronStore<SettingsFile>({
    name: 'settings',
    cwd: folder,
    defaults: { windowBounds: null, ...DEFAULT_SECURITY },
    schema: {
      windowBounds: {
        type: ['object', 'null'],
        required: ['x', 'y', 'width', 'height'],
        properties: { x: pixels, y: pixels, width: pixels, height: pixels },
      },
      clipboardSeconds: wholeNumber(CLIPBOARD_SECONDS),
      lockMinutes: wholeNumber(LOCK_MINUTES),
    },
  });
}

/** A malformed file is put aside as `.bad`; a folder that cannot be written to leaves nothing to open: null. */
function openOrStartOver(folder: string): ElectronStore<SettingsFile> | null {
  try {
    return open(folder);
  } catch {
    try {
      const file = join(folder, 'settings.json');
      if (existsSync(file)) renameSync(file, `${file}.bad`);
      return open(folder);
    } catch {
      return null;
    }
  }
}

/** The settings in the profile folder; the defaults where they cannot be read. */
export function openSettings(folder: string): Settings {
  const store = openOrStartOver(folder);
  const keep = (settings: Partial<SettingsFile>): void => {
    try {
      store?.set(settings);
    } catch {
      // A disk that refuses loses a setting at the next start, and that is not worth a word.
    }
  };
  let security: SecuritySettings = store
    ? { clipboardSeconds: store.get('clipboardSeconds'), lockMinutes: store.get('lockMinutes') }
    : DEFAULT_SECURITY;
  return {
    windowBounds: () => store?.get('windowBounds') ?? null,
    setWindowBounds: (windowBounds) => keep({ windowBounds }),
    security: () => security,
    setSecurity(settings) {
      security = settings;
      keep(settings);
      return security;
    },
  };
}
