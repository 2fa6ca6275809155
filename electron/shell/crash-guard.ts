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
 * What follows a crash of the page: the first one reloads it, a second one soon after it leads to a page that needs no
 * script; whatever crashes after that is left, so that nothing goes on for ever.
 */
export function createCrashGuard({ reload, showCrashPage, clock }: CrashGuardParts): () => void {
  let inARow = 0;
  let last = Number.NEGATIVE_INFINITY;
  return () => {
    inARow = clock() - last < SOON ? inARow + 1 : 1;
    last = clock();
    if (inARow === 1) reload();
    else if (inARow === 2) showCrashPage();
  };
}
