import { Button } from '@mantine/core';
import { ErrorAlert } from '../error-alert.tsx';
import { keyCount, relativeDate } from '../format.ts';
import type { KeysState } from './keys-store.ts';
import styles from './list-banner.module.css';

type ListBannerProps = {
  readonly state: KeysState;
  readonly now: number;
  readonly onRetry: () => void;
};

/** Above the table: what is the matter with the list that is shown below. */
export function ListBanner({ state: { load, list, loadedAt }, now, onRetry }: ListBannerProps) {
  switch (load.kind) {
    case 'loading':
    case 'ready':
      return null;
    case 'partial':
      return (
        <div className={styles.banner}>
          <div role="status" className={styles.notice}>
            <span>The server did not say whether this is the whole list.</span>
            <Button size="xs" variant="default" onClick={onRetry}>
              Load again
            </Button>
          </div>
        </div>
      );
    case 'failed':
      return (
        <div className={styles.banner}>
          <ErrorAlert error={load.error} onAction={onRetry} actionLabel="Retry">
            <p>
              {loadedAt === null
                ? `The list is not complete: ${keyCount(list.rows.length)} so far.`
                : `Showing the list loaded ${relativeDate(loadedAt, Math.max(now, loadedAt))}.`}
            </p>
          </ErrorAlert>
        </div>
      );
  }
}
