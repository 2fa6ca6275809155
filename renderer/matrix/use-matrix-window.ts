import { useElementSize } from '@mantine/hooks';
import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefCallback, type RefObject, useRef } from 'react';
import { useRowHeight } from '../settings/use-row-height.ts';
import { COLUMNS } from './columns.ts';
import type { Cell } from './grid-moves.ts';

export const HEAD_HEIGHT = 126;

/** Columns share what the names leave, between these bounds. */
const COLUMN_WIDTH = { least: 34, most: 60 } as const;
const NAME_WIDTH = { narrow: 200, wide: 280 } as const;
const WIDE = 1100;

/** Kept free for the scroll bar of the rows, whether it is there or not. */
const SCROLL_BAR = 16;

function widths(scroller: number) {
  const name = scroller < WIDE ? NAME_WIDTH.narrow : NAME_WIDTH.wide;
  const share = Math.floor((scroller - SCROLL_BAR - name) / COLUMNS.length);
  return { name, column: Math.max(COLUMN_WIDTH.least, Math.min(COLUMN_WIDTH.most, share)) };
}

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}

type MatrixWindow = {
  readonly scroller: RefObject<HTMLTableElement | null>;
  /** For what is around the scroller: its size is watched. */
  readonly sizeRef: RefCallback<HTMLDivElement>;
  readonly page: number;
  readonly rowHeight: number;
  readonly nameWidth: number;
  readonly columnWidth: number;
  /** Of all columns, in view or not. */
  readonly width: number;
  readonly rowItems: readonly VirtualItem[];
  readonly columns: readonly number[];
  readonly scrollTo: (cell: Cell) => void;
};

/** The part of the matrix that is in the document: what is in view, and the cell that has the focus. */
export function useMatrixWindow(rows: number, current: Cell): MatrixWindow {
  const scroller = useRef<HTMLTableElement>(null);
  const size = useElementSize<HTMLDivElement>();
  const { name, column } = widths(size.width);
  const rowHeight = useRowHeight('matrix');
  const keeping = (index: number) => (range: Range) => withIndex(defaultRangeExtractor(range), index);
  const down = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: HEAD_HEIGHT,
    scrollPaddingStart: HEAD_HEIGHT,
    rangeExtractor: keeping(current.row),
  });
  const across = useVirtualizer({
    horizontal: true,
    count: COLUMNS.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => column,
    overscan: 2,
    scrollMargin: name,
    scrollPaddingStart: name,
    rangeExtractor: keeping(current.column),
  });
  const measuredRow = useRef(rowHeight);
  if (measuredRow.current !== rowHeight) {
    measuredRow.current = rowHeight;
    down.measure();
  }
  const measured = useRef(column);
  if (measured.current !== column) {
    measured.current = column;
    across.measure();
  }
  return {
    scroller,
    sizeRef: size.ref,
    page: Math.max(1, Math.floor((size.height - HEAD_HEIGHT) / rowHeight) - 1),
    rowHeight,
    nameWidth: name,
    columnWidth: column,
    width: name + column * COLUMNS.length,
    rowItems: down.getVirtualItems(),
    columns: across.getVirtualItems().map(({ index }) => index),
    scrollTo: ({ row, column: at }: Cell) => {
      if (row >= 0) down.scrollToIndex(row);
      if (at >= 0) across.scrollToIndex(at);
    },
  };
}
