import type { ApiKey } from '../api-key.ts';
import { type Area, changes, keyLevels } from '../key-levels.ts';
import { t } from '../language/words.ts';
import { RESOURCES, type ResourceId } from '../permissions.ts';
import { eachKey, listed, type Rule } from './rule.ts';

/** Whoever writes these gives access to others, or spends money. */
const SENSITIVE: ReadonlySet<Area> = new Set(['api_keys', 'members', 'billing']);

/** The labels of the resources that a restricted key can change. */
function written(key: ApiKey, only?: ReadonlySet<Area>): readonly string[] {
  if (!key.restricted) return [];
  const levels = keyLevels(key);
  return RESOURCES.filter(({ id }) => changes(levels[id as ResourceId]) && (only?.has(id) ?? true)).map(
    ({ label }) => label,
  );
}

const MAY_DO_EVERYTHING = () => t('review.mayDoEverything');
const MAY_DO_NOTHING = () => t('review.mayDoNothing');

export const unrestricted: Rule = {
  id: 'unrestricted',
  weight: 'warning',
  title: () => t('review.unrestrictedTitle'),
  reason: t('review.unrestrictedReason'),
  find: eachKey((key) => (key.restricted ? null : MAY_DO_EVERYTHING)),
};

export const sensitiveWrite: Rule = {
  id: 'sensitive-write',
  weight: 'warning',
  title: () => t('review.sensitiveTitle'),
  reason: t('review.sensitiveReason'),
  find: eachKey((key) => {
    const labels = written(key, SENSITIVE);
    return labels.length === 0 ? null : () => t('review.writes', { resources: listed(labels) });
  }),
};

export const manyWrites: Rule = {
  id: 'many-writes',
  weight: 'warning',
  title: ({ mostWrites }) => t('review.manyTitle', { count: mostWrites }),
  reason: t('review.manyReason'),
  find: eachKey((key, { settings }) => {
    const labels = written(key);
    return labels.length > settings.mostWrites
      ? () => t('review.writesMany', { count: labels.length })
      : null;
  }),
};

export const noPermission: Rule = {
  id: 'no-permission',
  weight: 'note',
  title: () => t('review.noPermissionTitle'),
  reason: t('review.noPermissionReason'),
  find: eachKey((key) => (key.restricted && key.permissions.length === 0 ? MAY_DO_NOTHING : null)),
};

export const customPermissions: Rule = {
  id: 'custom-permissions',
  weight: 'note',
  title: () => t('review.customTitle'),
  reason: t('review.customReason'),
  find: eachKey((key) => {
    if (!key.restricted) return null;
    const levels = keyLevels(key);
    const custom = RESOURCES.filter(({ id }) => levels[id as ResourceId] === 'custom').map(
      ({ label }) => label,
    );
    const labels = levels.other === 'none' ? custom : [...custom, t('review.familiesWithoutName')];
    return labels.length === 0 ? null : () => t('review.customIn', { resources: listed(labels) });
  }),
};
