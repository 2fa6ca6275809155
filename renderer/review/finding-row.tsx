import { Button } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { fullDate, maskedKey, nameInLabel, oneLine, relativeDate } from '../format.ts';
import iconButton from '../icon-button.module.css';
import { KeyName } from '../key-name.tsx';
import { actionsButtonId } from '../keys/key-row.tsx';
import { useRowColumn } from '../keys/row-column.ts';
import type { FindingItem } from './finding-items.ts';
import styles from './review.module.css';

/** What the table does for its rows; the same object at every render, so that rows need not render again. */
export type FindingActions = {
  readonly onFocus: (id: string) => void;
  readonly onOpen: (row: KeyRow) => void;
  readonly onMenu: (row: KeyRow, at: DOMRect) => void;
  readonly onDismiss: (item: FindingItem) => void;
  readonly onTakeBack: (item: FindingItem) => void;
};

type FindingRowProps = {
  readonly item: FindingItem;
  readonly index: number;
  readonly top: number;
  readonly now: number;
  /** The one row that Tab comes to. */
  readonly current: boolean;
  readonly menuOpen: boolean;
  readonly actions: FindingActions;
};

/** One key that a rule speaks of, with what made it speak. */
export const FindingRow = memo(function FindingRow(props: FindingRowProps) {
  const { item, index, top, now, current, menuOpen, actions } = props;
  const { id, key, dismissal } = item;
  const detail = item.detail();
  const tabIndex = current ? 0 : -1;
  const column = useRowColumn();
  const name = nameInLabel(key.name);
  return (
    <tr
      aria-rowindex={index + 2}
      tabIndex={tabIndex}
      data-row={id}
      data-menu-open={menuOpen || undefined}
      data-dismissed={dismissal !== null || undefined}
      className={styles.row}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => actions.onFocus(id)}
      onDoubleClick={(event) => {
        if (!(event.target as Element).closest('button')) actions.onOpen(key);
      }}
      onContextMenu={(event) => {
        event.preventDefault();
        event.currentTarget.focus();
        const pointer = event.button === 2;
        actions.onMenu(
          key,
          pointer
            ? new DOMRect(event.clientX, event.clientY, 0, 0)
            : event.currentTarget.getBoundingClientRect(),
        );
      }}
    >
      <td className={styles.cell}>
        <KeyName name={key.name} className={styles.name} />
        {column ? (
          <span className={styles.whose}>{column.short(key)}</span>
        ) : (
          <span className={styles.mono} title={maskedKey(key.lastFour)}>
            {oneLine(key.lastFour, 8)}
          </span>
        )}
      </td>
      <td className={styles.cell}>
        <bdi className={styles.detail} title={oneLine(detail)}>
          {oneLine(detail, 200)}
        </bdi>
      </td>
      <td className={styles.cell}>
        <span title={fullDate(key.createdAt)}>{relativeDate(key.createdAt, now)}</span>
      </td>
      <td className={styles.actions}>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          aria-label={dismissal ? t('review.lookAgainAt', { name }) : t('review.notForThisName', { name })}
          tabIndex={tabIndex}
          className={styles.dismiss}
          onClick={() => (dismissal ? actions.onTakeBack(item) : actions.onDismiss(item))}
        >
          {dismissal ? t('review.lookAgain') : t('review.notForThisMore')}
        </Button>
        <button
          type="button"
          className={iconButton.button}
          id={actionsButtonId(id)}
          aria-label={t('keys.actionsFor', { name })}
          aria-haspopup="menu"
          aria-expanded={menuOpen}
          tabIndex={tabIndex}
          onClick={(event) => actions.onMenu(key, event.currentTarget.getBoundingClientRect())}
        >
          <IconDots size={16} aria-hidden="true" />
        </button>
      </td>
    </tr>
  );
});
