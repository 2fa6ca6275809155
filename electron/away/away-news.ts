import { type Deletion, isRunning, tallyOf } from '../../shared/deletion.ts';
import { t } from '../../shared/language/words.ts';

/** What the system is asked to show. Numbers only: whoever passes by may read it. */
export type SystemNote = { readonly title: string; readonly body: string };

export type AwayNewsParts = {
  /** Whether nobody has the window before them. */
  readonly isAway: () => boolean;
  /** Whether the person wants to be told. */
  readonly isWanted: () => boolean;
  readonly isLocked: () => boolean;
  /** The ids of the keys that are due now, of the connection that is open. */
  readonly dueKeys: () => Promise<readonly string[]>;
  readonly show: (note: SystemNote) => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** What is due changes by the day: more often it is not looked for. */
const LOOK_EVERY = 3_600_000;

function deletionNote(deletion: Deletion): SystemNote {
  const { deleted, gone, failed, waiting } = tallyOf(deletion);
  const done = t('system.keysDeleted', { count: deleted + gone });
  const left = failed + waiting;
  const body = left > 0 ? `${done} ${t('system.keysLeft', { count: left })}` : done;
  return { title: t('system.deletionEnded'), body };
}

const lockedNote = (title: string): SystemNote => ({ title, body: t('system.unlockToSee') });

/**
 * Tells by the system what came about while the window was away: several keys have been deleted, or a key is due.
 * Never a name, nor anything of a key; of a locked window not even how many.
 */
export function createAwayNews(parts: AwayNewsParts) {
  const { isAway, isWanted, isLocked, dueKeys, show, clock = Date.now } = parts;
  let wasRunning = false;
  let known: ReadonlySet<string> = new Set();
  let lookedAt = clock();

  const mayTell = (): boolean => isWanted() && isAway();

  return {
    /** A deletion of several has gone on, or ended. */
    deletion(deletion: Deletion | null): void {
      const hasEnded = wasRunning && deletion !== null && !isRunning(deletion);
      wasRunning = deletion !== null && isRunning(deletion);
      if (!hasEnded || !mayTell()) return;
      show(isLocked() ? lockedNote(t('system.deletionEnded')) : deletionNote(deletion));
    },

    /** The window is left: what is due now could be seen in it. */
    async left(): Promise<void> {
      lookedAt = clock();
      if (isWanted()) known = new Set(await dueKeys());
    },

    /** Called now and then: looks whether something has come due since the window was left. */
    async look(): Promise<void> {
      if (!mayTell() || clock() - lookedAt < LOOK_EVERY) return;
      lookedAt = clock();
      const now = await dueKeys();
      const count = now.filter((id) => !known.has(id)).length;
      known = new Set(now);
      if (count === 0 || !mayTell()) return;
      const title = t('system.due');
      show(isLocked() ? lockedNote(title) : { title, body: t('system.keysDue', { count }) });
    },
  };
}
