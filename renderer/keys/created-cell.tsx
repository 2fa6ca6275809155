import { IconRotateClockwise } from '@tabler/icons-react';
import { t } from '../../shared/language/words.ts';
import { fullDate, isOld, monthsSince, relativeDate } from '../format.ts';
import styles from './keys-table.module.css';

type CreatedCellProps = { readonly createdAt: number | null; readonly now: number };

/** When the key was made, and a small hint where that is more than a year ago. */
export function CreatedCell({ createdAt, now }: CreatedCellProps) {
  const hint = isOld(createdAt, now) ? t('keys.old', { count: monthsSince(createdAt, now) }) : null;
  return (
    <>
      <span className={createdAt === null ? styles.dimmed : undefined} title={fullDate(createdAt)}>
        {relativeDate(createdAt, now)}
      </span>
      {hint ? (
        <span role="img" aria-label={hint} title={hint} className={styles.rotate}>
          <IconRotateClockwise size={14} aria-hidden="true" />
        </span>
      ) : null}
    </>
  );
}
