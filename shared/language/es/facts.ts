import type { facts as english } from '../en/facts.ts';
import type { Translation } from '../translation.ts';

export const facts: Translation<typeof english> = {};
