import type { proxy as english } from '../en/proxy.ts';
import type { Translation } from '../translation.ts';

export const proxy: Translation<typeof english> = {};
