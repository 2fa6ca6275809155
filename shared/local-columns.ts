/** Columns of the table that tell what is known locally, in their order. */
export const LOCAL_COLUMNS = ['owner', 'environment'] as const;
export type LocalColumn = (typeof LOCAL_COLUMNS)[number];
