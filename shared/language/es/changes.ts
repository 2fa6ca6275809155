import type { changes as english } from '../en/changes.ts';
import type { Translation } from '../translation.ts';

export const changes: Translation<typeof english> = {};
