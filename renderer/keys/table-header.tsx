import { VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import { OptionalHeaders } from '../columns/optional-columns.tsx';
import styles from './keys-table.module.css';
import { useRowColumn } from './row-column.ts';
import { nextSort, type Sort, type SortColumn } from './visible-rows.ts';

type Column = { readonly label: string; readonly sort: SortColumn | null };

const COLUMNS: readonly Column[] = [
  { label: t('common.name'), sort: 'name' },
  { label: t('common.keyId'), sort: null },
  { label: t('common.key'), sort: null },
  { label: t('common.creationDate'), sort: 'created' },
  { label: t('common.keyPermissions'), sort: 'permissions' },
];

type TableHeaderProps = {
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
};

/** The names of the columns; some of them sort. */
export function TableHeader({ sort, onSort }: TableHeaderProps) {
  const more = useRowColumn();
  const [name, ...others] = COLUMNS;
  const columns = more && name ? [name, { label: more.label, sort: 'project' as const }, ...others] : COLUMNS;
  return (
    <thead className={styles.header}>
      <tr aria-rowindex={1} className={styles.headerRow}>
        {columns.map(({ label, sort: column }) => (
          <th
            key={label}
            scope="col"
            className={styles.columnHeader}
            aria-sort={column && sort.column === column ? sort.direction : undefined}
          >
            {column ? (
              <SortButton label={label} column={column} sort={sort} onSort={onSort} />
            ) : (
              <span className={styles.headerLabel}>{label}</span>
            )}
          </th>
        ))}
        <OptionalHeaders />
        <th scope="col" className={styles.columnHeader}>
          <VisuallyHidden>{t('common.actions')}</VisuallyHidden>
        </th>
      </tr>
    </thead>
  );
}

type SortButtonProps = TableHeaderProps & { readonly label: string; readonly column: SortColumn };

function SortButton({ label, column, sort, onSort }: SortButtonProps) {
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <button type="button" className={styles.sortButton} onClick={() => onSort(nextSort(sort, column))}>
      {label}
      {sort.column === column ? <Arrow size={13} aria-hidden="true" /> : null}
    </button>
  );
}
