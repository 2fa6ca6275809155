import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { t } from '../../shared/language/words.ts';
import styles from './create-key.module.css';
import type { CreateKeyPhase } from './create-key-state.ts';

type FooterProps = {
  readonly phase: CreateKeyPhase;
  /** The server has refused this token to create keys. */
  readonly refused: boolean;
  readonly onGoBack: () => void;
  readonly onCancel: () => void;
};

/** What is under way; empty where nothing is. */
export function progressText(phase: CreateKeyPhase): string {
  switch (phase.kind) {
    case 'saving':
      return phase.cancelling ? t('create.cancelling') : t('create.creating');
    case 'deleting-leftover':
    case 'deleting-candidate':
      return t('create.deletingKey');
    case 'editing':
    case 'confirming-empty':
    case 'uncertain':
    case 'failed':
      return '';
  }
}

/** The buttons; while a call runs, its progress and the way to give it up. */
export function CreateKeyFooter({ phase, refused, onGoBack, onCancel }: FooterProps) {
  const progress = progressText(phase);
  const status = useRef<HTMLParagraphElement>(null);
  const busy = progress !== '';

  // The focus leaves the locked fields for the progress, not for Cancel: a second Enter must not cancel.
  useEffect(() => {
    if (busy) status.current?.focus();
  }, [busy]);

  return (
    <div className={styles.footer} data-busy={busy || undefined}>
      <p role="status" className={styles.progress} ref={status} tabIndex={-1}>
        {refused && !busy ? t('create.refused') : progress}
      </p>
      {phase.kind === 'saving' ? (
        <Button key="cancel" variant="default" disabled={phase.cancelling} onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      ) : (
        <Button key="back" variant="default" disabled={busy} onClick={onGoBack}>
          {t('common.goBack')}
        </Button>
      )}
      <Button type="submit" disabled={busy || refused}>
        {t('common.save')}
      </Button>
    </div>
  );
}
