import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './error-alert.module.css';

type AlertBoxProps = {
  readonly sentence: string;
  readonly remedy: string | null;
  /** Something to say besides. */
  readonly words?: ReactNode;
  /** What stands at its end: a button, a clock. */
  readonly children?: ReactNode;
};

/** The look of all that went wrong. */
export function AlertBox({ sentence, remedy, words, children }: AlertBoxProps) {
  return (
    <div role="alert" className={styles.alert}>
      <IconAlertTriangle className={styles.icon} size={16} aria-hidden="true" />
      <div className={styles.words}>
        <p className={styles.sentence}>{sentence}</p>
        {remedy ? <p className={styles.remedy}>{remedy}</p> : null}
        {words}
      </div>
      <div className={styles.actions}>{children}</div>
    </div>
  );
}
