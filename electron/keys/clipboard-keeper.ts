import { createHash, timingSafeEqual } from 'node:crypto';
import type { ClipboardState } from '../../shared/security-state.ts';

/** The system's clipboard, the same for every version of Electron. */
export type SystemClipboard = {
  /** Plain text for everyone, such as a key id. @throws where the system refuses. */
  writeText(text: string): Promise<void>;
  /**
   * Text that clipboard histories are asked not to keep.
   * @returns whether the system knows such marks. @throws where the system refuses.
   */
  writeConcealed(text: string): Promise<boolean>;
  /** The text that lies there now; null where the system does not let a program look. */
  readText(): Promise<string | null>;
  clear(): Promise<void>;
};

export type ClipboardKeeperParts = {
  readonly clipboard: SystemClipboard;
  /** Seconds after which a copied key is cleared; null: never. */
  readonly clearAfter: () => number | null;
  readonly onChange: (state: ClipboardState) => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

export type ClipboardKeeper = ReturnType<typeof createClipboardKeeper>;

const digest = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/**
 * Copies a key and takes it off the clipboard again, but only while it is still there: of what was copied it keeps
 * a SHA-256 to compare, no more.
 */
export function createClipboardKeeper({
  clipboard,
  clearAfter,
  onChange,
  clock = Date.now,
}: ClipboardKeeperParts) {
  let ours: Buffer | null = null;
  let state: ClipboardState = { kind: 'clean' };
  let timer: NodeJS.Timeout | undefined;

  function become(next: ClipboardState): void {
    state = next;
    onChange(state);
  }

  /** Clears what is ours; what somebody else has put there since stays. */
  async function clear(): Promise<void> {
    clearTimeout(timer);
    const copied = ours;
    if (!copied) return;
    const text = await clipboard.readText().catch(() => null);
    // Another copy in the meantime has a timer of its own.
    if (ours !== copied) return;
    if (text === null) {
      ours = null;
      become({ kind: 'left-alone' });
      return;
    }
    // Forgotten only once it is gone: a clearing that fails can be tried again.
    if (timingSafeEqual(digest(text), copied)) await clipboard.clear();
    if (ours !== copied) return;
    ours = null;
    become({ kind: 'clean' });
  }

  return {
    state: () => state,

    /** Copies a key. @throws where the system refuses; what lay there before is then still known. */
    async copyKey(text: string): Promise<void> {
      const concealed = await clipboard.writeConcealed(text);
      clearTimeout(timer);
      ours = digest(text);
      const seconds = clearAfter();
      if (seconds !== null) timer = setTimeout(() => void clear(), seconds * 1000);
      become({ kind: 'holding', clearsAt: seconds === null ? null : clock() + seconds * 1000, concealed });
    },

    /** Copies what is no secret: the clipboard then holds nothing of ours to clear. */
    async copyText(text: string): Promise<void> {
      await clipboard.writeText(text);
      clearTimeout(timer);
      ours = null;
      become({ kind: 'clean' });
    },

    /** Before the program ends: the copied key goes, whatever its time. */
    clear,
  };
}
