import type { ApiKey, NewKey } from '../../shared/api-key.ts';
import { choosePermissions, NO_ACCESS, permissionsFor, RESOURCES } from '../../shared/permissions.ts';
import type { CreateKeyForm } from '../../shared/place.ts';

/** Restricted, without access: a key gets nothing that nobody chose. */
export const EMPTY_FORM: CreateKeyForm = { name: '', restricted: true, levels: NO_ACCESS, carried: [] };

/** What is sent. */
export function newKeyOf({ name, restricted, levels, carried }: CreateKeyForm): NewKey {
  return {
    name: name.trim(),
    access: restricted
      ? { kind: 'restricted', permissions: permissionsFor(levels, carried) }
      : { kind: 'unrestricted' },
  };
}

/** The form that this key was typed into: the inverse of {@link newKeyOf}. What no level tells is carried. */
export function formOf({ name, access }: NewKey): CreateKeyForm {
  return access.kind === 'unrestricted'
    ? { ...EMPTY_FORM, name, restricted: false }
    : { name, restricted: true, ...choosePermissions(access.permissions) };
}

/** The form of a new key that is like this one. */
export function duplicateOf({ name, restricted, permissions }: ApiKey): CreateKeyForm {
  return formOf({
    name,
    access: restricted ? { kind: 'restricted', permissions } : { kind: 'unrestricted' },
  });
}

/**
 * Whether closing would lose something that was typed or chosen.
 * @param begun the form as it was opened.
 */
export function isTyped(form: CreateKeyForm, begun: CreateKeyForm): boolean {
  return (
    form.name.trim() !== begun.name.trim() ||
    form.restricted !== begun.restricted ||
    form.carried.length !== begun.carried.length ||
    RESOURCES.some(({ id }) => form.levels[id] !== begun.levels[id])
  );
}

/** Whether the key could do nothing at all. */
export function canDoNothing({ access }: NewKey): boolean {
  return access.kind === 'restricted' && access.permissions.length === 0;
}
