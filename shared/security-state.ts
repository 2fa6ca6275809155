/** What the program knows of the clipboard after a key was copied. */
export type ClipboardState =
  /** Nothing of ours lies there, as far as is known. */
  | { readonly kind: 'clean' }
  /**
   * The key lies there. `clearsAt`: milliseconds since the epoch, null where it is not cleared by time.
   * `concealed`: clipboard histories were asked not to keep it.
   */
  | { readonly kind: 'holding'; readonly clearsAt: number | null; readonly concealed: boolean }
  /** The key may still lie there: the system did not let the program look. */
  | { readonly kind: 'left-alone' };

/** Settings about secrets. */
export type SecuritySettings = {
  /** Seconds after which a copied key is cleared from the clipboard, 15 to 300; null: never. */
  readonly clipboardSeconds: number | null;
  /** Minutes without a touch after which the window locks, 1 to 120; null: never by itself. */
  readonly lockMinutes: number | null;
};

export const DEFAULT_SECURITY: SecuritySettings = { clipboardSeconds: 60, lockMinutes: 15 };

export const CLIPBOARD_SECONDS = { least: 15, most: 300 } as const;
export const LOCK_MINUTES = { least: 1, most: 120 } as const;

/** The shortest pass phrase that is taken, in characters. */
export const PASS_PHRASE_LENGTH = 8;
