import type { OutcomeUnknownCause } from '../../shared/app-error.ts';
import type { Attempt, AttemptKept, CreateAttempt } from '../../shared/attempt.ts';
import { errorText } from '../error-text.ts';

/** Why nobody knows whether a key was created, as one line without a full stop. */
export function whyText(stage: CreateAttempt['stage'], cause: OutcomeUnknownCause | null): string {
  if (cause !== null) return errorText({ kind: 'outcome-unknown', cause }).sentence;
  switch (stage) {
    case 'sent':
      return 'Keydesk ended while it was being created';
    case 'uncertain':
    case 'created':
      return 'Creating it got no clear answer';
  }
}

/** What is lost when the program ends now; null where nothing is. */
export function keptText(kept: AttemptKept): string | null {
  switch (kept) {
    case 'whole':
      return null;
    case 'time-only':
      return 'If Keydesk closes now, it forgets the name and what you chose: no keyring protects them on this computer.';
    case 'nothing':
      return 'If Keydesk closes now, it forgets this: the disk of this computer did not take it.';
  }
}

/** Why an attempt without details has none. */
export function missingText({ kept }: Attempt): string {
  return kept === 'whole'
    ? 'What it was called cannot be read now: the keyring does not open it.'
    : 'What it was called could not be kept: no keyring protects it on this computer.';
}
