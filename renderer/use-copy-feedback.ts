import { useEffect, useState } from 'react';
import type { Result } from '../shared/app-error.ts';
import { t } from '../shared/language/words.ts';
import { settled } from './settled.ts';

/** What came of a copy, for a moment. */
export type CopyFeedback = 'none' | 'copied' | 'failed';

/** What is said of it. */
export const COPY_WORDS = {
  none: '',
  copied: t('common.copied'),
  failed: t('common.couldNotCopy'),
} as const satisfies Record<CopyFeedback, string>;

const FEEDBACK_TIME = 1600;

/** Copies, and remembers for a moment what came of it. The clipboard itself belongs to main. */
export function useCopyFeedback(onCopy: () => Promise<Result<void>>) {
  const [feedback, setFeedback] = useState<CopyFeedback>('none');

  useEffect(() => {
    if (feedback === 'none') return;
    const timer = setTimeout(() => setFeedback('none'), FEEDBACK_TIME);
    return () => clearTimeout(timer);
  }, [feedback]);

  const copy = async () => {
    const result = await settled(onCopy());
    setFeedback(result.ok ? 'copied' : 'failed');
  };

  return { feedback, copy };
}
