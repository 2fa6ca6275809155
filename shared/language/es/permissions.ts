import type { permissions as english } from '../en/permissions.ts';
import type { Translation } from '../translation.ts';

export const permissions: Translation<typeof english> = {};
