import type { ReactNode } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { useBridge } from '../bridge.ts';
import { CopyButton } from '../copy-button.tsx';
import { creatorText } from '../creator-text.ts';
import { fullDate, maskedKey, relativeDate } from '../format.ts';
import styles from './key-details.module.css';

type KeyFieldsProps = {
  readonly row: KeyRow;
  readonly userId: string | null;
  readonly now: number;
};

function Field({ label, children }: { readonly label: string; readonly children: ReactNode }) {
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
export function KeyFields({ row, userId, now }: KeyFieldsProps) {
  return (
    <dl className={styles.fields}>
      <Field label={t('common.keyId')}>
        {row.id === null ? t('details.unreadable') : <KeyId id={row.id} />}
      </Field>
      <Field label={t('common.key')}>
        {row.lastFour === null ? t('details.unreadable') : <code>{maskedKey(row.lastFour)}</code>}
      </Field>
      <Field label={t('common.creationDate')}>
        <CreationDate time={row.createdAt} now={now} />
      </Field>
      {row.kind === 'key' ? (
        <Field label={t('common.createdBy')}>
          <bdi>{creatorText(row, userId)}</bdi>
        </Field>
      ) : null}
    </dl>
  );
}
