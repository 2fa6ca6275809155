import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import type { AppError } from '../../shared/app-error.ts';
import { t } from '../../shared/language/words.ts';
import { Banner } from '../banners/banner.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { fullDate, keyCount, relativeDate } from '../format.ts';
import type { KeysState } from './keys-state.ts';
import styles from './list-banner.module.css';
import { isOfflineNow, listProblem } from './offline.ts';
import { RetryTime } from './retry-time.tsx';

type ListBannerProps = {
  readonly state: KeysState;
  readonly now: number;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  /** Whichever call the server has refused the token at: the way to another one stays in sight. */
  readonly tokenRefused: boolean;
};

const UNAUTHORIZED: AppError = { kind: 'unauthorized' };

/** Above the table: what is the matter with the list that is shown below. */
export function ListBanner({ state, now, onRetry, onSignIn, tokenRefused }: ListBannerProps) {
  const { load } = state;
  const problem = tokenRefused ? UNAUTHORIZED : listProblem(load);
  if (problem) {
    return (
      <div className={styles.banner}>
        <ListError error={problem} onRetry={onRetry} onSignIn={onSignIn} busy={load.kind === 'loading'}>
          <div className={styles.facts}>
            <span role="status">{whatIsShown(state, now)}</span>
            <RetryTime
              error={load.kind === 'failed' ? load.error : null}
              retryAt={load.kind === 'failed' ? load.retryAt : null}
              busy={load.kind === 'loading'}
            />
          </div>
        </ListError>
      </div>
    );
  }
  if (load.kind !== 'partial') return null;
  return (
    <div className={styles.banner}>
      <Banner role="status">
        <span>{partialText(state, now)}</span>
        <Button size="xs" variant="default" onClick={onRetry}>
          {t('keys.loadAgain')}
        </Button>
      </Banner>
    </div>
  );
}

/** "3 hours ago, 24 November 2026 at 14:02". A clock that was set back makes no list of the future. */
function listTime(time: number, now: number): string {
  return `${relativeDate(time, Math.max(now, time))}, ${fullDate(time)}`;
}

function whatIsShown({ load, list, loadedAt, isWhole }: KeysState, now: number): string {
  const offline = isOfflineNow(load);
  if (loadedAt === null || !isWhole) {
    const keys = keyCount(list.rows.length);
    return offline ? t('keys.incompleteOffline', { keys }) : t('keys.incomplete', { keys });
  }
  const time = listTime(loadedAt, now);
  return offline ? t('keys.listFromOffline', { time }) : t('keys.listFrom', { time });
}

/** The rows on screen are either what the server sent of a list in doubt, or the whole one from before. */
function partialText({ loadedAt, isWhole }: KeysState, now: number): string {
  return loadedAt === null || !isWhole
    ? t('keys.maybeNotWhole')
    : t('keys.maybeNotAll', { time: listTime(loadedAt, now) });
}

type ListErrorProps = {
  readonly error: AppError;
  readonly onRetry: () => void;
  readonly onSignIn: () => void;
  /** It is being tried again. */
  readonly busy?: boolean;
  readonly children?: ReactNode;
};

/** Why the list could not be loaded, and the one way on. */
export function ListError({ error, onRetry, onSignIn, busy = false, children }: ListErrorProps) {
  return error.kind === 'unauthorized' ? (
    <ErrorAlert error={error} onAction={onSignIn}>
      {children}
    </ErrorAlert>
  ) : (
    <ErrorAlert error={error} onAction={onRetry} actionLabel={t('common.retry')} busy={busy}>
      {children}
    </ErrorAlert>
  );
}
