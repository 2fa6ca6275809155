import { LANGUAGES, PSEUDO_LANGUAGE } from './language/languages.ts';
import { OPTIONAL_COLUMNS } from './optional-columns.ts';
import { DEFAULT_REVIEW, OLD_DAYS, WRITES } from './review/settings.ts';
import { CLIPBOARD_SECONDS, DEFAULT_SECURITY, LOCK_MINUTES } from './security-state.ts';

/** The parts of the page of the settings, in their order. */
export const SETTING_AREAS = ['appearance', 'table', 'security', 'review', 'program'] as const;
export type SettingArea = (typeof SETTING_AREAS)[number];

/** What a setting can be, and what it is until somebody changes it. */
export type Setting = { readonly area: SettingArea } & (
  | {
      /** One of several; `unlisted` are read, but not offered. */
      readonly kind: 'choice';
      readonly default: string | number;
      readonly values: readonly (string | number)[];
      readonly unlisted?: readonly string[];
    }
  | {
      /** A time, or never (null). Between the bounds any is read, a few are offered. */
      readonly kind: 'time';
      readonly default: number | null;
      readonly unit: 'seconds' | 'minutes';
      readonly least: number;
      readonly most: number;
      readonly offered: readonly number[];
    }
  | { readonly kind: 'count'; readonly default: number; readonly least: number; readonly most: number }
  | { readonly kind: 'switch'; readonly default: boolean }
  /** Any of several. */
  | { readonly kind: 'some'; readonly default: readonly string[]; readonly values: readonly string[] }
);

/**
 * Every setting, once: the file, the call, the page, "reset" and the table in `docs/settings.md` come from here.
 * One more is an entry here and its words in `renderer/settings/setting-words.ts`.
 */
export const SETTINGS = {
  theme: { area: 'appearance', kind: 'choice', default: 'system', values: ['system', 'light', 'dark'] },
  density: {
    area: 'appearance',
    kind: 'choice',
    default: 'comfortable',
    values: ['comfortable', 'compact'],
  },
  language: {
    area: 'appearance',
    kind: 'choice',
    default: 'system',
    values: ['system', ...LANGUAGES],
    unlisted: [PSEUDO_LANGUAGE],
  },
  columns: { area: 'table', kind: 'some', default: [], values: OPTIONAL_COLUMNS },
  lockMinutes: {
    area: 'security',
    kind: 'time',
    unit: 'minutes',
    default: DEFAULT_SECURITY.lockMinutes,
    ...LOCK_MINUTES,
    offered: [5, 15, 30, 60],
  },
  clipboardSeconds: {
    area: 'security',
    kind: 'time',
    unit: 'seconds',
    default: DEFAULT_SECURITY.clipboardSeconds,
    ...CLIPBOARD_SECONDS,
    offered: [15, 30, 60, 120, 300],
  },
  typeNameInProduction: { area: 'security', kind: 'switch', default: true },
  oldDays: { area: 'review', kind: 'choice', default: DEFAULT_REVIEW.oldDays, values: OLD_DAYS },
  mostWrites: { area: 'review', kind: 'count', default: DEFAULT_REVIEW.mostWrites, ...WRITES },
  notifications: { area: 'program', kind: 'switch', default: false },
  updates: { area: 'program', kind: 'switch', default: true },
} as const satisfies Readonly<Record<string, Setting>>;

export type SettingId = keyof typeof SETTINGS;

type ValueOf<S> = S extends { readonly kind: 'choice'; readonly values: readonly (infer V)[] }
  ? V | (S extends { readonly unlisted: readonly (infer U)[] } ? U : never)
  : S extends { readonly kind: 'time' }
    ? number | null
    : S extends { readonly kind: 'count' }
      ? number
      : S extends { readonly kind: 'switch' }
        ? boolean
        : S extends { readonly kind: 'some'; readonly values: readonly (infer V)[] }
          ? readonly V[]
          : never;

/** What is set. */
export type SettingValues = { readonly [K in SettingId]: ValueOf<(typeof SETTINGS)[K]> };

export const SETTING_IDS = Object.keys(SETTINGS) as readonly SettingId[];

export const DEFAULT_VALUES = Object.fromEntries(
  SETTING_IDS.map((id) => [id, SETTINGS[id].default]),
) as unknown as SettingValues;

/** The settings alone, out of what holds more. */
export function pickSettings(values: SettingValues): SettingValues {
  return Object.fromEntries(SETTING_IDS.map((id) => [id, values[id]])) as unknown as SettingValues;
}

/** Some settings, to be changed. */
export type SettingChange = { readonly [K in SettingId]?: SettingValues[K] };

/** Whether a setting is as it is at first. */
export function isDefault(values: SettingValues, id: SettingId): boolean {
  return JSON.stringify(values[id]) === JSON.stringify(SETTINGS[id].default);
}

/** The settings as main tells of them. */
export type SettingsState = {
  readonly values: SettingValues;
  /** Whether this program looks for updates at all. */
  readonly hasUpdates: boolean;
};
