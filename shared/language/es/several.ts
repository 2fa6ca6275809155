import type { several as english } from '../en/several.ts';
import type { Translation } from '../translation.ts';

export const several: Translation<typeof english> = {};
