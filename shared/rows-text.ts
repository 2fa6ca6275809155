import type { KeyRow } from './api-key.ts';

/** Rows as JSON: as objects they would be copied one by one at each step to the page, which takes ten times as long. */
export type RowsText = string;

export const rowsText = (rows: readonly KeyRow[]): RowsText => JSON.stringify(rows);
export const rowsOfText = (text: RowsText): readonly KeyRow[] => JSON.parse(text) as readonly KeyRow[];
