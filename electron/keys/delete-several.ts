import type { KeyRow } from '../../shared/api-key.ts';
import type { AppError, Result } from '../../shared/app-error.ts';
import {
  type Deletion,
  type DeletionPhase,
  type DeletionStep,
  goneIds,
  isRunning,
  type KeyOutcome,
  type KeyToDelete,
  type LeftKeys,
  withStep,
} from '../../shared/deletion.ts';

type Removed = Result<{ readonly alreadyGone: boolean }>;

export type DeleteSeveralParts = {
  /** Deletes one key, as any single one is deleted; the list is told at the end of all. */
  readonly remove: (id: string) => Promise<Removed>;
  /** Takes the keys that are gone out of the list that main holds. */
  readonly forget: (connectionId: string, ids: readonly string[]) => void;
  /** The connection that is signed in; null where nobody is. */
  readonly connectionId: () => string | null;
  /** What main knows of the keys. */
  readonly rowsOf: (ids: ReadonlySet<string>) => readonly KeyRow[];
  readonly onChange: (deletion: Deletion | null) => void;
  readonly onStep: (step: DeletionStep) => void;
};

/** So many keys in a row for which the server could not be asked, and the rest is left alone. */
const MOST_IN_VAIN = 3;

function outcomeOf(result: Removed): KeyOutcome {
  if (!result.ok) return { kind: 'failed', error: result.error };
  return { kind: result.value.alreadyGone ? 'gone' : 'deleted' };
}

/** Whether no other key can fare better: the token is dead, the role refused, nobody signed in. */
function endsAll({ kind }: AppError): boolean {
  return kind === 'unauthorized' || kind === 'forbidden' || kind === 'no-session';
}

/** Whether the failure says something about the one key alone; else the next may fail for the same reason. */
function isAboutTheKey({ kind }: AppError): boolean {
  return kind === 'rejected' || kind === 'not-found' || kind === 'outcome-unknown';
}

function keysToDelete(
  ids: ReadonlySet<string>,
  rowsOf: DeleteSeveralParts['rowsOf'],
): readonly KeyToDelete[] {
  const rows = new Map(rowsOf(ids).map((row) => [row.id, row]));
  return [...ids].map((id) => {
    const { name = null, lastFour = null } = rows.get(id) ?? {};
    return { id, name, lastFour, outcome: { kind: 'waiting' } };
  });
}

/**
 * Deletes several keys one after another. A failure does not stop the rest, unless to go on would be in vain. What
 * became of each is held until the person has read it: also while the page is away.
 */
export function createDeleteSeveral(parts: DeleteSeveralParts) {
  const { remove, forget, connectionId, rowsOf, onChange, onStep } = parts;
  let deletion: Deletion | null = null;
  /** Whose keys they are. */
  let owner: string | null = null;

  /** Nobody is told of the keys of another connection: it is there again when that one is. */
  const shown = (): Deletion | null => (owner === connectionId() ? deletion : null);

  function become(next: Deletion | null): void {
    deletion = next;
    onChange(shown());
  }

  function enter(phase: DeletionPhase): void {
    if (deletion) become({ ...deletion, phase });
  }

  function step(id: string, outcome: KeyOutcome): void {
    if (!deletion) return;
    deletion = withStep(deletion, { id, outcome });
    if (shown()) onStep({ id, outcome });
  }

  /** Tries the keys in turn; answers why it ended. */
  async function tryEach(ids: readonly string[], isStill: () => boolean): Promise<DeletionPhase> {
    let inVain = 0;
    for (const id of ids) {
      if (deletion?.phase.kind === 'stopping') return { kind: 'stopped' };
      if (connectionId() !== owner) return { kind: 'ended-early', error: { kind: 'no-session' } };
      step(id, { kind: 'deleting' });
      const result = await remove(id);
      if (!isStill()) return { kind: 'stopped' };
      step(id, outcomeOf(result));
      const error = result.ok ? null : result.error;
      inVain = error && !isAboutTheKey(error) ? inVain + 1 : 0;
      if (error && (endsAll(error) || inVain === MOST_IN_VAIN)) return { kind: 'ended-early', error };
    }
    return { kind: 'done' };
  }

  let run = 0;

  async function go(ids: readonly string[]): Promise<void> {
    run += 1;
    const mine = run;
    const isStill = () => run === mine;
    const phase = await tryEach(ids, isStill);
    if (!isStill() || !deletion) return;
    if (owner) forget(owner, goneIds(deletion));
    enter(phase);
  }

  return {
    /** The deletion that runs, or has ended and was not read yet. */
    current: shown,

    isRunning: (): boolean => deletion !== null && isRunning(deletion),

    /** Begins; while one runs, nothing is begun. Answers whether it was. */
    begin(ids: readonly string[]): boolean {
      const connection = connectionId();
      if (!connection || (deletion && isRunning(deletion))) return false;
      owner = connection;
      const keys = keysToDelete(new Set(ids), rowsOf);
      become({ keys, phase: { kind: 'running' } });
      void go(keys.map(({ id }) => id));
      return true;
    },

    /** Tries what is left of one that has ended; what became of the others stays. */
    goOn(which: LeftKeys): void {
      if (!deletion || isRunning(deletion)) return;
      const left = deletion.keys.filter(({ outcome }) => outcome.kind === which).map(({ id }) => id);
      const again = new Set(left);
      const keys = deletion.keys.map(
        (key): KeyToDelete => (again.has(key.id) ? { ...key, outcome: { kind: 'waiting' } } : key),
      );
      become({ keys, phase: { kind: 'running' } });
      void go(left);
    },

    /** No further key is begun. */
    stop(): void {
      if (deletion?.phase.kind === 'running') enter({ kind: 'stopping' });
    },

    /** The person has read what became of it. */
    dismiss(): void {
      if (deletion && !isRunning(deletion)) become(null);
    },

    /** Sign-out: what runs begins no further key, and is not told any more. */
    abandon(): void {
      run += 1;
      owner = null;
      if (deletion) become(null);
    },
  };
}
