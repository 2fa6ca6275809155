import type { replace as english } from '../en/replace.ts';
import type { Translation } from '../translation.ts';

export const replace: Translation<typeof english> = {};
