import type { NewKey } from '../../shared/api-key.ts';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { Attempt } from '../../shared/attempt.ts';
import {
  type FactsKept,
  type KeyNotes,
  keyFactsOf,
  type LocalFacts,
  type LocalFactsState,
  NO_FACTS,
  tidyNotes,
  withDismissal,
  withKeyFacts,
  withoutDismissal,
} from '../../shared/local-facts.ts';
import { mergeFacts } from '../../shared/merge-facts.ts';
import type { Notice } from '../../shared/notice.ts';
import {
  type RotatedKey,
  withDeleted,
  withoutRotation,
  withReplacement,
  withStored,
} from '../../shared/rotation.ts';
import { createWatchedQueue } from '../key-api/queue.ts';
import { DEMO_FINGERPRINT as DEMO } from '../session/connection.ts';
import type { FactsFiles } from './facts-file.ts';

export type LocalFactsParts = {
  readonly files: FactsFiles;
  /** The fingerprint of the connection that is signed in; null where nobody is. */
  readonly connection: () => string | null;
  readonly onChange: (state: LocalFactsState) => void;
  readonly raise: (notice: Notice) => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

export type LocalFactsKeeper = ReturnType<typeof createLocalFacts>;

/** `isRead`: what lies on the disk is part of it; else the disk is left as it is. */
type Held = { readonly facts: LocalFacts; readonly kept: FactsKept; readonly isRead: boolean };

const KEPT: FactsKept = { kind: 'kept' };
const DEMO_HELD: Held = { facts: NO_FACTS, kept: { kind: 'memory', reason: 'demo' }, isRead: true };
const UNKNOWN: LocalFactsState = { facts: NO_FACTS, kept: { kind: 'unknown' } };

/** What was decided of a key, beside what it may do. */
type Begun = Pick<NewKey, 'expiresAt' | 'replaces'>;

function withCreated(facts: LocalFacts, newKey: RotatedKey, begun: Begun, at: number): LocalFacts {
  const { expiresAt = null, replaces: oldKey = null } = begun;
  const known = withKeyFacts(facts, newKey.id, { createdHere: true, expiresAt });
  return oldKey ? withReplacement(known, { oldKey, newKey, at, known: keyFactsOf(facts, oldKey.id) }) : known;
}

/** The facts of every connection: in memory, and on the disk where a keyring protects them. */
export function createLocalFacts(parts: LocalFactsParts) {
  const { files, connection, onChange, raise, clock = Date.now } = parts;
  const held = new Map<string, Held>();
  /** One thing at a time: no change is lost to another one, and none outlives a removal. */
  const { inTurn, underWay } = createWatchedQueue();

  async function read(id: string): Promise<Held> {
    const found = await files.read(id);
    switch (found.kind) {
      case 'found':
        if (found.restored) raise({ kind: 'facts-damaged', restored: true });
        return { facts: found.value, kept: KEPT, isRead: true };
      case 'lost':
        raise({ kind: 'facts-damaged', restored: false });
        return { facts: NO_FACTS, kept: KEPT, isRead: true };
      case 'none': {
        const kept: FactsKept = (await files.isProtected()) ? KEPT : { kind: 'memory', reason: 'no-keyring' };
        return { facts: NO_FACTS, kept, isRead: true };
      }
      case 'closed':
        return { facts: NO_FACTS, kept: { kind: 'memory', reason: found.reason }, isRead: false };
    }
  }

  /** What is known; where the disk was closed before, it is asked again. */
  async function open(id: string): Promise<Held> {
    const before = held.get(id) ?? (id === DEMO ? DEMO_HELD : null);
    if (before?.isRead) return before;
    const found = await read(id);
    const now = before ? { ...found, facts: mergeFacts(found.facts, before.facts) } : found;
    held.set(id, now);
    return now;
  }

  async function save(id: string, facts: LocalFacts, { kept, isRead }: Held): Promise<Held> {
    if (id === DEMO || !isRead) return { facts, kept, isRead };
    const saved = await files.save(id, facts);
    return {
      facts,
      kept: saved.kind === 'saved' ? KEPT : { kind: 'memory', reason: saved.reason },
      isRead,
    };
  }

  function tell(id: string, { facts, kept }: Held): LocalFactsState {
    const state = { facts, kept };
    if (connection() === id) onChange(state);
    return state;
  }

  async function changeOf(id: string, change: (facts: LocalFacts) => LocalFacts): Promise<LocalFactsState> {
    const before = await open(id);
    const facts = change(before.facts);
    if (facts === before.facts) return { facts, kept: before.kept };
    const now = await save(id, facts, before);
    held.set(id, now);
    return tell(id, now);
  }

  /** Changes the facts of a connection: of the one that is signed in as this is called, unless another is named. */
  async function change(
    to: (facts: LocalFacts) => LocalFacts,
    id = connection(),
  ): Promise<Result<LocalFactsState>> {
    if (id === null) return fail({ kind: 'no-session' });
    return ok(await inTurn(() => changeOf(id, to)));
  }

  return {
    /** What is known of the keys of the connection that is signed in. */
    async state(): Promise<LocalFactsState> {
      const id = connection();
      if (id === null) return UNKNOWN;
      const { facts, kept } = await inTurn(() => open(id));
      return { facts, kept };
    },

    /** What is known of any connection, by its fingerprint, whoever is signed in. */
    known: async (id: string): Promise<LocalFacts> => (await inTurn(() => open(id))).facts,

    change,

    setNotes: (keyId: string, notes: KeyNotes) =>
      change((facts) => withKeyFacts(facts, keyId, { ...tidyNotes(notes), changedAt: clock() })),

    /**
     * @param note null lets the rule speak of the key again.
     * @param of the fingerprint of its connection; the one that is signed in unless said otherwise.
     */
    setDismissal: (keyId: string, rule: string, note: string | null, of = connection()) =>
      change(
        (facts) =>
          note === null
            ? withoutDismissal(facts, keyId, rule)
            : withDismissal(facts, { keyId, rule, note: note.trim(), at: clock() }),
        of,
      ),

    /** A key was made from this computer. */
    created: ({ id, name, lastFour }: RotatedKey, newKey: Begun) =>
      change((facts) => withCreated(facts, { id, name, lastFour }, newKey, clock())),

    /** Of keys that were made while the program ended: what is known of them was not written down then. */
    async takeUp(attempts: readonly Attempt[]): Promise<void> {
      for (const { stage, details } of attempts) {
        if (stage !== 'created' || !details?.keyId || !('access' in details)) continue;
        const { keyId: id, name } = details;
        await change((facts) =>
          keyFactsOf(facts, id).createdHere
            ? facts
            : withCreated(facts, { id, name, lastFour: '' }, details, clock()),
        );
      }
    },

    /** Somebody has said that the secret of this key is stored. */
    stored: (keyId: string) => change((facts) => withStored(facts, keyId, clock())),

    deleted: (keyId: string) => change((facts) => withDeleted(facts, keyId)),

    endRotation: (oldId: string) => change((facts) => withoutRotation(facts, oldId)),

    /** Tries once more to keep what is in memory only. */
    async keepAgain(): Promise<void> {
      const id = connection();
      if (id === null) return;
      await inTurn(async () => {
        const before = await open(id);
        if (before.kept.kind !== 'memory') return;
        const now = await save(id, before.facts, before);
        held.set(id, now);
        tell(id, now);
      });
    },

    /** "Remove connection". @throws the file system's error, where the disk does not let go of it. */
    forget: (id: string): Promise<void> =>
      inTurn(async () => {
        if (id !== DEMO) await files.remove(id);
        held.delete(id);
      }),

    /** The demo was reset: its keys are others. */
    forgetDemo(): void {
      held.delete(DEMO);
      if (connection() === DEMO) tell(DEMO, DEMO_HELD);
    },

    /** What is still to be written; null where nothing is. */
    unwritten: underWay,
  };
}
