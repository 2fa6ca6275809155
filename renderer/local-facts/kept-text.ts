import type { FactsKept } from '../../shared/local-facts.ts';

const NEVER_SENT = 'It is never sent anywhere.';

/** How long what is known lasts, and why not longer. */
export function keptText(kept: FactsKept): string {
  if (kept.kind === 'unknown') return NEVER_SENT;
  if (kept.kind === 'kept') return `Kept on this computer only, encrypted. ${NEVER_SENT}`;
  switch (kept.reason) {
    case 'demo':
      return `Kept until Keydesk closes: this is the demo. ${NEVER_SENT}`;
    case 'no-keyring':
      return `Kept until Keydesk closes: no keyring protects it on this computer. ${NEVER_SENT}`;
    case 'not-opened':
      return 'What was known before is still there, but the keyring does not open it now. What you write is kept until Keydesk closes.';
    case 'newer':
      return 'What was known before was written by a newer version of Keydesk and is left alone. What you write is kept until Keydesk closes.';
    case 'not-saved':
      return `Kept until Keydesk closes: the disk of this computer did not take it. ${NEVER_SENT}`;
  }
}
