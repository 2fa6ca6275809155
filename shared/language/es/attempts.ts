import type { attempts as english } from '../en/attempts.ts';
import type { Translation } from '../translation.ts';

export const attempts: Translation<typeof english> = {};
