import { type CSSProperties, type KeyboardEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { useStable } from '../use-stable.ts';
import type { ViewProps } from '../views/view-props.ts';
import { COLUMNS, nextColumnFilter, withColumnFilter } from './columns.ts';
import { type Cell, targetCell } from './grid-moves.ts';
import styles from './matrix.module.css';
import { MatrixHead } from './matrix-head.tsx';
import { type MatrixActions, MatrixRow } from './matrix-row.tsx';
import { HEAD_HEIGHT, useMatrixWindow } from './use-matrix-window.ts';

/** The row that stands for the head. */
const HEAD = 'head';

/** Keys down, resources across. Only what is in view is in the document; arrow keys move by cell. */
export function MatrixGrid(props: ViewProps) {
  const { rows, query, onQuery, menuRow, onOpen, onDelete, onMenu, handle, waiting } = props;
  const [place, setPlace] = useState<{ readonly id: string | null; readonly column: number }>({
    id: null,
    column: -1,
  });
  const isInHead = place.id === HEAD;
  const found = useMemo(() => rows.findIndex(({ id }) => id === place.id), [rows, place.id]);
  const current: Cell = { row: isInHead ? -1 : Math.max(0, found), column: place.column };
  const view = useMatrixWindow(rows.length, { row: isInHead ? -1 : found, column: place.column });
  const wanted = useRef(false);

  const go = (cell: Cell) => {
    const id = cell.row < 0 ? HEAD : rows[cell.row]?.id;
    if (id === undefined) return;
    setPlace({ id, column: cell.column });
    wanted.current = true;
    view.scrollTo(cell);
  };

  // The cell may come into the document only with this render.
  useLayoutEffect(() => {
    if (!wanted.current) return;
    const cell = view.scroller.current?.querySelector<HTMLElement>('[data-cell][tabindex="0"]');
    if (!cell) return;
    wanted.current = false;
    cell.focus({ preventScroll: true });
  });

  useLayoutEffect(() => {
    handle.current = {
      focusRow: (id) => {
        const row = rows.findIndex((item) => item.id === id);
        if (row >= 0) go({ row, column: place.column });
        return row >= 0;
      },
      focusFirst: () => go({ row: 0, column: place.column }),
    };
    return () => {
      handle.current = null;
    };
  });

  const filterBy = (at: number) => {
    const column = COLUMNS[at];
    if (column) onQuery(withColumnFilter(query, column, nextColumnFilter(query, column)));
  };

  const actions = useStable<MatrixActions>({
    onFocus: (id, column) => setPlace({ id, column }),
    onOpen,
    onMenu,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
    if (!cell || event.altKey) return;
    const size = { rows: rows.length, columns: COLUMNS.length, page: view.page };
    const target = targetCell({ key: event.key, far: event.ctrlKey || event.metaKey }, current, size);
    if (target) go(target);
    else if (!onRowKey(event, cell, rows[current.row]?.row)) return;
    event.preventDefault();
  };

  /** What else a key does in a row; answers whether it did. */
  const onRowKey = (event: KeyboardEvent, cell: HTMLElement, row: KeyRow | undefined): boolean => {
    if (!row || isInHead || event.target !== cell || event.ctrlKey || event.metaKey) return false;
    if (event.key === 'Enter') onOpen(row);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(row);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      // The menu that opens now would take this very key press for one outside of it, and close.
      event.stopPropagation();
      onMenu(row, cell.getBoundingClientRect());
    } else return false;
    return true;
  };

  const layout = {
    '--name-width': `${view.nameWidth}px`,
    '--matrix-width': `${view.width}px`,
  } as CSSProperties;
  return (
    <div ref={view.sizeRef} className={styles.frame}>
      <table
        ref={view.scroller}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells have the focus is a grid.
        role="grid"
        aria-label={t('matrix.label')}
        aria-rowcount={rows.length + 2}
        aria-colcount={COLUMNS.length + 1}
        aria-busy={waiting}
        className={styles.scroller}
        style={layout}
        onKeyDown={onKeyDown}
      >
        <MatrixHead
          query={query}
          columns={view.columns}
          columnWidth={view.columnWidth}
          current={isInHead ? place.column : null}
          marked={place.column}
          onFocus={(column) => setPlace({ id: HEAD, column })}
          onFilter={filterBy}
        />
        <tbody className={styles.body} style={{ height: rows.length * view.rowHeight }}>
          {view.rowItems.map(({ index, start }) => {
            const item = rows[index];
            return item ? (
              <MatrixRow
                key={item.id}
                id={item.id}
                row={item.row}
                index={index}
                top={start - HEAD_HEIGHT}
                columns={view.columns}
                columnWidth={view.columnWidth}
                current={index === current.row ? place.column : null}
                menuOpen={item.id === menuRow}
                actions={actions}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}
