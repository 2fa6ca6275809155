import { t } from '../../shared/language/words.ts';
import type { TokenStorage } from '../../shared/session-state.ts';

/** Where the token is kept and what else is, and why where it is not the keyring. */
export function storageText(storage: TokenStorage): string {
  switch (storage.kind) {
    case 'keyring':
      return t('shell.keptKeyring');
    case 'demo':
      return t('shell.keptDemo');
    case 'memory':
      switch (storage.reason) {
        case 'no-keyring':
          return t('shell.noKeyring');
        case 'keyring-locked':
          return t('shell.keyringLocked');
        case 'not-saved':
          return t('shell.tokenNotSaved');
      }
  }
}
