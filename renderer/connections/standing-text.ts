import type { KnownStanding } from '../../shared/connections.ts';
import { t } from '../../shared/language/words.ts';

/** What is the matter with a connection; null where nothing is. */
export function standingText(standing: KnownStanding): string | null {
  switch (standing) {
    case 'ready':
      return null;
    case 'signed-out':
      return t('connections.signedOut');
    case 'token-refused':
      return t('connections.tokenRefused');
  }
}
