import { Button } from '@mantine/core';
import type { AppError } from '../shared/app-error.ts';
import { t } from '../shared/language/words.ts';
import { useBridge } from './bridge.ts';
import styles from './error-alert.module.css';
import { COPY_WORDS, useCopyFeedback } from './use-copy-feedback.ts';

/** Whether there is something to tell: a request that failed, or a fault of the program. */
function hasDetails({ kind, request }: AppError): boolean {
  return kind === 'unexpected' || (request !== undefined && kind !== 'cancelled');
}

/** A quiet button that copies what support wants to know. Main writes the text; the page never sees it. */
export function CopyDetails({ error }: { readonly error: AppError }) {
  const bridge = useBridge();
  const { kind, request = null } = error;
  const { feedback, copy } = useCopyFeedback(() => bridge.copyErrorDetails({ kind, request }));
  if (!hasDetails(error)) return null;
  return (
    <Button size="xs" variant="subtle" color="gray" className={styles.details} onClick={() => void copy()}>
      <span aria-live="polite">{COPY_WORDS[feedback] || t('common.copyDetails')}</span>
    </Button>
  );
}
