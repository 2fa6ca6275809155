import type { ReactNode } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
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
      <CopyButton label={t('details.copyId')} onCopy={() => bridge.copyKeyId({ id })} />
    </span>
  );
}

function creatorText(creatorId: string | null, userId: string | null): string {
  if (creatorId === null) return t('common.unknown');
  return creatorId === userId ? t('details.you') : oneLine(creatorId, 120);
}

function CreationDate({ time, now }: { readonly time: number | null; readonly now: number }) {
  const full = fullDate(time);
  const relative = relativeDate(time, now);
  return full === relative ? (
    <span>{full}</span>
  ) : (
    <span>
      {full} <span className={styles.quiet}>{t('common.inBrackets', { text: relative })}</span>
    </span>
  );
}

/** Id, masked key, date and creator. */
export function KeyFacts({ row, userId, now }: KeyFactsProps) {
  return (
    <dl className={styles.facts}>
      <Fact label={t('common.keyId')}>
        {row.id === null ? t('details.unreadable') : <KeyId id={row.id} />}
      </Fact>
      <Fact label={t('common.key')}>
        {row.lastFour === null ? t('details.unreadable') : <code>{maskedKey(row.lastFour)}</code>}
      </Fact>
      <Fact label={t('common.creationDate')}>
        <CreationDate time={row.createdAt} now={now} />
      </Fact>
      {row.kind === 'key' ? (
        <Fact label={t('details.createdBy')}>
          <bdi>{creatorText(row.creatorId, userId)}</bdi>
        </Fact>
      ) : null}
    </dl>
  );
}
