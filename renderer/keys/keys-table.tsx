import { type KeyboardEvent, type RefObject, useContext, useRef } from 'react';
import type { KeyRow as Row } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { OptionalColumnsContext } from '../columns/optional-columns-context.ts';
import { useRowHeight } from '../settings/use-row-height.ts';
import type { SelectAction } from '../several/selection.ts';
import { selectionKey } from '../several/table-keys.ts';
import { useStable } from '../use-stable.ts';
import { useWindowedRows } from '../use-windowed-rows.ts';
import { KeyRow, type RowActions } from './key-row.tsx';
import styles from './keys-table.module.css';
import type { ListedRow } from './listed-row.ts';
import { useRowColumn } from './row-column.ts';
import { targetIndex } from './row-focus.ts';
import type { RowsHandle } from './rows-handle.ts';
import { SkeletonRows } from './skeleton-rows.tsx';
import { TableHeader } from './table-header.tsx';
import type { Sort } from './visible-rows.ts';

type KeysTableProps = {
  readonly rows: readonly ListedRow[];
  /** Skeleton rows stand in for those that are still to come. */
  readonly waiting: boolean;
  readonly query: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly now: number;
  readonly highlighted: string | null;
  /** The row whose menu is open. */
  readonly menuRow: string | null;
  readonly onOpen: (row: Row) => void;
  readonly onDelete: (row: Row) => void;
  readonly onMenu: (row: Row, at: DOMRect) => void;
  /** The rows that are selected, on this page or not. */
  readonly selected?: ReadonlySet<string>;
  /** Without it rows cannot be selected. */
  readonly onSelect?: (action: SelectAction) => void;
  readonly handle: RefObject<RowsHandle | null>;
};

const NONE: ReadonlySet<string> = new Set();
const nothing = () => undefined;

const HEADER_HEIGHT = 32;
/** What the bar of the selected keys covers at the end of the table. */
const BAR_HEIGHT = 58;

/** The table of the keys. Only the rows in view are in the document, and the one that has the focus. */
export function KeysTable(props: KeysTableProps) {
  const { rows, waiting, query, sort, onSort, now, highlighted, menuRow, onOpen, onDelete, onMenu, handle } =
    props;
  const { columns } = useContext(OptionalColumnsContext);
  const { selected = NONE, onSelect = nothing } = props;
  const column = useRowColumn();
  const scroller = useRef<HTMLTableElement>(null);
  const footHeight = selected.size > 0 ? BAR_HEIGHT : 0;
  const rowHeight = useRowHeight('key');
  const windowed = useWindowedRows({
    items: rows,
    scroller,
    handle,
    rowHeight,
    headHeight: HEADER_HEIGHT,
    footHeight,
    wantedBy: `${sort.column} ${sort.direction} ${query}`,
  });
  const { currentIndex, focusIndex } = windowed;

  const moveTo = (index: number) => {
    focusIndex(index);
    onSelect({ kind: 'moved' });
  };

  /** To a row, and on the way every row between it and the one that has the focus is selected. */
  const selectTo = (index: number) => {
    const [from, to] = [rows[currentIndex]?.id, rows[index]?.id];
    if (from === undefined || to === undefined) return;
    focusIndex(index);
    onSelect({ kind: 'range', from, to });
  };

  const onRowSelect = (id: string, range: boolean) => {
    const index = rows.findIndex((item) => item.id === id);
    if (range) return selectTo(index);
    focusIndex(index);
    onSelect({ kind: 'toggle', id });
  };

  const actions = useStable<RowActions>({
    onFocus: windowed.setCurrent,
    onOpen,
    onMenu,
    onSelect: onRowSelect,
    onMove: () => onSelect({ kind: 'moved' }),
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (!element) return;
    const item = rows[currentIndex];
    const selecting = item && event.target === element ? selectionKey(event, item.id) : null;
    if (selecting) {
      event.preventDefault();
      return onSelect(selecting);
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const index = targetIndex(event.key, currentIndex, rows.length, windowed.page());
    if (index !== null && event.shiftKey) selectTo(index);
    else if (index !== null) moveTo(index);
    else if (!item || event.target !== element) return;
    else if (event.key === 'Enter') onOpen(item.row);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(item.row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      // The menu that opens now would take this very key press for one outside of it, and close.
      event.stopPropagation();
      onMenu(item.row, element.getBoundingClientRect());
    } else return;
    event.preventDefault();
  };

  return (
    <table
      ref={scroller}
      aria-label={t('keys.tableLabel')}
      aria-rowcount={rows.length + 1}
      aria-busy={waiting}
      data-optional-columns={columns.length}
      data-row-column={column ? '' : undefined}
      data-selecting={selected.size > 0 || undefined}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <TableHeader sort={sort} onSort={onSort} />
      <tbody className={styles.body} style={{ height: rows.length * rowHeight + footHeight }}>
        {windowed.visible.map(({ index, start, slot }) => {
          const item = rows[index];
          return item ? (
            <KeyRow
              key={slot}
              id={item.id}
              row={item.row}
              index={index}
              top={start - HEADER_HEIGHT}
              now={now}
              current={index === currentIndex}
              menuOpen={item.id === menuRow}
              highlighted={item.id === highlighted}
              selected={props.onSelect ? selected.has(item.id) : null}
              column={column}
              actions={actions}
            />
          ) : null;
        })}
      </tbody>
      {waiting ? <SkeletonRows /> : null}
    </table>
  );
}
