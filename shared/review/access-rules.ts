import type { ApiKey } from '../api-key.ts';
import { type Area, changes, keyLevels } from '../key-levels.ts';
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

export const unrestricted: Rule = {
  id: 'unrestricted',
  weight: 'warning',
  title: () => 'Unrestricted',
  reason:
    'These keys may do everything in the project. Whoever finds one can, too. Replace each by one that has only the permissions it needs.',
  find: eachKey((key) => (key.restricted ? null : 'May do everything')),
};

export const sensitiveWrite: Rule = {
  id: 'sensitive-write',
  weight: 'warning',
  title: () => 'Write on API Keys, Members or Billing',
  reason: 'These keys can let others in or spend money. Few programs need that: see whether Read is enough.',
  find: eachKey((key) => {
    const labels = written(key, SENSITIVE);
    return labels.length === 0 ? null : `Writes ${listed(labels)}`;
  }),
};

export const manyWrites: Rule = {
  id: 'many-writes',
  weight: 'warning',
  title: ({ mostWrites }) => `Write on more than ${mostWrites} resources`,
  reason: 'These keys can change much more than one program usually needs. Divide them, or take levels away.',
  find: eachKey((key, { settings }) => {
    const labels = written(key);
    return labels.length > settings.mostWrites ? `Writes ${labels.length} resources` : null;
  }),
};

export const noPermission: Rule = {
  id: 'no-permission',
  weight: 'note',
  title: () => 'Restricted, no permission',
  reason:
    'These keys may do nothing at all. Delete them, or make others with the permissions that are missing.',
  find: eachKey((key) => (key.restricted && key.permissions.length === 0 ? 'May do nothing' : null)),
};

export const customPermissions: Rule = {
  id: 'custom-permissions',
  weight: 'note',
  title: () => 'Custom or other permissions',
  reason:
    'These keys hold permissions that are none of the levels No access, Read and Write. See in their details whether that is meant.',
  find: eachKey((key) => {
    if (!key.restricted) return null;
    const levels = keyLevels(key);
    const custom = RESOURCES.filter(({ id }) => levels[id as ResourceId] === 'custom').map(
      ({ label }) => label,
    );
    const labels = levels.other === 'none' ? custom : [...custom, 'families without a name here'];
    return labels.length === 0 ? null : `Custom: ${listed(labels)}`;
  }),
};
