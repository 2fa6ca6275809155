import type { policy as english } from '../en/policy.ts';
import type { Translation } from '../translation.ts';

export const policy: Translation<typeof english> = {};
