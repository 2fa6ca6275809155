import type { OutcomeUnknownCause } from '../../shared/app-error.ts';
import type { Attempt, AttemptKept, CreateAttempt } from '../../shared/attempt.ts';
import { t } from '../../shared/language/words.ts';
import { errorText } from '../error-text.ts';

/** Why nobody knows whether a key was created, as one line without a full stop. */
export function whyText(stage: CreateAttempt['stage'], cause: OutcomeUnknownCause | null): string {
  if (cause !== null) return errorText({ kind: 'outcome-unknown', cause }).sentence;
  switch (stage) {
    case 'sent':
      return t('attempts.endedWhileCreated');
    case 'uncertain':
    case 'created':
      return t('attempts.unclearCreated');
  }
}

/** What is lost when the program ends now; null where nothing is. */
export function keptText(kept: AttemptKept): string | null {
  switch (kept) {
    case 'whole':
      return null;
    case 'time-only':
      return t('attempts.keptTimeOnly');
    case 'nothing':
      return t('attempts.keptNothing');
  }
}

/** Why an attempt without details has none. */
export function missingText({ kept }: Attempt): string {
  return kept === 'whole' ? t('attempts.nameUnreadable') : t('attempts.nameNotKept');
}
