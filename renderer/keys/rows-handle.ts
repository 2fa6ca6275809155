/** What can be done from outside with a view of rows. */
export type RowsHandle = {
  /** Puts the focus on a row and brings it into view; answers whether the row is there. */
  readonly focusRow: (id: string) => boolean;
  readonly focusFirst: () => void;
  /** Puts the focus back on the row that had it last, without moving the view. */
  readonly focusCurrent?: () => void;
};
