import type { ReactNode } from 'react';
import { t } from '../../shared/language/words.ts';
import { environmentLabel, type KeyFacts } from '../../shared/local-facts.ts';
import { fullDate, oneLine, relativeDate } from '../format.ts';
import styles from './local-facts.module.css';

type KnownListProps = {
  readonly facts: KeyFacts;
  readonly createdAt: number | null;
  readonly now: number;
};

const DAY = 86_400_000;

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

/** "every 90 days, due in 3 months". */
export function rotateText(days: number, createdAt: number | null, now: number): string {
  const every = t('facts.every', { count: days });
  if (createdAt === null) return every;
  const due = createdAt + days * DAY;
  return due <= now
    ? t('facts.everyDueSince', { every, date: fullDate(due) })
    : t('facts.everyDue', { every, when: relativeDate(due, now) });
}

function expiryText(expiresAt: number, now: number): string {
  const date = fullDate(expiresAt);
  return expiresAt <= now
    ? t('facts.expiryOver', { date })
    : t('facts.expiryIn', { date, when: relativeDate(expiresAt, now) });
}

/** Whether there is anything to be listed. */
export function isAnythingKnown({ owner, environment, note, usedAt, ...facts }: KeyFacts): boolean {
  const hasDate = facts.rotateEveryDays !== null || facts.expiresAt !== null;
  return owner !== '' || environment !== '' || note !== '' || usedAt.length > 0 || hasDate;
}

/** What is known of a key here, a line each. */
export function KnownList({ facts, createdAt, now }: KnownListProps) {
  const { owner, environment, note, usedAt, rotateEveryDays, expiresAt } = facts;
  return (
    <dl className={styles.facts}>
      {owner ? (
        <Fact label={t('common.owner')}>
          <bdi>{oneLine(owner)}</bdi>
        </Fact>
      ) : null}
      {environment ? (
        <Fact label={t('common.environment')}>
          <bdi>{oneLine(environmentLabel(environment))}</bdi>
        </Fact>
      ) : null}
      {usedAt.length > 0 ? (
        <Fact label={t('common.usedAt')}>
          <ul className={styles.places}>
            {usedAt.map(({ place }) => (
              <li key={place}>
                <bdi>{oneLine(place)}</bdi>
              </li>
            ))}
          </ul>
        </Fact>
      ) : null}
      {rotateEveryDays !== null ? (
        <Fact label={t('facts.rotate')}>{rotateText(rotateEveryDays, createdAt, now)}</Fact>
      ) : null}
      {expiresAt !== null ? (
        <Fact label={t('facts.expiry')}>
          {expiryText(expiresAt, now)} <span className={styles.quiet}>{t('facts.asSent')}</span>
        </Fact>
      ) : null}
      {note ? (
        <Fact label={t('facts.note')}>
          <bdi className={styles.note}>{note}</bdi>
        </Fact>
      ) : null}
    </dl>
  );
}
