/** A cell of the matrix. Row -1 is the head, column -1 the names. */
export type Cell = { readonly row: number; readonly column: number };

export type GridSize = {
  readonly rows: number;
  readonly columns: number;
  /** As many rows as are in view. */
  readonly page: number;
};

export type Move = { readonly key: string; readonly far: boolean };

/** The cell that a key press goes to; null where the key does not move. `far`: with Ctrl, or Cmd. */
export function targetCell({ key, far }: Move, { row, column }: Cell, size: GridSize): Cell | null {
  const at = (wantedRow: number, wantedColumn: number): Cell => ({
    row: Math.max(-1, Math.min(size.rows - 1, wantedRow)),
    column: Math.max(-1, Math.min(size.columns - 1, wantedColumn)),
  });
  switch (key) {
    case 'ArrowUp':
      return at(far ? -1 : row - 1, column);
    case 'ArrowDown':
      return at(far ? size.rows : row + 1, column);
    case 'ArrowLeft':
      return at(row, far ? -1 : column - 1);
    case 'ArrowRight':
      return at(row, far ? size.columns : column + 1);
    case 'PageUp':
      return at(Math.max(0, row - size.page), column);
    case 'PageDown':
      return at(row + size.page, column);
    case 'Home':
      return at(far ? 0 : row, -1);
    case 'End':
      return at(far ? size.rows : row, size.columns);
    default:
      return null;
  }
}
