import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { type Attempt, type CreateAttempt, candidatesFor, type DeleteAttempt } from '../../shared/attempt.ts';
import { t } from '../../shared/language/words.ts';
import { Banner } from '../banners/banner.tsx';
import { fullDate, relativeDate, shownName } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { words } from '../language/words.tsx';
import { missingText } from './attempt-text.ts';
import styles from './attempts.module.css';

/** The list as far as it can be judged: null while it is being read, or where it is not whole. */
export type WholeList = readonly KeyRow[] | null;

export type AttemptActions = {
  readonly onLook: (attempt: CreateAttempt) => void;
  readonly onDetails: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly onDismiss: (attempt: Attempt) => void;
};

type BannerProps<A extends Attempt> = {
  readonly attempt: A;
  readonly rows: WholeList;
  /** What is said where the list cannot be judged. */
  readonly unread: string;
  readonly now: number;
  readonly actions: AttemptActions;
};

const SHOWN_CANDIDATES = 3;

/** One open attempt, on a line or two. */
export function AttemptBanner({ attempt, ...props }: BannerProps<Attempt>) {
  if (attempt.kind === 'delete') return <DeleteBanner attempt={attempt} {...props} />;
  return attempt.stage === 'created' ? (
    <CreatedBanner attempt={attempt} {...props} />
  ) : (
    <MayExistBanner attempt={attempt} {...props} />
  );
}

type NoticeProps = {
  readonly words: ReactNode;
  readonly children: ReactNode;
};

function Notice({ words, children }: NoticeProps) {
  return (
    <Banner role="status">
      <p>{words}</p>
      <div className={styles.buttons}>{children}</div>
    </Banner>
  );
}

function Name({ name, fallback }: { readonly name: string | null | undefined; readonly fallback: string }) {
  return name === null || name === undefined ? (
    <b>{fallback}</b>
  ) : (
    <KeyName name={name} className={styles.name} />
  );
}

function When({ at, now }: { readonly at: number; readonly now: number }) {
  return (
    // The minutes go by without being read out each time.
    <span title={fullDate(at)} aria-live="off">
      {relativeDate(at, Math.max(now, at))}
    </span>
  );
}

function NoticeButton({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Button size="xs" variant="default" onClick={onClick}>
      {label}
    </Button>
  );
}

type CandidatesProps = Omit<BannerProps<CreateAttempt>, 'now'>;

/** Keys that may be the one where no name was kept: each leads to its details. */
function Candidates({ attempt, rows, unread, actions }: CandidatesProps) {
  if (rows === null) return unread;
  const candidates = candidatesFor(attempt, rows);
  if (candidates.length === 0) return t('attempts.noneAsNew');
  const more = candidates.length - SHOWN_CANDIDATES;
  const keys = candidates.slice(0, SHOWN_CANDIDATES).map((row) => (
    <Button
      key={rowId(row)}
      size="compact-xs"
      variant="subtle"
      className={styles.candidate}
      onClick={() => actions.onDetails(row)}
    >
      <bdi>{shownName(row.name)}</bdi>
    </Button>
  ));
  return (
    <>
      {words('attempts.createdSinceThen', { keys })}
      {more > 0 ? ` ${t('attempts.andMore', { count: more })}` : null}
    </>
  );
}

/** Where nothing is known of the key but that it was asked for: why, and which one it may be. */
function WhichKey(props: CandidatesProps) {
  if (props.attempt.details) return null;
  return (
    <>
      {missingText(props.attempt)} <Candidates {...props} />
    </>
  );
}

function MayExistBanner({ attempt, rows, unread, now, actions }: BannerProps<CreateAttempt>) {
  const { details, at, stage } = attempt;
  const told = {
    name: <Name name={details?.name} fallback={t('attempts.aKey')} />,
    when: <When at={at} now={now} />,
  };
  const said = (
    <>
      {stage === 'sent' ? words('attempts.mayExistEnded', told) : words('attempts.mayExistUnclear', told)}{' '}
      <WhichKey attempt={attempt} rows={rows} unread={unread} actions={actions} />
    </>
  );
  return (
    <Notice words={said}>
      {details ? (
        <NoticeButton label={t('attempts.lookForIt')} onClick={() => actions.onLook(attempt)} />
      ) : null}
      <NoticeButton label={t('common.dismiss')} onClick={() => actions.onDismiss(attempt)} />
    </Notice>
  );
}

function CreatedBanner({ attempt, rows, unread, now, actions }: BannerProps<CreateAttempt>) {
  const { details, at } = attempt;
  const row = details && rows ? (candidatesFor(attempt, rows)[0] ?? null) : null;
  const isGone = details !== null && rows !== null && row === null;
  const said = (
    <>
      {words('attempts.createdNotStored', {
        name: <Name name={details?.name} fallback={t('attempts.aKey')} />,
        when: <When at={at} now={now} />,
      })}{' '}
      {isGone ? t('attempts.noLongerInList') : t('attempts.ifNobodyHasSecret')}{' '}
      <WhichKey attempt={attempt} rows={rows} unread={unread} actions={actions} />
    </>
  );
  return (
    <Notice words={said}>
      {row ? <NoticeButton label={t('common.showDetails')} onClick={() => actions.onDetails(row)} /> : null}
      <NoticeButton
        label={isGone ? t('common.dismiss') : t('attempts.itIsStored')}
        onClick={() => actions.onDismiss(attempt)}
      />
    </Notice>
  );
}

function DeleteBanner({ attempt, rows, unread, now, actions }: BannerProps<DeleteAttempt>) {
  const { details, at, stage } = attempt;
  const told = {
    name: (
      <Name name={details?.name} fallback={details ? t('format.unreadableName') : t('attempts.aKeyWithin')} />
    ),
    when: <When at={at} now={now} />,
  };
  const row = rows?.find(({ id }) => details !== null && id === details.keyId);
  const said = (
    <>
      {stage === 'sent' ? words('attempts.deletingEnded', told) : words('attempts.deletingUnclear', told)}{' '}
      {details === null
        ? missingText(attempt)
        : rows === null
          ? unread
          : row
            ? t('attempts.stillInList')
            : t('attempts.noLongerInList')}
    </>
  );
  return (
    <Notice words={said}>
      {row ? <NoticeButton label={t('common.deleteMore')} onClick={() => actions.onDelete(row)} /> : null}
      <NoticeButton label={t('common.dismiss')} onClick={() => actions.onDismiss(attempt)} />
    </Notice>
  );
}
