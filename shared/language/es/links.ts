import type { links as english } from '../en/links.ts';
import type { Translation } from '../translation.ts';

export const links: Translation<typeof english> = {};
