import type { NewKeyAccess } from './api-key.ts';
import { t } from './language/words.ts';
import { LEVEL_LABELS, RESOURCES, type ResourceAccess, readPermissions } from './permissions.ts';

/** What one key may do that another may not. */
export type AccessChange = {
  /** `other`: neither more nor less. */
  readonly kind: 'more' | 'less' | 'other';
  /** "Contacts: Write", "flows.run". */
  readonly text: string;
};

function accessLabel(access: ResourceAccess): string {
  return access.kind === 'level'
    ? LEVEL_LABELS[access.level]
    : t('permissions.customVerbs', { verbs: access.verbs.join(', ') });
}

function familyOf(permissions: readonly string[], family: string): ReadonlySet<string> {
  return new Set(permissions.filter((permission) => permission.startsWith(`${family}.`)));
}

function compare(before: ReadonlySet<string>, after: ReadonlySet<string>): AccessChange['kind'] | 'same' {
  const more = [...after].some((permission) => !before.has(permission));
  const less = [...before].some((permission) => !after.has(permission));
  if (more && less) return 'other';
  return more ? 'more' : less ? 'less' : 'same';
}

function changesOf(before: readonly string[], after: readonly string[]): readonly AccessChange[] {
  const [was, is] = [readPermissions(before), readPermissions(after)];
  const resources = RESOURCES.flatMap(({ id, label }): readonly AccessChange[] => {
    const kind = compare(familyOf(before, id), familyOf(after, id));
    return kind === 'same' ? [] : [{ kind, text: `${label}: ${accessLabel(is.resources[id])}` }];
  });
  const added = is.other.filter((each) => !was.other.includes(each));
  const removed = was.other.filter((each) => !is.other.includes(each));
  return [
    ...resources,
    ...added.map((text): AccessChange => ({ kind: 'more', text })),
    ...removed.map((text): AccessChange => ({ kind: 'less', text })),
  ];
}

/** What changes from one key's access to another's, in the order of the catalogue; empty where nothing does. */
export function accessDifference(before: NewKeyAccess, after: NewKeyAccess): readonly AccessChange[] {
  if (before.kind === 'unrestricted' || after.kind === 'unrestricted') {
    if (before.kind === after.kind) return [];
    return after.kind === 'unrestricted'
      ? [{ kind: 'more', text: t('permissions.becomesUnrestricted') }]
      : [{ kind: 'less', text: t('permissions.becomesRestricted') }];
  }
  return changesOf(before.permissions, after.permissions);
}
