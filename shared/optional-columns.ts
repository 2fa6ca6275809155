/** Columns of the table that are shown where they were chosen, in their order. */
export const OPTIONAL_COLUMNS = ['owner', 'environment', 'createdBy'] as const;
export type OptionalColumn = (typeof OPTIONAL_COLUMNS)[number];
