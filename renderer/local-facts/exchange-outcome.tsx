import { Button } from '@mantine/core';
import { t } from '../../shared/language/words.ts';
import { Banner } from '../banners/banner.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { importText } from './exchange-text.ts';
import styles from './local-facts.module.css';
import type { Exchanged } from './use-facts-exchange.ts';

type ExchangeOutcomeProps = {
  readonly outcome: Exchanged;
  readonly onDismiss: () => void;
};

function wordsFor(outcome: Exchanged): string | null {
  switch (outcome.kind) {
    case 'exported':
      return t('facts.exportedFile');
    case 'import':
      return importText(outcome.done);
    case 'nothing':
    case 'failed':
      return null;
  }
}

/** Above the table: what an export or an import of notes has done. */
export function ExchangeOutcome({ outcome, onDismiss }: ExchangeOutcomeProps) {
  const words = wordsFor(outcome);
  if (outcome.kind === 'failed') {
    return (
      <div className={styles.outcome}>
        <ErrorAlert error={outcome.error} onAction={onDismiss} actionLabel={t('common.dismiss')} />
      </div>
    );
  }
  return words === null ? null : (
    <div className={styles.outcome}>
      <Banner role="status">
        <p>{words}</p>
        <Button size="xs" variant="default" onClick={onDismiss}>
          {t('common.dismiss')}
        </Button>
      </Banner>
    </div>
  );
}
