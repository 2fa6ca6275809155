import type { TokenStorage } from '../../shared/session-state.ts';

/** Where the token is kept, and why where it is not the keyring. */
export function storageText(storage: TokenStorage): string {
  switch (storage.kind) {
    case 'keyring':
      return "The token is kept encrypted by this computer's keyring.";
    case 'demo':
      return 'The demo makes its token anew each time. Nothing leaves this computer.';
    case 'memory':
      switch (storage.reason) {
        case 'no-keyring':
          return 'Signed in until Keydesk closes: this computer has no keyring to keep the token in.';
        case 'keyring-locked':
          return 'Signed in until Keydesk closes: the keyring of this computer is locked.';
        case 'not-saved':
          return 'Signed in until Keydesk closes: the token could not be saved.';
      }
  }
}
