/** A crash so soon after another one means that the page would crash for ever. */
const SOON = 60_000;

export type CrashGuardParts = {
  /** Loads the page anew. */
  readonly reload: () => void;
  /** Shows the page that says what has happened, and leads back. */
  readonly showCrashPage: () => void;
  /** Milliseconds that only ever go up. */
  readonly clock: () => number;
};

/**
 * What follows a crash of the page: the first one reloads it, another one soon after it leads to a page that needs no
 * script, and back only by hand. Where that page crashes itself, it is left: nothing goes on for ever.
 */
export function createCrashGuard({ reload, showCrashPage, clock }: CrashGuardParts) {
  let last = Number.NEGATIVE_INFINITY;
  return (isCrashPage: boolean): void => {
    if (isCrashPage) return;
    const isSoon = clock() - last < SOON;
    last = clock();
    if (isSoon) showCrashPage();
    else reload();
  };
}
