import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { t } from '../../shared/language/words.ts';
import { formatNumber, fullDate, relativeDate } from '../format.ts';
import type { LoadState } from './keys-state.ts';
import styles from './status-bar.module.css';

type StatusBarProps = {
  readonly load: LoadState;
  readonly loadedAt: number | null;
  readonly now: number;
  readonly onCancel: () => void;
  /** Something that is so all the time: what this token may not do. */
  readonly note: string | null;
  /** What lies on the clipboard. */
  readonly children?: ReactNode;
};

/** "4,000 of 100,000"; without a total "4,000". The estimate may be too low, the rows never lie. */
function progressText(loaded: number, estimatedTotal: number | null): string {
  if (estimatedTotal === null) return formatNumber(loaded);
  return t('keys.loadedOf', { loaded, total: Math.max(loaded, estimatedTotal) });
}

/** The line under the table: how fresh the list is, or how far its loading has come. */
export function StatusBar({ load, loadedAt, now, onCancel, note, children }: StatusBarProps) {
  return (
    <div className={styles.bar}>
      {load.kind === 'loading' ? <Progress load={load} onCancel={onCancel} /> : null}
      {loadedAt !== null && (load.kind !== 'loading' || load.refreshing) ? (
        <span title={fullDate(loadedAt)}>
          {t(load.kind === 'ready' ? 'keys.updated' : 'keys.listFromWhen', {
            when: relativeDate(loadedAt, Math.max(now, loadedAt)),
          })}
        </span>
      ) : null}
      {children}
      {note ? <span className={styles.note}>{note}</span> : null}
    </div>
  );
}

type ProgressProps = {
  readonly load: Extract<LoadState, { kind: 'loading' }>;
  readonly onCancel: () => void;
};

function Progress({ load: { loaded, estimatedTotal, refreshing }, onCancel }: ProgressProps) {
  const total = estimatedTotal === null ? null : Math.max(loaded, estimatedTotal, 1);
  const words = progressText(loaded, estimatedTotal);
  return (
    <>
      <span role="status">{refreshing ? t('keys.refreshing') : t('keys.loading')}</span>
      {loaded > 0 ? <span>{words}</span> : null}
      <div
        role="progressbar"
        aria-label={refreshing ? t('keys.refreshingKeys') : t('keys.loadingKeys')}
        aria-valuemin={0}
        aria-valuemax={total ?? undefined}
        aria-valuenow={total === null ? undefined : loaded}
        aria-valuetext={words}
        className={styles.track}
        data-unknown={total === null || loaded === 0 || undefined}
      >
        <div
          className={styles.fill}
          style={total === null ? undefined : { transform: `scaleX(${loaded / total})` }}
        />
      </div>
      <Button size="xs" variant="subtle" color="gray" className={styles.cancel} onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </>
  );
}
