/** What a person must know about the storage of this computer. */
export type Notice =
  /** `restored`: the last good settings are in use; else the defaults. */
  | { readonly kind: 'settings-damaged'; readonly restored: boolean }
  /** The offline copy of the list was damaged and put aside. */
  | { readonly kind: 'copy-unreadable' }
  /** The disk did not take the offline copy. */
  | { readonly kind: 'copy-not-saved' }
  /** The offline copy was written by a newer version of the program: left alone. */
  | { readonly kind: 'copy-newer' };
