import type { ReactNode } from 'react';
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
  const every = `every ${days === 1 ? 'day' : `${days} days`}`;
  if (createdAt === null) return every;
  const due = createdAt + days * DAY;
  return due <= now ? `${every}, due since ${fullDate(due)}` : `${every}, due ${relativeDate(due, now)}`;
}

function expiryText(expiresAt: number, now: number): string {
  return `${fullDate(expiresAt)} (${expiresAt <= now ? 'over' : relativeDate(expiresAt, now)})`;
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
        <Fact label="Owner">
          <bdi>{oneLine(owner)}</bdi>
        </Fact>
      ) : null}
      {environment ? (
        <Fact label="Environment">
          <bdi>{oneLine(environmentLabel(environment))}</bdi>
        </Fact>
      ) : null}
      {usedAt.length > 0 ? (
        <Fact label="Used at">
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
        <Fact label="Rotate">{rotateText(rotateEveryDays, createdAt, now)}</Fact>
      ) : null}
      {expiresAt !== null ? (
        <Fact label="Expiry">
          {expiryText(expiresAt, now)}
          <span className={styles.quiet}> As it was sent; the API never reports it back.</span>
        </Fact>
      ) : null}
      {note ? (
        <Fact label="Note">
          <bdi className={styles.note}>{note}</bdi>
        </Fact>
      ) : null}
    </dl>
  );
}
