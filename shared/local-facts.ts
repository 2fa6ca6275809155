import { NAMED_ENVIRONMENTS } from './environments.ts';
import type { MemoryReason } from './kept.ts';
import { t } from './language/words.ts';
import type { Rotation } from './rotation.ts';

/** What this computer knows of a project's keys and the key API does not tell. It is never sent anywhere. */
export type LocalFacts = {
  /** By key id; a key without an entry has {@link NO_KEY_FACTS}. */
  readonly keys: Readonly<Record<string, KeyFacts>>;
  /** Keys that are being replaced. */
  readonly rotations: readonly Rotation[];
  /** "Not for this key": rules of the review that a person has answered. */
  readonly dismissed: readonly Dismissal[];
};

export type KeyFacts = KeyNotes & {
  /** Whether this computer made the key. */
  readonly createdHere: boolean;
  /** The expiry that was sent when this computer made the key, in milliseconds since the epoch. */
  readonly expiresAt: number | null;
  /** When a person last changed something of it here: milliseconds since the epoch; 0 where nobody has. */
  readonly changedAt: number;
};

/** What a person writes of a key; a text that is empty says nothing. */
export type KeyNotes = {
  readonly note: string;
  readonly owner: string;
  /** One of {@link NAMED_ENVIRONMENTS} or a name of one's own. */
  readonly environment: string;
  readonly usedAt: readonly UsedAt[];
  readonly rotateEveryDays: number | null;
};

/** A place where the key is used. */
export type UsedAt = {
  readonly place: string;
  /** While the key is being replaced: that place has the new one. */
  readonly moved: boolean;
};

/** "Not for this key": a rule of the review that does not speak of this key any more. */
export type Dismissal = {
  readonly keyId: string;
  /** The id of the rule. */
  readonly rule: string;
  readonly note: string;
  readonly at: number;
};

/** The environment as it is shown: "Production", or the name of one's own as it was typed. */
export function environmentLabel(environment: string): string {
  const known = NAMED_ENVIRONMENTS.find((each) => each === environment);
  return known ? t(`facts.${known}`) : environment;
}

/** What was typed for an environment: the known ones are known in any case, and by the word that is shown for them. */
function tidyEnvironment(typed: string): string {
  const name = typed.trim();
  const word = name.toLowerCase();
  return (
    NAMED_ENVIRONMENTS.find((each) => [each, environmentLabel(each).toLowerCase()].includes(word)) ?? name
  );
}

/** Bounds of what is kept. */
export const FACT_LENGTHS = { note: 4_000, owner: 200, environment: 60, place: 200, rule: 100 } as const;
export const MOST_PLACES = 50;
export const ROTATE_DAYS = { least: 1, most: 3_650 } as const;

export const NO_FACTS: LocalFacts = { keys: {}, rotations: [], dismissed: [] };

export const NO_NOTES: KeyNotes = {
  note: '',
  owner: '',
  environment: '',
  usedAt: [],
  rotateEveryDays: null,
};

export const NO_KEY_FACTS: KeyFacts = { ...NO_NOTES, createdHere: false, expiresAt: null, changedAt: 0 };

export function keyFactsOf({ keys }: LocalFacts, keyId: string): KeyFacts {
  return Object.hasOwn(keys, keyId) ? (keys[keyId] ?? NO_KEY_FACTS) : NO_KEY_FACTS;
}

/** The facts with some of a key's changed. */
export function withKeyFacts(facts: LocalFacts, keyId: string, change: Partial<KeyFacts>): LocalFacts {
  return { ...facts, keys: { ...facts.keys, [keyId]: { ...keyFactsOf(facts, keyId), ...change } } };
}

/** What a person has written, without the blanks around it, without a place twice. */
export function tidyNotes(notes: KeyNotes): KeyNotes {
  const places = new Map<string, UsedAt>();
  for (const { place, moved } of notes.usedAt) {
    const name = place.trim();
    if (name !== '' && !places.has(name)) places.set(name, { place: name, moved });
  }
  return {
    note: notes.note.trim(),
    owner: notes.owner.trim(),
    environment: tidyEnvironment(notes.environment),
    usedAt: [...places.values()],
    rotateEveryDays: notes.rotateEveryDays,
  };
}

export function dismissalOf({ dismissed }: LocalFacts, keyId: string, rule: string): Dismissal | null {
  return dismissed.find((each) => each.keyId === keyId && each.rule === rule) ?? null;
}

/** The facts with a rule dismissed for a key; an earlier note of the same gives way. */
export function withDismissal(facts: LocalFacts, dismissal: Dismissal): LocalFacts {
  const { dismissed } = withoutDismissal(facts, dismissal.keyId, dismissal.rule);
  return { ...facts, dismissed: [...dismissed, dismissal] };
}

/** The rule speaks of this key again. */
export function withoutDismissal(facts: LocalFacts, keyId: string, rule: string): LocalFacts {
  return {
    ...facts,
    dismissed: facts.dismissed.filter((each) => each.keyId !== keyId || each.rule !== rule),
  };
}

/** What the page is told. */
export type LocalFactsState = {
  readonly facts: LocalFacts;
  readonly kept: FactsKept;
};

/** Where the facts are kept; where they are not, the window says why. */
export type FactsKept =
  /** Nobody is signed in, or nothing has been read yet. */
  | { readonly kind: 'unknown' }
  /** Encrypted on this computer. */
  | { readonly kind: 'kept' }
  /** Until the program closes. */
  | { readonly kind: 'memory'; readonly reason: MemoryReason };
