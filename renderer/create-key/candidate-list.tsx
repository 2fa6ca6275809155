import { Button } from '@mantine/core';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import { fullDate, maskedKey, nameInLabel, oneLine, relativeDate } from '../format.ts';
import { KeyName } from '../key-name.tsx';
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
  if (count === 0) return 'No new key of this name is in the list:';
  if (count === 1) return 'A new key of this name is in the list.';
  return `${count} new keys of this name are in the list.`;
}

function creatorText(row: KeyRow, userId: string | null): string {
  if (row.kind === 'unreadable' || row.creatorId === null) return 'unknown';
  return row.creatorId === userId ? 'you' : `somebody else (${oneLine(row.creatorId, 80)})`;
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
    <section className={styles.candidates} aria-label="What the list says">
      <p className={styles.verdict}>
        {verdictText(candidates.length)}
        {candidates.length === 0 ? <KeyName name={name} /> : null}
      </p>
      {isWhole ? null : <p>The server did not say whether this is the whole list.</p>}
      {candidates.length > 0 ? (
        <ul>
          {candidates.map((row) => (
            <li key={rowId(row)} className={styles.candidate}>
              <KeyName name={row.name} className={styles.candidateName} />
              <dl>
                <dt>Key ID</dt>
                <dd>
                  <code>{row.id ?? 'unreadable'}</code>
                </dd>
                <dt>Key</dt>
                <dd>
                  <code>{maskedKey(row.lastFour)}</code>
                </dd>
                <dt>Created</dt>
                <dd title={fullDate(row.createdAt)}>
                  {relativeDate(row.createdAt, Math.max(now, row.createdAt ?? now))}, by{' '}
                  <bdi>{creatorText(row, userId)}</bdi>
                </dd>
              </dl>
              <Button
                color="red"
                disabled={disabled || row.id === null}
                aria-label={`Delete it and create again: ${nameInLabel(row.name)}, ${row.id ?? 'unreadable'}`}
                onClick={() => onReplace(row)}
              >
                Delete it and create again
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
