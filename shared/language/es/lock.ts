import type { lock as english } from '../en/lock.ts';
import type { Translation } from '../translation.ts';

export const lock: Translation<typeof english> = {};
