import { locale, t } from './language/words.ts';
import {
  type GroupId,
  NO_ACCESS,
  type PermissionLevel,
  type PermissionLevels,
  RESOURCES,
  type ResourceId,
  setGroupLevel,
} from './permissions.ts';

/** Levels under a name, to choose them all at once. */
export type Preset = { readonly name: string; readonly levels: PermissionLevels };

/** The longest name of a preset, and how many of one's own there may be. */
export const PRESET_NAME_LENGTH = 60;
export const MOST_PRESETS = 50;

function atLevel(level: PermissionLevel, ...resources: readonly ResourceId[]): PermissionLevels {
  return { ...NO_ACCESS, ...Object.fromEntries(resources.map((resource) => [resource, level])) };
}

function wholeGroup(groupId: GroupId): PermissionLevels {
  return setGroupLevel(NO_ACCESS, groupId, 'write');
}

/** The presets that come with the program. */
export const BUILT_IN_PRESETS: readonly Preset[] = [
  {
    name: t('permissions.everythingRead'),
    levels: atLevel('read', ...(RESOURCES.map(({ id }) => id) as ResourceId[])),
  },
  { name: t('permissions.agentConfiguration'), levels: wholeGroup('agent-configuration') },
  {
    name: t('permissions.reporting'),
    levels: atLevel('read', 'calls', 'messages', 'transcriptions', 'recordings', 'stats'),
  },
  { name: t('permissions.contactsAndData'), levels: wholeGroup('contacts-and-data') },
];

function isNamed(name: string): (preset: Preset) => boolean {
  const wanted = name.trim().toLowerCase();
  return (preset) => preset.name.trim().toLowerCase() === wanted;
}

/** The presets with one more, by name; one of the same name gives way to it. */
export function withPreset(presets: readonly Preset[], preset: Preset): readonly Preset[] {
  const named = isNamed(preset.name);
  const others = presets.filter((each) => !named(each));
  return [...others, { ...preset, name: preset.name.trim() }].sort((a, b) =>
    a.name.localeCompare(b.name, locale()),
  );
}

export function withoutPreset(presets: readonly Preset[], name: string): readonly Preset[] {
  const named = isNamed(name);
  return presets.filter((each) => !named(each));
}

/** Why a preset cannot be saved under this name; null where it can. */
export function presetProblem(presets: readonly Preset[], name: string): string | null {
  if (name.trim() === '') return t('create.enterName');
  if (BUILT_IN_PRESETS.some(isNamed(name))) return t('permissions.presetTaken');
  return presets.length >= MOST_PRESETS && !presets.some(isNamed(name))
    ? t('permissions.presetRoom', { count: MOST_PRESETS })
    : null;
}
