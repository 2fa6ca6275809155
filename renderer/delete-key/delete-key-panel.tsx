import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import { t } from '../../shared/language/words.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { maskedKey, shownName } from '../format.ts';
import styles from './delete-key.module.css';
import { useDeleteKey } from './use-delete-key.ts';
import { useTypedName } from './use-typed-name.tsx';

type DeleteKeyPanelProps = {
  readonly row: KeyRow;
  readonly isGone: boolean;
  readonly warnings: readonly string[];
  /** Told when the dialog must not be closed, and when it may again. */
  readonly onLock: (locked: boolean) => void;
  readonly onClose: () => void;
  readonly onDeleted: (id: string) => void;
};

/** So long without an answer, and waiting may be given up. */
const PATIENCE = 5000;

/** Whether a call has been under way for longer than anyone likes to wait. */
function useTakesLong(running: boolean): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setLong(true), PATIENCE);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [running]);
  return long;
}

function wordsFor(id: string | null, isGone: boolean): string {
  if (id === null) return t('deletion.noId');
  return isGone ? t('deletion.gone') : t('deletion.permanent');
}

/** What is deleted and what follows, and the two buttons. */
export function DeleteKeyPanel({ row, isGone, warnings, onLock, onClose, onDeleted }: DeleteKeyPanelProps) {
  const { phase, remove, stopWaiting } = useDeleteKey();
  const cancel = useRef<HTMLButtonElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const busy = phase.kind === 'deleting';
  const takesLong = useTakesLong(busy);
  const { id } = row;
  const typed = useTypedName(row);

  useEffect(() => {
    onLock(busy);
    if (busy) status.current?.focus();
    return () => onLock(false);
  }, [busy, onLock]);

  useEffect(() => {
    if (phase.kind === 'failed') cancel.current?.focus();
  }, [phase]);

  const onDelete = async () => {
    if (id !== null && (await remove(id))) onDeleted(id);
  };

  return (
    <>
      <div className={styles.key}>
        <bdi className={styles.name} title={shownName(row.name)}>
          {shownName(row.name)}
        </bdi>
        <dl className={styles.facts}>
          <dt>{t('common.keyId')}</dt>
          <dd>
            <code>{id ?? t('deletion.unreadable')}</code>
          </dd>
          <dt>{t('common.key')}</dt>
          <dd>
            <code>{maskedKey(row.lastFour)}</code>
          </dd>
        </dl>
      </div>
      <p className={styles.words}>{wordsFor(id, isGone && !busy)}</p>
      {warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          <IconAlertTriangle size={16} aria-hidden="true" />
          {warning}
        </p>
      ))}
      {typed.field(busy)}
      {phase.kind === 'failed' ? <ErrorAlert error={phase.error} /> : null}
      <div className={styles.footer} data-busy={busy || undefined}>
        <p role="status" className={styles.progress} ref={status} tabIndex={-1}>
          {busy ? (takesLong ? t('deletion.noAnswer') : t('deletion.deleting')) : ''}
        </p>
        {takesLong ? (
          <Button variant="subtle" color="gray" onClick={stopWaiting}>
            {t('deletion.stopWaiting')}
          </Button>
        ) : null}
        <Button ref={cancel} variant="default" data-autofocus disabled={busy} onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button color="red" disabled={busy || id === null || !typed.matches} onClick={() => void onDelete()}>
          {t('common.delete')}
        </Button>
      </div>
    </>
  );
}
