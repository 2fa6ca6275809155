import type { filter as english } from '../en/filter.ts';
import type { Translation } from '../translation.ts';

export const filter: Translation<typeof english> = {};
