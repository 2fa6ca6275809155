import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { KeyRow, UnreadableKey } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { isOld } from '../format.ts';
import { type ActionProblems, deleteProblemOf, duplicateProblemOf } from '../keys/action-problems.ts';
import { unreadFields } from '../keys/unread-fields.ts';
import { words } from '../language/words.tsx';
import { KeyAccess } from './key-access.tsx';
import styles from './key-details.module.css';
import { KeyFields } from './key-fields.tsx';

type BodyProps = {
  readonly row: KeyRow;
  readonly userId: string | null;
  readonly now: number;
  readonly onDuplicate: (row: KeyRow) => void;
  readonly onReplace: (row: KeyRow) => void;
  readonly onDelete: (row: KeyRow) => void;
  readonly problems: ActionProblems;
  readonly children?: ReactNode;
};

function Unreadable({ row }: { readonly row: UnreadableKey }) {
  return (
    <section className={styles.section} aria-label={t('details.unreadableKey')}>
      <p className={styles.restricted}>
        <IconAlertTriangle size={16} aria-hidden="true" /> {t('keys.couldNotBeRead')}
      </p>
      <p className={styles.sentence}>{t('details.unreadableWords')}</p>
      <ul className={styles.problems}>
        {unreadFields(row).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </section>
  );
}

/** The contents of the drawer: facts, access, advice, Delete. */
export function KeyDetailsBody({ row, userId, now, problems, children, ...actions }: BodyProps) {
  const { onDuplicate, onReplace, onDelete } = actions;
  const deleteProblem = deleteProblemOf(row, problems);
  const duplicateProblem = duplicateProblemOf(row, problems);
  const reasons = new Set([duplicateProblem, deleteProblem].filter((problem) => problem !== null));
  return (
    <>
      <div className={styles.scroll}>
        <KeyFields row={row} userId={userId} now={now} />
        {isOld(row.createdAt, now) ? (
          <p className={styles.rotate}>
            <IconRefresh size={16} aria-hidden="true" />
            <span>{words('details.rotateAdvice', { advice: <strong>{t('details.rotate')}</strong> })}</span>
          </p>
        ) : null}
        {children}
        {row.kind === 'key' ? <KeyAccess row={row} /> : <Unreadable row={row} />}
      </div>
      <div className={styles.footer}>
        <Button color="red" variant="outline" disabled={deleteProblem !== null} onClick={() => onDelete(row)}>
          {t('common.delete')}
        </Button>
        <Button variant="default" disabled={duplicateProblem !== null} onClick={() => onDuplicate(row)}>
          {t('common.duplicateMore')}
        </Button>
        <Button variant="default" disabled={duplicateProblem !== null} onClick={() => onReplace(row)}>
          {t('common.replaceMore')}
        </Button>
        {reasons.size > 0 ? <span className={styles.problem}>{[...reasons].join(' · ')}</span> : null}
      </div>
    </>
  );
}
