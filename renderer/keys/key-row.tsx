import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import type { KeyRow as Row } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { OptionalCells } from '../columns/optional-columns.tsx';
import { CopyButton } from '../copy-button.tsx';
import { maskedKey } from '../format.ts';
import iconButton from '../icon-button.module.css';
import { RowMarkChips } from '../replace-key/row-mark-chips.tsx';
import { CreatedCell } from './created-cell.tsx';
import styles from './keys-table.module.css';
import { NameCell } from './name-cell.tsx';
import { PermissionsBadge } from './permissions-badge.tsx';
import type { RowColumn } from './row-column.ts';
import { rowLabel, rowSentence } from './row-sentence.ts';
import { unreadFields } from './unread-fields.ts';

/** What the table does for its rows; the same object at every render, so that rows need not render again. */
export type RowActions = {
  readonly onFocus: (id: string) => void;
  readonly onOpen: (row: Row) => void;
  /** Selects the row or lets go of it; with `range`, every row from the one that had the focus. */
  readonly onSelect: (id: string, range: boolean) => void;
  /** A plain click: the next range begins here. */
  readonly onMove: () => void;
  /** Opens the row's menu below an element, or at the pointer. */
  readonly onMenu: (row: Row, at: DOMRect) => void;
};

type KeyRowProps = {
  readonly id: string;
  readonly row: Row;
  readonly index: number;
  readonly top: number;
  readonly now: number;
  /** The one row that Tab comes to. */
  readonly current: boolean;
  readonly menuOpen: boolean;
  readonly highlighted: boolean;
  /** Null where rows cannot be selected. */
  readonly selected: boolean | null;
  readonly column: RowColumn | null;
  readonly actions: RowActions;
};

/** The button names the menu that it opens. */
export function actionsButtonId(id: string): string {
  return `actions-${id}`;
}

/** Whether what was clicked does something of its own. */
function isControl(target: EventTarget): boolean {
  return (target as Element).closest('button, input') !== null;
}

/** One key. Arrow keys move between rows; Tab goes through the buttons of the current one. */
export const KeyRow = memo(function KeyRow(props: KeyRowProps) {
  const { id, row, index, top, now, current, menuOpen, highlighted, selected, column, actions } = props;
  const tabIndex = current ? 0 : -1;
  return (
    <tr
      aria-rowindex={index + 2}
      aria-selected={selected ?? undefined}
      aria-label={rowSentence(row, now)}
      tabIndex={tabIndex}
      data-row={id}
      data-menu-open={menuOpen || undefined}
      data-highlighted={highlighted || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => actions.onFocus(id)}
      onMouseDown={(event) => {
        if (event.button !== 0 || !event.shiftKey || isControl(event.target)) return;
        // Neither text is marked, nor does the focus go before it is known where the range begins.
        event.preventDefault();
        actions.onSelect(id, true);
      }}
      onClick={(event) => {
        if (isControl(event.target) || event.shiftKey) return;
        if (event.ctrlKey || event.metaKey) actions.onSelect(id, false);
        else actions.onMove();
      }}
      onDoubleClick={(event) => {
        if (!isControl(event.target)) actions.onOpen(row);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        // A negative button, or none: the keyboard asked, and there is no pointer to open it at.
        const pointer = event.button === 2;
        actions.onMenu(
          row,
          pointer
            ? new DOMRect(event.clientX, event.clientY, 0, 0)
            : event.currentTarget.getBoundingClientRect(),
        );
      }}
    >
      <td className={styles.cell}>
        {/* Space does the same on the row: Tab need not come here. */}
        {selected === null ? null : (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t('keys.select', { name: rowLabel(row) })}
            className={styles.check}
            checked={selected}
            // The focus stays where the range begins.
            onMouseDown={(event) => event.preventDefault()}
            onChange={(event) => actions.onSelect(id, (event.nativeEvent as MouseEvent).shiftKey)}
          />
        )}
        <NameCell row={row} />
        <RowMarkChips row={row} />
      </td>
      {column ? <td className={styles.cell}>{column.cell(row)}</td> : null}
      <td className={styles.cell}>
        <KeyId row={row} tabIndex={tabIndex} />
      </td>
      <td className={`${styles.cell} ${styles.mono}`}>{maskedKey(row.lastFour)}</td>
      <td className={styles.cell}>
        <CreatedCell createdAt={row.createdAt} now={now} />
      </td>
      <td className={styles.cell}>
        {row.kind === 'key' ? (
          <PermissionsBadge restricted={row.restricted} />
        ) : (
          <span
            className={styles.dimmed}
            title={t('keys.unreadable', { problems: unreadFields(row).join(', ') })}
          >
            {t('keys.unreadable', { problems: unreadFields(row).join(', ') })}
          </span>
        )}
      </td>
      <OptionalCells row={row} />
      <td className={styles.actions}>
        <button
          type="button"
          className={iconButton.button}
          id={actionsButtonId(id)}
          aria-label={t('keys.actionsFor', { name: rowLabel(row) })}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          tabIndex={tabIndex}
          onClick={(event) => actions.onMenu(row, event.currentTarget.getBoundingClientRect())}
        >
          <IconDots size={16} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
});

function KeyId({ row, tabIndex }: { readonly row: Row; readonly tabIndex: number }) {
  const bridge = useBridge();
  const { id } = row;
  if (id === null) return <span className={styles.dimmed}>{t('common.unknown')}</span>;
  return (
    <>
      <span className={styles.mono} title={id}>
        {id.slice(0, 8)}
      </span>
      <CopyButton
        label={t('keys.copyIdOf', { name: rowLabel(row) })}
        onCopy={() => bridge.copyKeyId({ id })}
        tabIndex={tabIndex}
        className={styles.copy}
      />
    </>
  );
}
