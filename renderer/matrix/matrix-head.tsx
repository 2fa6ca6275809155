import { t } from '../../shared/language/words.ts';
import { COLUMN_GROUPS, COLUMNS, columnFilter, columnHint, nextColumnFilter } from './columns.ts';
import styles from './matrix.module.css';

type MatrixHeadProps = {
  readonly query: string;
  readonly columns: readonly number[];
  readonly columnWidth: number;
  /** The column of the one cell that Tab comes to; null where it is not in the head. */
  readonly current: number | null;
  /** The column of the cell that has the focus, wherever it is. */
  readonly marked: number | null;
  readonly onFocus: (column: number) => void;
  readonly onFilter: (column: number) => void;
};

/** The resources in their groups. A press on one filters the keys by it. */
export function MatrixHead(props: MatrixHeadProps) {
  const { query, columns, columnWidth, current, marked, onFocus, onFilter } = props;
  return (
    <thead className={styles.head}>
      <tr aria-rowindex={1} className={styles.groups}>
        <td aria-colindex={1} className={styles.corner} />
        {COLUMN_GROUPS.map(({ label, from, count }) => (
          <th
            key={label}
            scope="colgroup"
            aria-colindex={from + 2}
            aria-colspan={count}
            title={label}
            className={styles.group}
            style={{ transform: `translateX(${from * columnWidth}px)`, width: count * columnWidth }}
          >
            <span className={styles.groupLabel}>{label}</span>
          </th>
        ))}
      </tr>
      <tr aria-rowindex={2} className={styles.labels}>
        <th
          scope="col"
          aria-colindex={1}
          data-cell={-1}
          tabIndex={current === -1 ? 0 : -1}
          className={`${styles.corner} ${styles.cornerLabel}`}
          onFocus={() => onFocus(-1)}
        >
          {t('common.name')}
        </th>
        {columns.map((at) => {
          const column = COLUMNS[at];
          if (!column) return null;
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={at + 2}
              data-first={column.isFirst || undefined}
              data-marked={marked === at || undefined}
              className={styles.label}
              style={{ transform: `translateX(${at * columnWidth}px)`, width: columnWidth }}
            >
              <button
                type="button"
                data-cell={at}
                tabIndex={current === at ? 0 : -1}
                aria-pressed={columnFilter(query, column) !== null}
                title={columnHint(nextColumnFilter(query, column), column)}
                className={styles.labelButton}
                onFocus={() => onFocus(at)}
                onClick={() => onFilter(at)}
              >
                <span>{column.label}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
