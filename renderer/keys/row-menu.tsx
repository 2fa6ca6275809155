import { Menu } from '@mantine/core';
import { IconCopyPlus, IconInfoCircle, IconReplace, IconTrash } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { type ActionProblems, deleteProblemOf, duplicateProblemOf } from './action-problems.ts';
import { actionsButtonId } from './key-row.tsx';
import styles from './row-menu.module.css';

/** A row's menu that is open: at a button, or where the pointer asked for it. */
export type OpenMenu = {
  readonly row: KeyRow;
  readonly at: DOMRect;
  /** The identity of the row where it is another one than in its own list. */
  readonly id?: string;
};

type RowMenuProps = {
  readonly menu: OpenMenu | null;
  readonly problems: ActionProblems;
  readonly onClose: () => void;
  readonly onDetails: (row: KeyRow) => void;
  readonly onDuplicate: (row: KeyRow) => void;
  readonly onReplace: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  /** What is to be known before anything of the menu is chosen. */
  readonly note?: ReactNode;
};

/** One menu for all rows. It stays mounted, so that it knows where the focus goes back to. */
export function RowMenu({ menu, problems, onClose, ...actions }: RowMenuProps) {
  const [shown, setShown] = useState<OpenMenu | null>(menu);
  if (menu && menu !== shown) setShown(menu);
  const at = shown?.at ?? new DOMRect();
  const pointer = at.width === 0;
  return (
    <Menu
      opened={menu !== null}
      onChange={onClose}
      position={pointer ? 'bottom-start' : 'bottom-end'}
      offset={pointer ? 0 : 4}
      width={180}
    >
      <Menu.Target>
        <span
          aria-hidden="true"
          className={styles.anchor}
          style={{ left: at.x, top: at.y, width: at.width, height: at.height }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-labelledby={shown ? actionsButtonId(shown.id ?? rowId(shown.row)) : ''}>
        {shown ? <Items row={shown.row} problems={problems} {...actions} /> : null}
      </Menu.Dropdown>
    </Menu>
  );
}

type ItemsProps = Omit<RowMenuProps, 'menu' | 'onClose'> & { readonly row: KeyRow };

function Items({ row, problems, onDetails, onDuplicate, onReplace, onDelete, note }: ItemsProps) {
  const problem = deleteProblemOf(row, problems);
  const duplicateProblem = duplicateProblemOf(row, problems);
  return (
    <>
      {note ? <Menu.Label>{note}</Menu.Label> : null}
      <Menu.Item leftSection={<IconInfoCircle size={15} aria-hidden="true" />} onClick={() => onDetails(row)}>
        {t('common.details')}
      </Menu.Item>
      <Menu.Item
        {...(duplicateProblem ? { title: duplicateProblem } : {})}
        disabled={duplicateProblem !== null}
        leftSection={<IconCopyPlus size={15} aria-hidden="true" />}
        onClick={() => onDuplicate(row)}
      >
        {t('common.duplicateMore')}
      </Menu.Item>
      <Menu.Item
        {...(duplicateProblem ? { title: duplicateProblem } : {})}
        disabled={duplicateProblem !== null}
        leftSection={<IconReplace size={15} aria-hidden="true" />}
        onClick={() => onReplace(row)}
      >
        {t('common.replaceMore')}
      </Menu.Item>
      {/* One word for both where the reason is the same. */}
      {duplicateProblem && duplicateProblem !== problem ? <Menu.Label>{duplicateProblem}</Menu.Label> : null}
      <Menu.Divider />
      <Menu.Item
        {...(problem ? { title: problem } : { className: styles.delete })}
        disabled={problem !== null}
        leftSection={<IconTrash size={15} aria-hidden="true" />}
        onClick={() => onDelete(row)}
      >
        {t('common.delete')}
      </Menu.Item>
      {problem ? <Menu.Label>{problem}</Menu.Label> : null}
    </>
  );
}
