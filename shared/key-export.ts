/** The files that keys can be exported as. */
export const EXPORT_FORMATS = ['csv', 'json'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const FORMAT_LABELS = { csv: 'CSV', json: 'JSON' } as const satisfies Record<ExportFormat, string>;

/** Ids of rows (see `rowId`); null: the whole list. */
type RowIds = readonly string[] | null;

/** Which keys are exported, and as what. */
export type KeyExport = {
  readonly ids: RowIds;
  readonly format: ExportFormat;
  /** Keys of several connections in one file, which then tells whose each is; `ids` says nothing beside it. */
  readonly projects?: readonly { readonly connectionId: string; readonly ids: RowIds }[];
};
