import type { Updater } from './updater.ts';

/** What is said to the person, in boxes of the system's own. */
export type UpdateTalk = {
  /** Whether to fetch the newer version. */
  readonly askToDownload: (version: string) => Promise<boolean>;
  /** Whether to restart into it now. */
  readonly askToInstall: (version: string) => Promise<boolean>;
  readonly tell: (what: UpdateNews) => Promise<void>;
};

export type UpdateNews =
  | { readonly kind: 'newest' }
  | { readonly kind: 'check-failed' }
  | { readonly kind: 'download-failed'; readonly version: string }
  /** A key is shown or a call is under way: it can be installed afterwards. */
  | { readonly kind: 'busy'; readonly version: string };

export type UpdatesParts = {
  readonly updater: Updater;
  readonly talk: UpdateTalk;
  /** Whether a key is shown, a call is under way or the window is locked. */
  readonly isBusy: () => boolean;
  /** What an install waits for: the program lets go of what its next start needs. */
  readonly beforeInstall: () => void;
};

export type Updates = {
  /** The person asks: every outcome is told. */
  lookNow(): Promise<void>;
  /** By itself: only a newer version is worth a word, and none while the person is busy. */
  lookQuietly(): Promise<void>;
};

/** One look at a time, and nothing is fetched or installed unasked. */
export function createUpdates({ updater, talk, isBusy, beforeInstall }: UpdatesParts): Updates {
  let underWay = false;
  /** Fetched and checked; it waits for a moment that suits. */
  let ready: string | null = null;

  async function offerInstall(version: string, isAsked: boolean): Promise<void> {
    if (isBusy()) return isAsked ? talk.tell({ kind: 'busy', version }) : undefined;
    if (!(await talk.askToInstall(version))) return;
    // A key may have arrived while the box was open.
    if (isBusy()) return talk.tell({ kind: 'busy', version });
    beforeInstall();
    updater.install();
  }

  async function fetchAndOffer(version: string): Promise<void> {
    if (!(await talk.askToDownload(version))) return;
    try {
      await updater.download();
    } catch {
      return talk.tell({ kind: 'download-failed', version });
    }
    ready = version;
    // The person has said yes to this one: where it must wait, that is told.
    return offerInstall(version, true);
  }

  async function look(isAsked: boolean): Promise<void> {
    if (ready !== null) return offerInstall(ready, isAsked);
    let version: string | null;
    try {
      version = await updater.check();
    } catch {
      return isAsked ? talk.tell({ kind: 'check-failed' }) : undefined;
    }
    if (version === null) return isAsked ? talk.tell({ kind: 'newest' }) : undefined;
    if (!isAsked && isBusy()) return;
    return fetchAndOffer(version);
  }

  async function inTurn(isAsked: boolean): Promise<void> {
    if (underWay) return;
    underWay = true;
    await look(isAsked).finally(() => {
      underWay = false;
    });
  }

  return { lookNow: () => inTurn(true), lookQuietly: () => inTurn(false) };
}
