import type { LockState, UnlockOutcome } from '../../shared/lock-state.ts';
import type { PassPhrase } from './pass-phrase.ts';

/** Touch ID, where the system has it. */
export type TouchId = {
  available(): boolean;
  /** Rejects where the person cancels or is not recognised. */
  prompt(reason: string): Promise<void>;
};

export type LockParts = {
  readonly passPhrase: PassPhrase;
  readonly touchId: TouchId;
  /** Minutes without a touch; null: never by itself. */
  readonly minutes: () => number | null;
  /** Whether a link waits until it is unlocked. */
  readonly linkWaits?: () => boolean;
  readonly onChange: (state: LockState) => void;
  /** Milliseconds, from any beginning; a clock that the person can set would end a wait or make one of years. */
  readonly clock?: () => number;
};

export type Lock = Awaited<ReturnType<typeof createLock>>;

/** Wrong pass phrases in a row that cost nothing; then each doubles the wait, from one second to five minutes. */
const FREE_TRIES = 3;
const LONGEST_WAIT_SECONDS = 300;

const now = () => performance.now();

/** Locks the window: main then refuses every call but unlocking and signing out. */
export async function createLock(parts: LockParts) {
  const { passPhrase, touchId, minutes, linkWaits = () => false, onChange, clock = now } = parts;
  let locked = false;
  let hasPassPhrase = await passPhrase.isSet();
  let wrong = 0;
  let nextTry = 0;
  let checking = false;

  const means = () => ({ passPhrase: hasPassPhrase, touchId: touchId.available() });
  const state = (): LockState => ({
    kind: locked ? 'locked' : 'unlocked',
    means: means(),
    minutes: minutes(),
    linkWaits: linkWaits(),
  });

  function become(next: boolean): void {
    locked = next;
    onChange(state());
  }

  function unlock(): UnlockOutcome {
    wrong = 0;
    become(false);
    return { kind: 'unlocked' };
  }

  /** One check at a time, and after some wrong ones only after a wait. What matches also unlocks. */
  async function check(phrase: string): Promise<UnlockOutcome> {
    if (!hasPassPhrase || checking) return { kind: 'unavailable' };
    if (clock() < nextTry) return { kind: 'wait', seconds: Math.ceil((nextTry - clock()) / 1000) };
    checking = true;
    const matches = await passPhrase.matches(phrase).finally(() => {
      checking = false;
    });
    if (matches) return unlock();
    wrong += 1;
    const wait = wrong < FREE_TRIES ? 0 : Math.min(2 ** (wrong - FREE_TRIES), LONGEST_WAIT_SECONDS);
    nextTry = clock() + wait * 1000;
    return { kind: 'wrong' };
  }

  return {
    state,
    isLocked: () => locked,

    /** Locks where something can unlock again; answers whether it is locked. */
    lock(): boolean {
      const { passPhrase: phrase, touchId: finger } = means();
      if (!locked && (phrase || finger)) become(true);
      return locked;
    },

    unlockByPassPhrase: (phrase: string): Promise<UnlockOutcome> => check(phrase),

    async unlockByTouchId(): Promise<UnlockOutcome> {
      if (!touchId.available()) return { kind: 'unavailable' };
      return touchId.prompt('unlock Keydesk').then(unlock, () => ({ kind: 'wrong' }));
    },

    /**
     * Sets the pass phrase; where one is set, only after the current one. While locked that would be a way past the
     * lock. @throws the file system's error; a pass phrase that was set before then still holds.
     */
    async setPassPhrase(current: string | null, phrase: string): Promise<UnlockOutcome> {
      if (locked) return { kind: 'unavailable' };
      if (hasPassPhrase) {
        const checked = await check(current ?? '');
        if (checked.kind !== 'unlocked') return checked;
      }
      await passPhrase.set(phrase);
      hasPassPhrase = true;
      onChange(state());
      return { kind: 'unlocked' };
    },

    /** The setting for the time has changed, or a link waits. */
    tell: () => onChange(state()),

    /** Sign-out: nothing is left to protect, the pass phrase goes with it. */
    async reset(): Promise<void> {
      await passPhrase.remove();
      hasPassPhrase = false;
      wrong = 0;
      become(false);
    },
  };
}
