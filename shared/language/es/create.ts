import type { create as english } from '../en/create.ts';
import type { Translation } from '../translation.ts';

export const create: Translation<typeof english> = {};
