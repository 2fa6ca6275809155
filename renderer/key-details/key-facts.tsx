import type { ReactNode } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { useBridge } from '../bridge.ts';
import { CopyButton } from '../copy-button.tsx';
import { fullDate, maskedKey, oneLine, relativeDate } from '../format.ts';
import styles from './key-details.module.css';

type KeyFactsProps = {
  readonly row: KeyRow;
  readonly userId: string | null;
  readonly now: number;
};

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}

function KeyId({ id }: { readonly id: string }) {
  const bridge = useBridge();
  return (
    <span className={styles.id}>
      <code>{id}</code>
      <CopyButton label="Copy ID" onCopy={() => bridge.copyKeyId({ id })} />
    </span>
  );
}

function creatorText(creatorId: string | null, userId: string | null): string {
  if (creatorId === null) return 'unknown';
  return creatorId === userId ? 'you' : oneLine(creatorId, 120);
}

function CreationDate({ time, now }: { readonly time: number | null; readonly now: number }) {
  const full = fullDate(time);
  const relative = relativeDate(time, now);
  return full === relative ? (
    <span>{full}</span>
  ) : (
    <span>
      {full} <span className={styles.quiet}>({relative})</span>
    </span>
  );
}

/** Id, masked key, date and creator. */
export function KeyFacts({ row, userId, now }: KeyFactsProps) {
  return (
    <dl className={styles.facts}>
      <Fact label="Key ID">{row.id === null ? 'unreadable' : <KeyId id={row.id} />}</Fact>
      <Fact label="Key">{row.lastFour === null ? 'unreadable' : <code>{maskedKey(row.lastFour)}</code>}</Fact>
      <Fact label="Creation date">
        <CreationDate time={row.createdAt} now={now} />
      </Fact>
      {row.kind === 'key' ? (
        <Fact label="Created by">
          <bdi>{creatorText(row.creatorId, userId)}</bdi>
        </Fact>
      ) : null}
    </dl>
  );
}
