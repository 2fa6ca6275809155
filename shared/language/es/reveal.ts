import type { reveal as english } from '../en/reveal.ts';
import type { Translation } from '../translation.ts';

export const reveal: Translation<typeof english> = {};
