import { z } from 'zod';
import { LEVELS, RESOURCES } from '../../shared/permissions.ts';
import { MOST_PRESETS, PRESET_NAME_LENGTH } from '../../shared/presets.ts';
import { readPlainSync } from '../session/safe-file.ts';
import { MOST_PLACES } from '../shell/window-place.ts';
import { filedSettings } from './setting-schemas.ts';

const bounds = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const windowPlace = z.object({
  displays: z.string(),
  bounds,
  state: z.enum(['normal', 'maximized', 'full-screen']),
  zoom: z.number().min(-8).max(9).default(0),
});

const preset = z.object({
  name: z.string().min(1).max(PRESET_NAME_LENGTH),
  levels: z.record(z.enum(RESOURCES.map(({ id }) => id)), z.enum(LEVELS)),
});

/** What the file holds. A setting that is not there yet has its default. */
const settingsFile = z.object({
  windows: z.array(windowPlace).max(MOST_PLACES).default([]),
  presets: z.array(preset).max(MOST_PRESETS).default([]),
  ...filedSettings,
});

type FileContent = Readonly<Record<string, unknown>>;

/**
 * What older versions wrote, in the order in which it changed. The store keeps in the file what it does not know, so an
 * old entry may lie beside the one that took its place: the new one holds.
 */
const MIGRATIONS: readonly ((read: FileContent) => FileContent)[] = [
  // One place of the window, whichever the displays.
  (read) => {
    const old = z.object({ windowBounds: bounds.nullable() }).safeParse(read);
    if (!old.success) return read;
    const place = old.data.windowBounds;
    return { windows: place ? [{ displays: '', bounds: place, state: 'normal' }] : [], ...read };
  },
  // The settings of the review as one entry.
  (read) => {
    const old = z
      .object({ review: z.object({ oldDays: z.unknown(), mostWrites: z.unknown() }) })
      .safeParse(read);
    return old.success ? { ...old.data.review, ...read } : read;
  },
];

const anyObject = z.record(z.string(), z.unknown());

export type SettingsValues = Readonly<z.infer<typeof settingsFile>>;

export const DEFAULT_SETTINGS: SettingsValues = settingsFile.parse({});

export type SettingsEntry = keyof SettingsValues;

export type FoundSettings =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | {
      readonly kind: 'good';
      readonly text: string;
      readonly values: SettingsValues;
      /** What is there, but not for this version to read: a newer one may have written it. Its default holds. */
      readonly unread: ReadonlySet<SettingsEntry>;
    };

/** Some of the settings are left out. */
export function without<T extends object>(values: T, left: ReadonlySet<string>): Partial<T> {
  return Object.fromEntries(Object.entries(values).filter(([entry]) => !left.has(entry))) as Partial<T>;
}

function valuesIn(content: FileContent): Pick<FoundSettings & { kind: 'good' }, 'values' | 'unread'> {
  const read = settingsFile.safeParse(content);
  const unread = new Set(read.error?.issues.map(({ path }) => path[0] as SettingsEntry));
  return { values: read.data ?? settingsFile.parse(without(content, unread)), unread };
}

/** Reads a file of settings and says what it is worth. */
export function readSettings(file: string): FoundSettings {
  try {
    const text = readPlainSync(file).toString('utf8');
    const content = MIGRATIONS.reduce((before, step) => step(before), anyObject.parse(JSON.parse(text)));
    return { kind: 'good', text, ...valuesIn(content) };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: isMissing ? 'missing' : 'damaged' };
  }
}
