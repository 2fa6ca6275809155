import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import {
  type Deletion,
  type DeletionTally,
  isRunning,
  type KeyOutcome,
  type KeyToDelete,
  tallyOf,
} from '../../shared/deletion.ts';
import { t } from '../../shared/language/words.ts';
import { ErrorAlert } from '../error-alert.tsx';
import { keyCount } from '../format.ts';
import type { DeletionStore } from './deletion-store.ts';
import { KeyLines } from './key-lines.tsx';
import { OutcomeText } from './outcome-text.tsx';
import styles from './several.module.css';

type DeletionPanelProps = {
  readonly deletion: Deletion;
  readonly deletions: DeletionStore;
  readonly onClose: () => void;
};

/** What one has to look at comes first. */
const ORDER: Readonly<Record<KeyOutcome['kind'], number>> = {
  failed: 0,
  waiting: 1,
  deleting: 2,
  gone: 3,
  deleted: 4,
};

function linesOf({ keys }: Deletion, ended: boolean): readonly (KeyToDelete & { readonly line: string })[] {
  const ordered = ended
    ? keys.toSorted((one, other) => ORDER[one.outcome.kind] - ORDER[other.outcome.kind])
    : keys;
  return ordered.map((key) => ({ ...key, line: key.id }));
}

/** "995 deleted, 2 already gone, 3 failed, 40 not tried" */
function sumText({ deleted, gone, failed, waiting }: DeletionTally): string {
  const parts = [
    t('several.sumDeleted', { count: deleted }),
    ...(gone > 0 ? [t('several.sumGone', { count: gone })] : []),
    ...(failed > 0 ? [t('several.sumFailed', { count: failed })] : []),
    ...(waiting > 0 ? [t('several.sumNotTried', { count: waiting })] : []),
  ];
  return parts.join(', ');
}

/** How far several keys are, and afterwards what became of each. */
export function DeletionPanel({ deletion, deletions, onClose }: DeletionPanelProps) {
  const tally = useMemo(() => tallyOf(deletion), [deletion]);
  const running = isRunning(deletion);
  const lines = useMemo(() => linesOf(deletion, !running), [deletion, running]);
  const follow = running ? lines.findIndex(({ outcome }) => outcome.kind === 'deleting') : -1;
  return (
    <>
      {running ? <Running deletion={deletion} tally={tally} /> : <Ended deletion={deletion} tally={tally} />}
      <KeyLines
        // At the end it begins anew, with what has to be looked at.
        key={String(running)}
        label={t('several.whatBecame')}
        lines={lines}
        outcome={({ outcome }) => <OutcomeText outcome={outcome} ended={!running} />}
        follow={follow}
      />
      {running ? (
        <RunningFooter stopping={deletion.phase.kind === 'stopping'} deletions={deletions} />
      ) : (
        <EndedFooter tally={tally} deletions={deletions} onClose={onClose} />
      )}
    </>
  );
}

type PartProps = { readonly deletion: Deletion; readonly tally: DeletionTally };

function Running({ deletion: { keys, phase }, tally }: PartProps) {
  const tried = tally.deleted + tally.gone + tally.failed;
  const words = t('several.triedOf', { tried, keys: keyCount(keys.length) });
  const progress =
    tally.failed > 0 ? t('several.triedOfFailed', { tried: words, count: tally.failed }) : words;
  return (
    <div className={styles.head}>
      <p className={styles.words}>
        {t(phase.kind === 'stopping' ? 'several.stopping' : 'several.oneAfterAnother', { progress })}
      </p>
      <div
        role="progressbar"
        aria-label={t('several.deletingKeys')}
        aria-valuemin={0}
        aria-valuemax={keys.length}
        aria-valuenow={tried}
        aria-valuetext={words}
        className={styles.track}
      >
        <div className={styles.fill} style={{ transform: `scaleX(${tried / keys.length})` }} />
      </div>
    </div>
  );
}

function Ended({ deletion: { phase }, tally }: PartProps) {
  return (
    <div className={styles.head}>
      <p role="status" className={styles.words}>
        {t(phase.kind === 'stopped' ? 'several.stopped' : 'several.ended', { sum: sumText(tally) })}
      </p>
      {phase.kind === 'ended-early' ? (
        <ErrorAlert error={phase.error}>
          <p className={styles.words}>{t('several.othersNotTried')}</p>
        </ErrorAlert>
      ) : null}
    </div>
  );
}

function Footer({ children }: { readonly children: ReactNode }) {
  return (
    <div className={styles.footer}>
      <span className={styles.progress} />
      {children}
    </div>
  );
}

function RunningFooter(props: { readonly stopping: boolean; readonly deletions: DeletionStore }) {
  const { stopping, deletions } = props;
  const stop = useRef<HTMLButtonElement>(null);
  // What had the focus has gone with the question.
  useEffect(() => stop.current?.focus(), []);
  return (
    <Footer>
      <Button
        ref={stop}
        data-autofocus
        variant="default"
        onClick={stopping ? deletions.stopWaiting : deletions.stop}
      >
        {stopping ? t('several.stopWaiting') : t('several.stop')}
      </Button>
    </Footer>
  );
}

type EndedFooterProps = {
  readonly tally: DeletionTally;
  readonly deletions: DeletionStore;
  readonly onClose: () => void;
};

function EndedFooter({ tally: { failed, waiting }, deletions, onClose }: EndedFooterProps) {
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <Footer>
      {failed > 0 ? (
        <Button variant="default" onClick={() => deletions.resume('failed')}>
          {t('several.retryFailed', { count: failed })}
        </Button>
      ) : null}
      {waiting > 0 ? (
        <Button variant="default" onClick={() => deletions.resume('waiting')}>
          {t('several.goOn', { count: waiting })}
        </Button>
      ) : null}
      <Button ref={close} data-autofocus onClick={onClose}>
        {t('common.close')}
      </Button>
    </Footer>
  );
}
