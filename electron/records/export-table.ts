import Papa from 'papaparse';

/** A spreadsheet takes a file without this mark for one of the system's own coding: names would be garbled. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A table as a CSV file (RFC 4180). A cell that a spreadsheet would run as a formula begins with an apostrophe.
 * @param rows the cells of each row, in the order of the columns.
 */
export function tableToCsv(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const data = rows.map((row) => [...row]);
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...columns], data }, { escapeFormulae: true });
}
