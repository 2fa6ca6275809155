import type { ReactNode } from 'react';
import { t } from '../../shared/language/words.ts';
import { TryAgain } from './try-again.tsx';
import type { UnlockProblem } from './unlock-problem.ts';

type FieldText = { readonly error: ReactNode; readonly description: ReactNode };

/** What is said at a field for the pass phrase. */
export function unlockText(problem: UnlockProblem | null, waiting: boolean): FieldText {
  const error = (words: ReactNode): FieldText => ({ error: words, description: null });
  switch (problem?.kind) {
    case undefined:
      return error(null);
    case 'wrong':
      return error(<span role="alert">{t('lock.wrong')}</span>);
    case 'wait':
      return waiting
        ? error(<TryAgain key={problem.until} until={problem.until} />)
        : { error: null, description: <span role="status">{t('lock.tryNow')}</span> };
    case 'unavailable':
      return error(<span role="alert">{t('lock.notChecked')}</span>);
  }
}
