import { RESOURCES } from '../../shared/permissions.ts';
import type { Role } from './wire.ts';

/** Families that the page does not show but the API knows. */
const BEYOND_THE_PAGE = [
  'companies.update',
  'companies.delete',
  'logs.view',
  'workflows.view',
  'workflows.create',
  'workflows.update',
  'workflows.delete',
] as const;

/** Every permission string that the API takes: 61 of 22 families. */
export const PERMISSION_NAMES: readonly string[] = [
  ...RESOURCES.flatMap(({ id, verbs }) => ['view', ...verbs].map((verb) => `${id}.${verb}`)),
  ...BEYOND_THE_PAGE,
];

const ADMIN_ONLY = ['api_keys', 'members', 'billing'];

function isOfFamily(permission: string, families: readonly string[]): boolean {
  return families.some((family) => permission.startsWith(`${family}.`));
}

/** What a person of the role may do in the project, as `member/me` tells it. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly string[]>> = {
  admin: PERMISSION_NAMES,
  member: PERMISSION_NAMES.filter((name) => !isOfFamily(name, ADMIN_ONLY)),
  reader: PERMISSION_NAMES.filter((name) => name.endsWith('.view') && !isOfFamily(name, ADMIN_ONLY)),
};
