import type { matrix as english } from '../en/matrix.ts';
import type { Translation } from '../translation.ts';

export const matrix: Translation<typeof english> = {};
