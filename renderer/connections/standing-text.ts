import type { KnownStanding } from '../../shared/connections.ts';

/** What is the matter with a connection; null where nothing is. */
export function standingText(standing: KnownStanding): string | null {
  switch (standing) {
    case 'ready':
      return null;
    case 'signed-out':
      return 'Signed out';
    case 'token-refused':
      return 'Token refused';
  }
}
