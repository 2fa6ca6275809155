/** The files that keys can be exported as. */
export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_LABELS = { csv: 'CSV', json: 'JSON' } as const satisfies Record<ExportFormat, string>;

/** Which keys are exported, and as what. Ids of rows (see `rowId`); null: the whole list. */
export type KeyExport = {
  readonly ids: readonly string[] | null;
  readonly format: ExportFormat;
};
