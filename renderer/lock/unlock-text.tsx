import type { ReactNode } from 'react';
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
      return error(<span role="alert">This is not the pass phrase</span>);
    case 'wait':
      return waiting
        ? error(<TryAgain key={problem.until} until={problem.until} />)
        : { error: null, description: <span role="status">You can try again now</span> };
    case 'unavailable':
      return error(<span role="alert">The pass phrase could not be checked. Try again</span>);
  }
}
