import type { NewKey } from '../../shared/api-key.ts';
import { NO_ACCESS, permissionsFor, RESOURCES, readPermissions } from '../../shared/permissions.ts';
import type { CreateKeyForm } from '../../shared/place.ts';

/** Restricted, without access: a key gets nothing that nobody chose. */
export const EMPTY_FORM: CreateKeyForm = { name: '', restricted: true, levels: NO_ACCESS };

/** What is sent. */
export function newKeyOf({ name, restricted, levels }: CreateKeyForm): NewKey {
  return {
    name: name.trim(),
    access: restricted
      ? { kind: 'restricted', permissions: permissionsFor(levels) }
      : { kind: 'unrestricted' },
  };
}

/** The form that this key was typed into: the inverse of {@link newKeyOf}. What no level tells is not chosen. */
export function formOf({ name, access }: NewKey): CreateKeyForm {
  if (access.kind === 'unrestricted') return { name, restricted: false, levels: NO_ACCESS };
  const { resources } = readPermissions(access.permissions);
  const levels = RESOURCES.map(({ id }) => {
    const held = resources[id];
    return [id, held.kind === 'level' ? held.level : 'none'];
  });
  return { name, restricted: true, levels: { ...NO_ACCESS, ...Object.fromEntries(levels) } };
}

/** Whether closing would lose something that was typed or chosen. */
export function isTyped({ name, restricted, levels }: CreateKeyForm): boolean {
  return name.trim() !== '' || !restricted || Object.values(levels).some((level) => level !== 'none');
}

/** Whether the key could do nothing at all. */
export function canDoNothing({ access }: NewKey): boolean {
  return access.kind === 'restricted' && access.permissions.length === 0;
}
