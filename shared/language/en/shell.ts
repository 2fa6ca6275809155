export const shell = {
  resetDemo: 'Reset the demo',
  reset: 'Reset',
  resetWords: 'The demo gets its sample keys back. What you changed in it is lost.',
  keptKeyring: "The token and an offline copy of the list are kept encrypted by this computer's keyring.",
  keptDemo: 'The demo makes its token anew each time. Nothing leaves this computer.',
  noKeyring:
    'Signed in until Keydesk closes, with no offline copy: this computer has no keyring that protects.',
  keyringLocked:
    'Signed in until Keydesk closes, with no offline copy: the keyring of this computer is locked.',
  tokenNotSaved: 'Signed in until Keydesk closes, with no offline copy: the token could not be saved.',
  demo: 'Demo',
  connection: 'Connection',
  lockOff: 'The lock is off until a pass phrase is set',
  lockNow: 'Lock now',
} as const;
