import type { Reach } from '../../shared/key-levels.ts';
import { t } from '../../shared/language/words.ts';
import type { ViewProps } from '../views/view-props.ts';
import styles from './matrix.module.css';
import { MatrixGrid } from './matrix-grid.tsx';
import { REACH_LABELS, REACH_LETTERS } from './matrix-row.tsx';

const LEGEND: readonly Reach[] = ['write', 'read', 'custom', 'none'];

/** Who may do what: resources across, keys down. */
export function MatrixView(props: ViewProps) {
  return (
    <>
      <MatrixGrid {...props} />
      <div className={styles.legend}>
        {LEGEND.map((reach) => (
          <span key={reach}>
            <span aria-hidden="true" className={styles.tile} data-reach={reach}>
              {REACH_LETTERS[reach]}
            </span>
            {REACH_LABELS[reach]}
          </span>
        ))}
        <span className={styles.hint}>{t('matrix.hint')}</span>
      </div>
    </>
  );
}
