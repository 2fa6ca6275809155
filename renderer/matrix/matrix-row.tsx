import { IconDots, IconLockOpen } from '@tabler/icons-react';
import { memo } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { keyLevels, type Reach } from '../../shared/key-levels.ts';
import { t } from '../../shared/language/words.ts';
import { LEVEL_LABELS } from '../../shared/permissions.ts';
import { nameInLabel } from '../format.ts';
import iconButton from '../icon-button.module.css';
import { KeyName } from '../key-name.tsx';
import { actionsButtonId } from '../keys/key-row.tsx';
import { useRowColumn } from '../keys/row-column.ts';
import { COLUMNS, type Column } from './columns.ts';
import styles from './matrix.module.css';

export const REACH_LABELS = { ...LEVEL_LABELS, custom: t('common.custom') } as const satisfies Record<
  Reach,
  string
>;

/** The letter of a level: it is told by letter and shape before it is told by colour. */
export const REACH_LETTERS = {
  none: '·',
  read: t('matrix.readLetter'),
  write: t('matrix.writeLetter'),
  custom: t('matrix.customLetter'),
} as const satisfies Record<Reach, string>;

/** What the matrix does for its rows; the same object at every render, so that rows need not render again. */
export type MatrixActions = {
  readonly onFocus: (id: string, column: number) => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
};

type MatrixRowProps = {
  readonly id: string;
  readonly row: KeyRow;
  readonly index: number;
  readonly top: number;
  /** The columns in view. */
  readonly columns: readonly number[];
  readonly columnWidth: number;
  /** The column of the one cell that Tab comes to, -1 for the name; null where it is in another row. */
  readonly current: number | null;
  readonly menuOpen: boolean;
  readonly actions: MatrixActions;
};

/** One key: its name, and how far it reaches each resource. */
export const MatrixRow = memo(function MatrixRow(props: MatrixRowProps) {
  const { id, row, index, top, columns, columnWidth, current, menuOpen, actions } = props;
  const column = useRowColumn();
  const levels = row.kind === 'key' ? keyLevels(row) : null;
  return (
    <tr
      aria-rowindex={index + 3}
      data-row={id}
      data-menu-open={menuOpen || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onDoubleClick={() => actions.onOpen(row)}
      onContextMenu={(event) => {
        event.preventDefault();
        const pointer = event.button === 2;
        const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
        cell?.focus();
        actions.onMenu(
          row,
          pointer
            ? new DOMRect(event.clientX, event.clientY, 0, 0)
            : (cell ?? event.currentTarget).getBoundingClientRect(),
        );
      }}
    >
      <th
        scope="row"
        aria-colindex={1}
        data-cell={-1}
        tabIndex={current === -1 ? 0 : -1}
        className={styles.name}
        onFocus={() => actions.onFocus(id, -1)}
      >
        <KeyName name={row.name} className={styles.nameText} />
        {column ? <span className={styles.more}>{column.short(row)}</span> : null}
        {row.kind === 'key' && !row.restricted ? (
          <span
            role="img"
            aria-label={t('common.unrestricted')}
            title={t('common.unrestricted')}
            className={styles.unrestricted}
          >
            <IconLockOpen size={13} aria-hidden="true" />
          </span>
        ) : null}
        <button
          type="button"
          className={`${iconButton.button} ${styles.actions}`}
          id={actionsButtonId(id)}
          aria-label={t('keys.actionsFor', {
            name: row.name === null ? t('keys.unreadableRowName') : nameInLabel(row.name),
          })}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          tabIndex={-1}
          onClick={(event) => actions.onMenu(row, event.currentTarget.getBoundingClientRect())}
        >
          <IconDots size={16} aria-hidden="true" />
        </button>
      </th>
      {columns.map((at) => {
        const column = COLUMNS[at];
        return column ? (
          <LevelCell
            key={column.id}
            column={column}
            at={at}
            left={at * columnWidth}
            width={columnWidth}
            reach={levels ? levels[column.id] : null}
            isCurrent={current === at}
            onFocus={() => actions.onFocus(id, at)}
          />
        ) : null;
      })}
    </tr>
  );
});

type LevelCellProps = {
  readonly column: Column;
  readonly at: number;
  readonly left: number;
  readonly width: number;
  /** Null where the key could not be read. */
  readonly reach: Reach | null;
  readonly isCurrent: boolean;
  readonly onFocus: () => void;
};

function LevelCell({ column, at, left, width, reach, isCurrent, onFocus }: LevelCellProps) {
  const label = reach ? REACH_LABELS[reach] : t('matrix.unknown');
  return (
    <td
      aria-colindex={at + 2}
      aria-label={label}
      title={t('matrix.reachOf', { resource: column.label, level: label })}
      data-cell={at}
      data-first={column.isFirst || undefined}
      tabIndex={isCurrent ? 0 : -1}
      className={styles.cell}
      style={{ transform: `translateX(${left}px)`, width }}
      onFocus={onFocus}
    >
      <span aria-hidden="true" className={styles.tile} data-reach={reach ?? 'unknown'}>
        {reach ? REACH_LETTERS[reach] : '?'}
      </span>
    </td>
  );
}
