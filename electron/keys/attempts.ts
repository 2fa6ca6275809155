import { randomUUID } from 'node:crypto';
import type { Attempt, AttemptKept, CreateDetails, DeleteDetails } from '../../shared/attempt.ts';
import {
  asCreated,
  asUncertain,
  type Entry,
  foundEntry,
  isAbout,
  isKeptOnDisk,
  storedEntry,
  withKept,
} from './attempt-entry.ts';
import type { AttemptSeal } from './attempt-seal.ts';
import type { AttemptStore } from './attempt-store.ts';

/** What a call is about to do. */
export type Begun =
  | { readonly kind: 'create'; readonly details: CreateDetails }
  | { readonly kind: 'delete'; readonly details: DeleteDetails };

export type AttemptsParts = {
  readonly store: AttemptStore;
  readonly seal: AttemptSeal;
  /** The fingerprint of the connection that is signed in; null where nobody is. */
  readonly connection: () => string | null;
  readonly onChange: (attempts: readonly Attempt[]) => void;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

export type Attempts = ReturnType<typeof createAttempts>;

/** The attempts of every connection: in memory, and in a file so that a crash leaves word of them. */
export function createAttempts({ store, seal, connection, onChange, clock = Date.now }: AttemptsParts) {
  let entries: readonly Entry[] = [];
  /** Not to be told yet: the call is on its way, or the new key is shown. */
  const underWay = new Set<string>();
  let opening: Promise<void> | null = null;
  let revealing: Promise<void> | null = null;
  let isOnDisk = false;
  /** Changes of the file, one after another. Nothing in it waits for the keyring. */
  let queue: Promise<void> = Promise.resolve();
  let writing = 0;

  const told = (): readonly Attempt[] => {
    const signedIn = connection();
    return entries
      .filter((entry) => entry.connection === signedIn && !underWay.has(entry.attempt.id))
      .map(({ attempt }) => attempt);
  };
  const tell = () => onChange(told());

  function change(id: string, to: (entry: Entry) => Entry): void {
    entries = entries.map((entry) => (entry.attempt.id === id ? to(entry) : entry));
  }

  /** Reads what earlier runs have left, once. */
  function open(): Promise<void> {
    opening ??= store
      .read()
      .catch(() => [])
      .then((stored) => {
        isOnDisk = stored.length > 0;
        entries = [...stored.map(foundEntry), ...entries];
      });
    return opening;
  }

  /** Has the keyring open what was found. It may ask its person first: only who wants to be told waits for it. */
  function reveal(): Promise<void> {
    revealing ??= open().then(async () => {
      await Promise.all(entries.map(revealOne));
    });
    return revealing;
  }

  async function revealOne({ attempt, sealed }: Entry): Promise<void> {
    if (sealed === null || attempt.details !== null) return;
    const revealed = await seal.open(attempt, sealed);
    change(attempt.id, (now) => withKept({ ...now, attempt: revealed }, now.attempt.kept));
  }

  function mark(keptOf: (entry: Entry) => AttemptKept): void {
    const isSame = entries.every((entry) => entry.attempt.kept === keptOf(entry));
    if (isSame) return;
    entries = entries.map((entry) => withKept(entry, keptOf(entry)));
    tell();
  }

  /** A disk that refuses leaves the attempts in memory: the page is told how much outlives the program. */
  async function write(): Promise<void> {
    await open();
    const kept = entries.filter(isKeptOnDisk);
    if (kept.length === 0 && !isOnDisk) return;
    try {
      await store.write(kept.map(storedEntry));
      isOnDisk = kept.length > 0;
      mark((entry) => (!isKeptOnDisk(entry) ? 'nothing' : entry.sealed === null ? 'time-only' : 'whole'));
    } catch {
      mark(() => 'nothing');
    }
  }

  function save(): Promise<void> {
    writing += 1;
    queue = queue.then(write).finally(() => {
      writing -= 1;
    });
    return queue;
  }

  /** Encrypts what the attempt is about, and writes it down. */
  async function sealAndSave(id: string): Promise<void> {
    const entry = entries.find(({ attempt }) => attempt.id === id);
    const details = entry?.attempt.details;
    if (details && isKeptOnDisk(entry)) {
      const sealed = await seal.seal(id, details);
      change(id, (now) => (now.attempt.details === details ? { ...now, sealed } : now));
    }
    await save();
  }

  function clearWhere(isDone: (attempt: Attempt) => boolean): void {
    const left = entries.filter(({ attempt }) => !isDone(attempt));
    if (left.length === entries.length) return;
    entries = left;
    tell();
    void save();
  }

  /** Forgets, on the disk first; where nothing is left, the file goes, whatever its version. */
  async function forgetWhere(isGone: (entry: Entry) => boolean): Promise<void> {
    const removal = queue.then(open).then(async () => {
      const left = entries.filter((entry) => !isGone(entry));
      const kept = left.filter(isKeptOnDisk);
      if (kept.length === 0) await store.remove();
      else if (left.length < entries.length) await store.write(kept.map(storedEntry));
      entries = entries.filter((entry) => !isGone(entry));
      isOnDisk = kept.length > 0;
    });
    queue = removal.catch(() => undefined);
    await removal;
    tell();
  }

  return {
    /** The attempts of the signed-in connection whose outcome is open. */
    async list(): Promise<readonly Attempt[]> {
      await reveal();
      return told();
    },

    /** The keyring may open now what it did not at first: what could not be read is tried once more. */
    async readAgain(): Promise<void> {
      revealing = null;
      await reveal();
      tell();
    },

    /** To be called before the call is sent, which waits for `written`. It is told once its outcome is open. */
    begin(begun: Begun): { readonly id: string; readonly written: Promise<void> } {
      const id = randomUUID();
      const attempt: Attempt = { id, at: clock(), kept: 'nothing', stage: 'sent', ...begun };
      entries = [...entries, { connection: connection() ?? '', attempt, sealed: null }];
      underWay.add(id);
      return { id, written: sealAndSave(id) };
    },

    /** There was no clear answer. An earlier attempt to delete the same key is the same matter. */
    uncertain(id: string): void {
      const begun = entries.find(({ attempt }) => attempt.id === id)?.attempt;
      if (!begun) return;
      const isEarlier = (other: Attempt) =>
        other.kind === 'delete' && other.id !== id && isAbout(other, begun.details?.keyId ?? '');
      if (begun.kind === 'delete') entries = entries.filter(({ attempt }) => !isEarlier(attempt));
      change(id, asUncertain);
      underWay.delete(id);
      tell();
      void save();
    },

    /**
     * The key was made. While its secret is shown there is nothing to tell, unless the program ends.
     * @param isShown whether its secret came.
     */
    created(id: string, keyId: string, isShown: boolean): void {
      change(id, (entry) => asCreated(entry, keyId));
      if (!isShown) underWay.delete(id);
      tell();
      void sealAndSave(id);
    },

    /** The outcome is known. */
    clear: (id: string): void => clearWhere((attempt) => attempt.id === id),

    /** A key is gone, and with it every question about it. */
    clearAbout: (keyId: string): void => clearWhere((attempt) => isAbout(attempt, keyId)),

    /** The secret that was shown is stored, or given up on the person's own word. */
    stored: (): void => clearWhere(({ id, stage }) => stage === 'created' && underWay.has(id)),

    /** The person has been told and wants to hear no more of it. */
    dismiss(id: string): void {
      if (told().some((attempt) => attempt.id === id)) clearWhere((attempt) => attempt.id === id);
    },

    /** Leaving the demo, or resetting it. */
    forgetDemo(): void {
      entries = entries.filter(isKeptOnDisk);
      tell();
    },

    /** Sign-out of one connection. @throws the file system's error, where the file cannot be changed. */
    forgetOf: (fingerprint: string): Promise<void> =>
      forgetWhere(({ connection: owner }) => owner === fingerprint),

    /** Sign-out of all. @throws the file system's error, where the file cannot be deleted. */
    forgetAll: (): Promise<void> => forgetWhere(() => true),

    /** What is still to be written; null where nothing is. */
    unwritten: (): Promise<void> | null => (writing > 0 ? queue : null),
  };
}
