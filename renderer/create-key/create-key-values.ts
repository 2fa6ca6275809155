import type { ApiKey, NewKey } from '../../shared/api-key.ts';
import { choosePermissions, NO_ACCESS, permissionsFor, RESOURCES } from '../../shared/permissions.ts';
import type { CreateKeyForm } from '../../shared/place.ts';

/** Restricted, without access: a key gets nothing that nobody chose. */
export const EMPTY_FORM: CreateKeyForm = {
  name: '',
  restricted: true,
  levels: NO_ACCESS,
  carried: [],
  expiresAt: null,
  replaces: null,
};

/** What is sent. */
export function newKeyOf(form: CreateKeyForm): NewKey {
  const { name, restricted, levels, carried, expiresAt, replaces } = form;
  return {
    name: name.trim(),
    ...(expiresAt === null ? {} : { expiresAt }),
    ...(replaces === null ? {} : { replaces }),
    access: restricted
      ? { kind: 'restricted', permissions: permissionsFor(levels, carried) }
      : { kind: 'unrestricted' },
  };
}

/** The form that this key was typed into: the inverse of {@link newKeyOf}. What no level tells is carried. */
export function formOf({ name, access, expiresAt = null, replaces = null }: NewKey): CreateKeyForm {
  const form = { ...EMPTY_FORM, name, expiresAt, replaces };
  return access.kind === 'unrestricted'
    ? { ...form, restricted: false }
    : { ...form, ...choosePermissions(access.permissions) };
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
    form.expiresAt !== begun.expiresAt ||
    RESOURCES.some(({ id }) => form.levels[id] !== begun.levels[id])
  );
}

/** Whether the key could do nothing at all. */
export function canDoNothing({ access }: NewKey): boolean {
  return access.kind === 'restricted' && access.permissions.length === 0;
}
