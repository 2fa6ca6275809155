import { customPermissions, manyWrites, noPermission, sensitiveWrite, unrestricted } from './access-rules.ts';
import { due, old, replaced } from './age-rules.ts';
import { emptyName, nearName } from './name-rules.ts';
import { appeared, madeByOthers, twoEnvironments } from './origin-rules.ts';
import type { Rule } from './rule.ts';

/** What the review looks for, the weightiest first. One more rule is one more entry. */
export const RULES: readonly Rule[] = [
  unrestricted,
  sensitiveWrite,
  manyWrites,
  appeared,
  due,
  replaced,
  twoEnvironments,
  old,
  nearName,
  emptyName,
  noPermission,
  customPermissions,
  madeByOthers,
];
