/** Holds the window while a key has not been stored, and asks first. */
export type LeaveGuard = {
  /** Whether the window may close now. Where it may not, the page asks. */
  mayClose(): boolean;
  /** The program is about to quit: what the next close of the window stands for. */
  quitting(): void;
  leaveAnyway(): void;
};

type LeaveGuardParts = {
  readonly hasUnstoredKey: () => boolean;
  readonly forgetKey: () => void;
  /** Asks the person: in the page, or in a box of the system where the page cannot. */
  readonly ask: (action: 'close' | 'quit') => void;
  readonly closeWindow: () => void;
  readonly quit: () => void;
};

/** A close or a quit while a key waits to be stored becomes a question; "leave anyway" gives the key up. */
export function createLeaveGuard({
  hasUnstoredKey,
  forgetKey,
  ask,
  closeWindow,
  quit,
}: LeaveGuardParts): LeaveGuard {
  /** What the next close of the window stands for, and what was asked about last. */
  let next: 'close' | 'quit' = 'close';
  let asked: 'close' | 'quit' = 'close';
  /** A create that is being given up must not hold the window again. */
  let leaving = false;
  return {
    mayClose() {
      if (leaving || !hasUnstoredKey()) return true;
      asked = next;
      // Whoever stays has also given up quitting.
      next = 'close';
      ask(asked);
      return false;
    },
    quitting() {
      next = 'quit';
    },
    leaveAnyway() {
      forgetKey();
      leaving = true;
      if (asked === 'quit') {
        quit();
        return;
      }
      closeWindow();
      leaving = false;
    },
  };
}
