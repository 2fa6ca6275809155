import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RowsHandle } from './keys/rows-handle.ts';
import { createSlots } from './slots.ts';

type WindowedRowsParts = {
  readonly items: readonly { readonly id: string }[];
  readonly scroller: RefObject<HTMLElement | null>;
  readonly handle: RefObject<RowsHandle | null>;
  readonly rowHeight: number;
  /** Of what stays in sight above the rows. */
  readonly headHeight: number;
  /** Of what covers the end of them. */
  readonly footHeight?: number;
  /** What the person asks for: other words, another order. */
  readonly wantedBy?: string;
};

/** A row in view: where it is, and the key of the element that shows it. */
type WindowedRow = Pick<VirtualItem, 'index' | 'start'> & { readonly slot: number };

type WindowedRows = {
  readonly visible: readonly WindowedRow[];
  /** The one row that Tab comes to. */
  readonly currentIndex: number;
  readonly setCurrent: (id: string) => void;
  /** Brings a row into view and gives it the focus. */
  readonly focusIndex: (index: number) => void;
  /** As many rows as are in view. */
  readonly page: () => number;
};

function withIndex(indexes: number[], index: number): number[] {
  return index < 0 || indexes.includes(index) ? indexes : [...indexes, index].sort((a, b) => a - b);
}

/** Rows of which only those in view are in the document, and the one that has the focus. */
export function useWindowedRows(parts: WindowedRowsParts): WindowedRows {
  const { items, scroller, handle, rowHeight, headHeight, footHeight = 0, wantedBy = '' } = parts;
  const [currentId, setCurrentId] = useState<string | null>(null);
  const [slotsOf] = useState(createSlots);
  const wanted = useRef<string | null>(null);
  const found = useMemo(
    () => (currentId === null ? -1 : items.findIndex(({ id }) => id === currentId)),
    [items, currentId],
  );
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: footHeight,
    rangeExtractor: (range: Range) => withIndex(defaultRangeExtractor(range), found),
  });

  const measured = useRef(rowHeight);
  if (measured.current !== rowHeight) {
    measured.current = rowHeight;
    virtualizer.measure();
  }

  const focusIndex = (index: number) => {
    const item = items[index];
    if (!item) return;
    setCurrentId(item.id);
    wanted.current = item.id;
    virtualizer.scrollToIndex(index);
  };

  // The row may come into the document only with this render.
  useLayoutEffect(() => {
    const id = wanted.current;
    if (id === null) return;
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    if (!element) return;
    wanted.current = null;
    element.focus({ preventScroll: true });
  });

  useLayoutEffect(() => {
    handle.current = {
      focusRow: (id) => {
        const index = items.findIndex((item) => item.id === id);
        if (index >= 0) focusIndex(index);
        return index >= 0;
      },
      focusFirst: () => focusIndex(0),
      focusCurrent: () =>
        scroller.current
          ?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
          ?.focus({ preventScroll: true }),
    };
    return () => {
      handle.current = null;
    };
  });

  const inView = virtualizer.getVirtualItems().filter(({ index }) => index < items.length);
  const slots = slotsOf(
    wantedBy,
    inView.map(({ index }) => items[index]?.id ?? ''),
    currentId,
  );
  return {
    visible: inView.map(({ index, start }, at) => ({ index, start, slot: slots[at] ?? -1 })),
    currentIndex: Math.max(0, found),
    setCurrent: setCurrentId,
    focusIndex,
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 2),
  };
}
