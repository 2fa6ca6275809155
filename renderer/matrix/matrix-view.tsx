import { useMemo } from 'react';
import { LEVEL_LABELS, RESOURCES } from '../../shared/permissions.ts';
import { formatNumber } from '../format.ts';
import type { ViewProps } from '../views/view-props.ts';
import { countAccess } from './count-access.ts';
import styles from './matrix.module.css';

/** How many keys reach each resource, and how far. */
export function MatrixView({ rows }: ViewProps) {
  const counts = useMemo(() => countAccess(rows), [rows]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard.
    <section aria-label="Keys by resource" tabIndex={0} className={styles.scroller}>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">Resource</th>
            <th scope="col">{LEVEL_LABELS.read}</th>
            <th scope="col">{LEVEL_LABELS.write}</th>
          </tr>
        </thead>
        <tbody>
          {RESOURCES.map(({ id, label }) => (
            <tr key={id}>
              <th scope="row">{label}</th>
              <td>{formatNumber(counts[id].read)}</td>
              <td>{formatNumber(counts[id].write)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
