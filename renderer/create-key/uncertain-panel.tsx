import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { KeyRow, PendingSecret } from '../../shared/api-key.ts';
import { candidatesFor } from '../../shared/attempt.ts';
import { t } from '../../shared/language/words.ts';
import type { Connection } from '../../shared/session-state.ts';
import { AlertBox } from '../alert-box.tsx';
import { keptText, whyText } from '../attempts/attempt-text.ts';
import { AlertDialog } from '../dialogs/alert-dialog.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import type { KeysStore } from '../keys/keys-state.ts';
import { useNow } from '../use-now.ts';
import { CandidateList } from './candidate-list.tsx';
import styles from './create-key.module.css';
import { progressText } from './create-key-footer.tsx';
import { type CreateKeyStore, isBusy, type Uncertain } from './create-key-state.ts';

type UncertainPanelProps = {
  readonly uncertain: Uncertain;
  readonly store: CreateKeyStore;
  readonly keys: KeysStore;
  readonly connection: Connection;
  /** A create is on its way, because the person asked for it. */
  readonly onSending: (sending: Promise<PendingSecret | null>) => void;
  readonly onClose: () => void;
};

/** "This key may exist": what the list says, and what can be done. Nothing is sent before a button says so. */
export function UncertainPanel(props: UncertainPanelProps) {
  const { uncertain, store, keys, connection, onSending, onClose } = props;
  const { attempt, cause } = uncertain;
  const { phase, back, createAgain, replace, settle } = useStore(store);
  const { load, list, isWhole } = useStore(keys.state);
  const now = useNow();
  const alert = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  const [foreign, setForeign] = useState<string | null>(null);
  const busy = isBusy(phase);
  const reading = !isAsked || load.kind === 'loading';
  const candidates = candidatesFor(
    attempt,
    list.rows.map(({ row }) => row),
  );

  // What the list said before the attempt counts no more.
  useEffect(() => {
    alert.current?.focus();
    keys.readAgain();
    setAsked(true);
  }, [keys]);

  const createInstead = (id: string) => onSending(replace(id, keys.removeKey));

  const onReplace = (row: KeyRow) => {
    if (row.id === null) return;
    const isForeign =
      row.kind === 'key' && row.creatorId !== null && connection.user && row.creatorId !== connection.user.id;
    if (isForeign) setForeign(row.id);
    else createInstead(row.id);
  };

  const leave = () => {
    settle();
    onClose();
  };

  const kept = connection.kind === 'demo' ? null : keptText(attempt.kept);
  // What may not be the whole list does not take the place of one that was: that one is from before the attempt.
  const isOutdated = !reading && load.kind === 'partial' && isWhole;
  const found = !reading && load.kind !== 'failed' && !isOutdated;
  return (
    <div className={styles.form}>
      <div className={styles.uncertain}>
        <div ref={alert} tabIndex={-1} className={styles.focusPlace}>
          <AlertBox
            sentence={t('create.mayExist')}
            remedy={t('create.ifCreated', { why: whyText(attempt.stage, cause) })}
            words={kept ? <p>{kept}</p> : null}
          />
        </div>
        {phase.kind === 'uncertain' && phase.error ? <ErrorAlert error={phase.error} /> : null}
        {load.kind === 'failed' ? (
          <ErrorAlert error={load.error} onAction={keys.readAgain} actionLabel={t('common.retry')}>
            <p>{t('create.notReadAgain')}</p>
          </ErrorAlert>
        ) : null}
        {isOutdated ? (
          <AlertBox sentence={t('create.maybeNotAll')} remedy={t('create.soNobodyKnows')}>
            <Button size="xs" variant="default" onClick={keys.readAgain}>
              {t('common.retry')}
            </Button>
          </AlertBox>
        ) : null}
        {found ? (
          <CandidateList
            name={attempt.details?.name ?? ''}
            candidates={candidates}
            isWhole={load.kind === 'ready'}
            userId={connection.user?.id ?? null}
            now={now}
            disabled={busy || connection.refused.delete || connection.refused.create}
            onReplace={onReplace}
          />
        ) : null}
      </div>
      <div className={styles.footer} data-busy={busy || reading || undefined}>
        <p role="status" className={styles.progress}>
          {reading ? t('create.readingAgain') : progressText(phase)}
        </p>
        <Button variant="subtle" color="gray" disabled={busy} onClick={back}>
          {t('create.backToForm')}
        </Button>
        <Button variant="default" disabled={busy} onClick={leave}>
          {found && candidates.length === 0 ? t('create.closeWithout') : t('create.keepIt')}
        </Button>
        {found && candidates.length === 0 ? (
          <Button disabled={busy || connection.refused.create} onClick={() => onSending(createAgain())}>
            {t('create.createAgain')}
          </Button>
        ) : null}
      </div>
      <AlertDialog
        opened={foreign !== null}
        title={t('create.somebodyElse')}
        stayLabel={t('common.goBack')}
        onStay={() => setForeign(null)}
        goLabel={t('create.deleteAndCreate')}
        onGo={() => {
          setForeign(null);
          if (foreign !== null) createInstead(foreign);
        }}
      >
        <p>{t('create.mayBeInUse')}</p>
      </AlertDialog>
    </div>
  );
}
