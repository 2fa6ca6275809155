import { Skeleton } from '@mantine/core';
import styles from './keys-table.module.css';
import { useRowColumn } from './row-column.ts';

/** As many as a high window has room for; what is beyond its edge cannot be scrolled to. */
const ROWS = Array.from({ length: 40 }, (_, index) => index);
const WIDTHS = ['62%', '48%', '70%', '40%', '55%'];

/** Rows that are still to come, as high as the real ones. */
export function SkeletonRows() {
  const more = useRowColumn();
  return (
    <tbody aria-hidden="true" className={styles.skeletons}>
      {ROWS.map((row) => (
        <tr key={row} className={styles.skeletonRow}>
          <td>
            <Skeleton height={10} width={WIDTHS[row % WIDTHS.length] ?? '60%'} />
          </td>
          {more ? (
            <td>
              <Skeleton height={10} width={72} />
            </td>
          ) : null}
          <td>
            <Skeleton height={10} width={64} />
          </td>
          <td>
            <Skeleton height={10} width={92} />
          </td>
          <td>
            <Skeleton height={10} width={80} />
          </td>
          <td>
            <Skeleton height={18} width={88} />
          </td>
          <td />
        </tr>
      ))}
    </tbody>
  );
}
