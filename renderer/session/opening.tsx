import { Skeleton, VisuallyHidden } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import styles from './opening.module.css';

/** As many as a high window has room for. */
const ROWS = Array.from({ length: 40 }, (_, index) => index);

/** While a saved connection is opened: the outline of the main view, so that nothing jumps when it comes. */
export function Opening() {
  return (
    <main className={styles.opening} aria-busy="true">
      <VisuallyHidden role="status">{t('session.opening')}</VisuallyHidden>
      <div className={styles.bar}>
        <Skeleton width={180} height={14} />
      </div>
      <div className={styles.head}>
        <Skeleton width={110} height={18} />
        <Skeleton width={130} height={28} />
      </div>
      {ROWS.map((row) => (
        <div key={row} className={styles.row}>
          <Skeleton height={10} width={`${62 - (row % 4) * 7}%`} />
          <Skeleton height={10} width={64} />
          <Skeleton height={10} width={92} />
          <Skeleton height={10} width={80} />
          <Skeleton height={18} width={88} />
        </div>
      ))}
    </main>
  );
}
