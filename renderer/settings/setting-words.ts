import { t, type WordName } from '../../shared/language/words.ts';
import type { OptionalColumn } from '../../shared/optional-columns.ts';
import type { SettingArea, SettingId, SettingValues } from '../../shared/settings.ts';
import { COLUMN_LABELS } from '../columns/column-labels.ts';
import { minutesLabel, secondsLabel } from '../security/time-choices.ts';

type Words = { readonly label: WordName; readonly hint: WordName };

const WORDS = {
  theme: { label: 'settings.theme', hint: 'settings.themeHint' },
  density: { label: 'settings.density', hint: 'settings.densityHint' },
  language: { label: 'settings.language', hint: 'settings.languageHint' },
  columns: { label: 'settings.columns', hint: 'settings.columnsHint' },
  lockMinutes: { label: 'security.lockAfter', hint: 'security.lockHint' },
  clipboardSeconds: { label: 'security.clearAfter', hint: 'security.clearHint' },
  typeNameInProduction: { label: 'settings.typeName', hint: 'settings.typeNameHint' },
  oldDays: { label: 'settings.oldDays', hint: 'settings.oldDaysHint' },
  mostWrites: { label: 'settings.mostWrites', hint: 'settings.mostWritesHint' },
  notifications: { label: 'settings.notifications', hint: 'settings.notificationsHint' },
  updates: { label: 'settings.updates', hint: 'settings.updatesHint' },
} as const satisfies Readonly<Record<SettingId, Words>>;

const AREAS = {
  appearance: 'settings.appearance',
  table: 'settings.table',
  security: 'settings.security',
  review: 'settings.review',
  program: 'settings.program',
} as const satisfies Readonly<Record<SettingArea, WordName>>;

const VALUES = {
  system: 'settings.asSystem',
  light: 'settings.light',
  dark: 'settings.dark',
  comfortable: 'settings.comfortable',
  compact: 'settings.compact',
  // A language is called as it calls itself, whichever is spoken.
  en: 'settings.english',
  es: 'settings.spanish',
  'en-XA': 'settings.pseudo',
} as const satisfies Readonly<
  Record<SettingValues['theme'] | SettingValues['density'] | SettingValues['language'], WordName>
>;

export function settingLabel(id: SettingId): string {
  return t(WORDS[id].label);
}

export function settingHint(id: SettingId): string {
  return t(WORDS[id].hint);
}

export function areaLabel(area: SettingArea): string {
  return t(AREAS[area]);
}

function columnsText(columns: readonly OptionalColumn[]): string {
  return columns.length === 0
    ? t('settings.none')
    : columns.map((column) => COLUMN_LABELS[column]).join(', ');
}

const onOff = (value: boolean): string => (value ? t('settings.on') : t('settings.off'));
const orNever = (value: number | null, label: (amount: number) => string): string =>
  value === null ? t('security.never') : label(value);

const TEXTS: { readonly [K in SettingId]: (value: SettingValues[K]) => string } = {
  theme: (value) => t(VALUES[value]),
  density: (value) => t(VALUES[value]),
  language: (value) => t(VALUES[value]),
  columns: columnsText,
  lockMinutes: (value) => orNever(value, minutesLabel),
  clipboardSeconds: (value) => orNever(value, secondsLabel),
  typeNameInProduction: onOff,
  oldDays: (value) => t('review.days', { count: value }),
  mostWrites: (value) => t('settings.resources', { count: value }),
  notifications: onOff,
  updates: onOff,
};

/** A value of a setting as a person reads it. */
export function valueText<K extends SettingId>(id: K, value: SettingValues[K]): string {
  return TEXTS[id](value);
}
