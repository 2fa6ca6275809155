import type { deletion as english } from '../en/deletion.ts';
import type { Translation } from '../translation.ts';

export const deletion: Translation<typeof english> = {};
