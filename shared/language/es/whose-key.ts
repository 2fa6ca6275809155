import type { whoseKey as english } from '../en/whose-key.ts';
import type { Translation } from '../translation.ts';

export const whoseKey: Translation<typeof english> = {};
