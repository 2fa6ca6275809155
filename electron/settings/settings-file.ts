import { z } from 'zod';
import { LOCAL_COLUMNS } from '../../shared/local-columns.ts';
import { LEVELS, RESOURCES } from '../../shared/permissions.ts';
import { MOST_PRESETS, PRESET_NAME_LENGTH } from '../../shared/presets.ts';
import { DEFAULT_REVIEW, OLD_DAYS, WRITES } from '../../shared/review/settings.ts';
import { CLIPBOARD_SECONDS, DEFAULT_SECURITY, LOCK_MINUTES } from '../../shared/security-state.ts';
import { readPlainSync } from '../session/safe-file.ts';
import { MOST_PLACES } from '../shell/window-place.ts';

const bounds = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

const windowPlace = z.object({
  displays: z.string(),
  bounds,
  state: z.enum(['normal', 'maximized', 'full-screen']),
});

const wholeNumber = ({ least, most }: { readonly least: number; readonly most: number }) =>
  z.int().min(least).max(most).nullable();

const preset = z.object({
  name: z.string().min(1).max(PRESET_NAME_LENGTH),
  levels: z.record(z.enum(RESOURCES.map(({ id }) => id)), z.enum(LEVELS)),
});

const review = z.object({
  oldDays: z.literal(OLD_DAYS),
  mostWrites: z.int().min(WRITES.least).max(WRITES.most),
});

/** What the file holds. A setting that is not there yet has its default; one of another kind is damage. */
const settingsFile = z.object({
  windows: z.array(windowPlace).max(MOST_PLACES).default([]),
  clipboardSeconds: wholeNumber(CLIPBOARD_SECONDS).default(DEFAULT_SECURITY.clipboardSeconds),
  lockMinutes: wholeNumber(LOCK_MINUTES).default(DEFAULT_SECURITY.lockMinutes),
  presets: z.array(preset).max(MOST_PRESETS).default([]),
  review: review.default(DEFAULT_REVIEW),
  columns: z.array(z.enum(LOCAL_COLUMNS)).max(LOCAL_COLUMNS.length).default([]),
});

/** Version 0.1 knew one place of the window, whichever the displays. */
const oldFile = z.object({ windowBounds: bounds.nullable() });

function migrate(read: unknown): unknown {
  const old = oldFile.safeParse(read);
  if (!old.success || typeof read !== 'object') return read;
  const place = old.data.windowBounds;
  return { ...read, windows: place ? [{ displays: '', bounds: place, state: 'normal' }] : [] };
}

export type SettingsValues = Readonly<z.infer<typeof settingsFile>>;

export const DEFAULT_SETTINGS: SettingsValues = settingsFile.parse({});

export type FoundSettings =
  | { readonly kind: 'missing' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'good'; readonly text: string; readonly values: SettingsValues };

/** Reads a file of settings and says what it is worth. */
export function readSettings(file: string): FoundSettings {
  try {
    const text = readPlainSync(file).toString('utf8');
    return { kind: 'good', text, values: settingsFile.parse(migrate(JSON.parse(text))) };
  } catch (error) {
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    return { kind: isMissing ? 'missing' : 'damaged' };
  }
}
