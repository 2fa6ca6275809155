export type IdleWatch = {
  /** The person did something in the window. */
  touch(): void;
  /** Looks at the clock; called every few seconds, so that sleep and a moved clock count as they should. */
  look(): void;
};

type IdleWatchParts = {
  /** Minutes without a touch that are too many; null: none are. */
  readonly minutes: () => number | null;
  readonly onIdle: () => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** Tells when nobody has touched the window for so many minutes; once, until somebody touches it again. */
export function createIdleWatch({ minutes, onIdle, clock = Date.now }: IdleWatchParts): IdleWatch {
  let lastTouch = clock();
  let told = false;
  return {
    touch() {
      lastTouch = clock();
      told = false;
    },
    look() {
      const limit = minutes();
      // A clock that was set back must not add to the time that is left.
      if (clock() < lastTouch) lastTouch = clock();
      if (told || limit === null || clock() - lastTouch < limit * 60_000) return;
      told = true;
      onIdle();
    },
  };
}
