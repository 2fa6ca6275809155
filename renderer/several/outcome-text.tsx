import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleMinus,
  IconLoader2,
} from '@tabler/icons-react';
import type { KeyOutcome } from '../../shared/deletion.ts';
import { t } from '../../shared/language/words.ts';
import { errorText } from '../error-text.ts';
import styles from './several.module.css';

const ICONS = {
  waiting: IconCircleDashed,
  deleting: IconLoader2,
  deleted: IconCircleCheck,
  gone: IconCircleMinus,
  failed: IconAlertTriangle,
} as const satisfies Record<KeyOutcome['kind'], unknown>;

function wordsFor(outcome: KeyOutcome, ended: boolean): string {
  switch (outcome.kind) {
    case 'waiting':
      return ended ? t('several.notTried') : t('several.waiting');
    case 'deleting':
      return t('several.deleting');
    case 'deleted':
      return t('several.deleted');
    case 'gone':
      return t('several.alreadyGone');
    case 'failed': {
      const { sentence, remedy } = errorText(outcome.error);
      return outcome.error.kind === 'rejected' && remedy
        ? t('several.becauseOf', { sentence, remedy })
        : sentence;
    }
  }
}

/** What became of a key: icon and words. */
export function OutcomeText({ outcome, ended }: { readonly outcome: KeyOutcome; readonly ended: boolean }) {
  const Icon = ICONS[outcome.kind];
  const words = wordsFor(outcome, ended);
  return (
    <span className={styles.outcome} data-kind={outcome.kind} title={words}>
      <Icon size={14} aria-hidden="true" />
      <span className={styles.outcomeWords}>{words}</span>
    </span>
  );
}
