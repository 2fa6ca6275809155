/** Where something that is noted on this computer lies; where it does not outlive the program, the view says why. */
export type Kept =
  /** Nothing has been read yet. */
  | { readonly kind: 'unknown' }
  /** Encrypted, under the key of the system's keyring. `damaged`: an earlier file could not be read and was put aside. */
  | { readonly kind: 'kept'; readonly damaged: boolean }
  /** Until the program closes. */
  | { readonly kind: 'memory'; readonly reason: MemoryReason };

export type MemoryReason =
  /** The demo shall not make a keyring ask. */
  | 'demo'
  | 'no-keyring'
  /** There is a file, and the keyring does not open it now: it stays as it is. */
  | 'not-opened'
  /** The file is of a newer version of the program: it stays as it is. */
  | 'newer'
  | 'not-saved';
