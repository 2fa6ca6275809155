import type { details as english } from '../en/details.ts';
import type { Translation } from '../translation.ts';

export const details: Translation<typeof english> = {};
