import { type KeyboardEvent, type RefObject, useRef } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { useRowColumn } from '../keys/row-column.ts';
import { targetIndex } from '../keys/row-focus.ts';
import type { RowsHandle } from '../keys/rows-handle.ts';
import { useRowHeight } from '../settings/use-row-height.ts';
import { useStable } from '../use-stable.ts';
import { useWindowedRows } from '../use-windowed-rows.ts';
import type { FindingItem } from './finding-items.ts';
import { type FindingActions, FindingRow } from './finding-row.tsx';
import styles from './review.module.css';

type FindingsTableProps = {
  readonly items: readonly FindingItem[];
  readonly now: number;
  readonly menuRow: string | null;
  readonly onOpen: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
  readonly onDismiss: (item: FindingItem) => void;
  readonly onTakeBack: (item: FindingItem) => void;
  readonly handle: RefObject<RowsHandle | null>;
};

const HEADER_HEIGHT = 32;
const COLUMNS = [t('common.name'), t('review.why'), t('common.creationDate'), t('review.look')];

/** The keys that a rule speaks of. Only what is in view is in the document. */
export function FindingsTable(props: FindingsTableProps) {
  const { items, now, menuRow, onOpen, onDelete, onMenu, onDismiss, onTakeBack, handle } = props;
  const scroller = useRef<HTMLTableElement>(null);
  const column = useRowColumn();
  const rowHeight = useRowHeight('key');
  const rows = useWindowedRows({ items, scroller, handle, rowHeight, headHeight: HEADER_HEIGHT });
  const actions = useStable<FindingActions>({
    onFocus: rows.setCurrent,
    onOpen,
    onMenu,
    onDismiss,
    onTakeBack,
  });

  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const element = (event.target as Element).closest<HTMLElement>('[data-row]');
    if (!element || event.ctrlKey || event.metaKey || event.altKey) return;
    const item = items[rows.currentIndex];
    const index = targetIndex(event.key, rows.currentIndex, items.length, rows.page());
    if (index !== null) rows.focusIndex(index);
    else if (!item || event.target !== element) return;
    else if (event.key === 'Enter') onOpen(item.key);
    else if (event.key === 'Delete' || event.key === 'Backspace') onDelete(item.key);
    else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      // The menu that opens now would take this very key press for one outside of it, and close.
      event.stopPropagation();
      onMenu(item.key, element.getBoundingClientRect());
    } else return;
    event.preventDefault();
  };

  return (
    <table
      ref={scroller}
      aria-label={t('review.deserve')}
      aria-rowcount={items.length + 1}
      data-row-column={column ? '' : undefined}
      className={styles.scroller}
      onKeyDown={onKeyDown}
    >
      <thead className={styles.head}>
        <tr aria-rowindex={1} className={styles.headRow}>
          {COLUMNS.map((label) => (
            <th key={label} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className={styles.body} style={{ height: items.length * rowHeight }}>
        {rows.visible.map(({ index, start }) => {
          const item = items[index];
          return item ? (
            <FindingRow
              key={item.id}
              item={item}
              index={index}
              top={start - HEADER_HEIGHT}
              now={now}
              current={index === rows.currentIndex}
              menuOpen={item.id === menuRow}
              actions={actions}
            />
          ) : null;
        })}
      </tbody>
    </table>
  );
}
