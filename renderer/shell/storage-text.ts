import type { TokenStorage } from '../../shared/session-state.ts';

/** Where the token is kept and what else is, and why where it is not the keyring. */
export function storageText(storage: TokenStorage): string {
  switch (storage.kind) {
    case 'keyring':
      return "The token and an offline copy of the list are kept encrypted by this computer's keyring.";
    case 'demo':
      return 'The demo makes its token anew each time. Nothing leaves this computer.';
    case 'memory':
      switch (storage.reason) {
        case 'no-keyring':
          return 'Signed in until Keydesk closes, with no offline copy: this computer has no keyring that protects.';
        case 'keyring-locked':
          return 'Signed in until Keydesk closes, with no offline copy: the keyring of this computer is locked.';
        case 'not-saved':
          return 'Signed in until Keydesk closes, with no offline copy: the token could not be saved.';
      }
  }
}
