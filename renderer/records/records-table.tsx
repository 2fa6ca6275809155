import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, useRef } from 'react';
import { useRowHeight } from '../settings/use-row-height.ts';
import styles from './records.module.css';

export type RecordColumn<T> = {
  readonly label: string;
  /** Its width, as a track of the grid. */
  readonly width: string;
  readonly cell: (record: T) => ReactNode;
};

type RecordsTableProps<T> = {
  readonly label: string;
  readonly columns: readonly RecordColumn<T>[];
  readonly records: readonly T[];
};

const HEADER_HEIGHT = 32;

/** A long table that is only read. Only the rows in sight are in the document. */
export function RecordsTable<T>({ label, columns, records }: RecordsTableProps<T>) {
  const scroller = useRef<HTMLTableElement>(null);
  const rowHeight = useRowHeight('record');
  const virtualizer = useVirtualizer({
    count: records.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: HEADER_HEIGHT,
  });
  const measured = useRef(rowHeight);
  if (measured.current !== rowHeight) {
    measured.current = rowHeight;
    virtualizer.measure();
  }
  const tracks = { '--columns': columns.map(({ width }) => width).join(' ') } as CSSProperties;
  return (
    <table
      ref={scroller}
      aria-label={label}
      aria-rowcount={records.length + 1}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
      tabIndex={0}
      className={styles.table}
      style={tracks}
    >
      <thead className={styles.header}>
        <tr aria-rowindex={1} className={styles.headerRow}>
          {columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} style={{ height: records.length * rowHeight }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const record = records[index];
          return record === undefined ? null : (
            <tr
              key={index}
              aria-rowindex={index + 2}
              className={styles.row}
              style={{ transform: `translateY(${start - HEADER_HEIGHT}px)` }}
            >
              {columns.map((column) => (
                <td key={column.label} className={styles.cell}>
                  {column.cell(record)}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
