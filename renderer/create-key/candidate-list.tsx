import { Button } from '@mantine/core';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { creatorText } from '../creator-text.ts';
import { fullDate, maskedKey, nameInLabel, relativeDate } from '../format.ts';
import { KeyName } from '../key-name.tsx';
import { words } from '../language/words.tsx';
import styles from './create-key.module.css';

type CandidateListProps = {
  /** What is looked for. */
  readonly name: string;
  readonly candidates: readonly KeyRow[];
  /** Whether the list is certain to be whole. */
  readonly isWhole: boolean;
  readonly userId: string | null;
  readonly now: number;
  readonly disabled: boolean;
  readonly onReplace: (row: KeyRow) => void;
};

function verdictText(count: number): string {
  return count === 0 ? t('create.noNewKey') : t('create.newKeys', { count });
}

/** The keys that may be the one: what tells them apart, and the way to replace each. */
export function CandidateList({
  name,
  candidates,
  isWhole,
  userId,
  now,
  disabled,
  onReplace,
}: CandidateListProps) {
  return (
    <section className={styles.candidates} aria-label={t('create.whatListSays')}>
      <p className={styles.verdict}>
        {verdictText(candidates.length)}
        {candidates.length === 0 ? <KeyName name={name} /> : null}
      </p>
      {isWhole ? null : <p>{t('create.maybeNotWhole')}</p>}
      {candidates.length > 0 ? (
        <ul>
          {candidates.map((row) => (
            <li key={rowId(row)} className={styles.candidate}>
              <KeyName name={row.name} className={styles.candidateName} />
              <dl>
                <dt>{t('common.keyId')}</dt>
                <dd>
                  <code>{row.id ?? t('deletion.unreadable')}</code>
                </dd>
                <dt>{t('common.key')}</dt>
                <dd>
                  <code>{maskedKey(row.lastFour)}</code>
                </dd>
                <dt>{t('common.created')}</dt>
                <dd title={fullDate(row.createdAt)}>
                  {words('create.createdBy', {
                    when: relativeDate(row.createdAt, Math.max(now, row.createdAt ?? now)),
                    who: <bdi>{creatorText(row, userId, (id) => t('create.somebodyElseId', { id }))}</bdi>,
                  })}
                </dd>
              </dl>
              <Button
                color="red"
                disabled={disabled || row.id === null}
                aria-label={t('create.deleteAndCreateKey', {
                  name: nameInLabel(row.name),
                  id: row.id ?? t('deletion.unreadable'),
                })}
                onClick={() => onReplace(row)}
              >
                {t('create.deleteAndCreate')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
