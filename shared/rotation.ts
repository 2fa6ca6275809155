import type { KeyFacts, LocalFacts } from './local-facts.ts';

/** A key that is being replaced: the old one is deleted once every place has the new one. */
export type Rotation = {
  /** The key that is replaced: one rotation a key. */
  readonly oldKey: RotatedKey;
  /** Null once the new one was deleted and another one is to be made. */
  readonly newKey: RotatedKey | null;
  readonly begunAt: number;
  /** When somebody said that the new key's secret is stored; null until then. Milliseconds since the epoch. */
  readonly storedAt: number | null;
};

/** What tells a key also where the list does not. */
export type RotatedKey = {
  readonly id: string;
  readonly name: string;
  readonly lastFour: string;
};

/** The rotation that a key takes part in, as the old or as the new one. */
export function rotationOf(rotations: readonly Rotation[], keyId: string): Rotation | null {
  return rotations.find(({ oldKey, newKey }) => oldKey.id === keyId || newKey?.id === keyId) ?? null;
}

function changeRotations(facts: LocalFacts, change: (rotation: Rotation) => Rotation | null): LocalFacts {
  const rotations = facts.rotations.map(change).filter((rotation) => rotation !== null);
  const isSame =
    rotations.length === facts.rotations.length && rotations.every((each, i) => each === facts.rotations[i]);
  return isSame ? facts : { ...facts, rotations };
}

/** The new key goes where the old one was: what is known of the one holds for the other. */
function inherited({ note, owner, environment, rotateEveryDays, usedAt }: KeyFacts) {
  return {
    note,
    owner,
    environment,
    rotateEveryDays,
    usedAt: usedAt.map(({ place }) => ({ place, moved: false })),
  };
}

/**
 * The new key of a rotation was made. Told twice of the same, it changes nothing.
 * @param known what is known of the old key.
 */
export function withReplacement(
  facts: LocalFacts,
  {
    oldKey,
    newKey,
    at,
    known,
  }: {
    readonly oldKey: RotatedKey;
    readonly newKey: RotatedKey;
    readonly at: number;
    readonly known: KeyFacts;
  },
): LocalFacts {
  const before = facts.rotations.find((each) => each.oldKey.id === oldKey.id);
  if (before?.newKey?.id === newKey.id) return facts;
  const others = facts.rotations.filter((each) => each !== before);
  const rotation: Rotation = { oldKey, newKey, begunAt: before?.begunAt ?? at, storedAt: null };
  const keys = { ...facts.keys };
  const about = keys[newKey.id];
  if (about) keys[newKey.id] = { ...about, ...inherited(known), changedAt: known.changedAt };
  return { ...facts, keys, rotations: [...others, rotation] };
}

/** Somebody has said that the secret of this key is stored. */
export function withStored(facts: LocalFacts, keyId: string, at: number): LocalFacts {
  return changeRotations(facts, (rotation) =>
    rotation.newKey?.id === keyId && rotation.storedAt === null ? { ...rotation, storedAt: at } : rotation,
  );
}

/** A key was deleted: the old one ends its rotation; without the new one another is to be made. */
export function withDeleted(facts: LocalFacts, keyId: string): LocalFacts {
  return changeRotations(facts, (rotation) => {
    if (rotation.oldKey.id === keyId) return null;
    return rotation.newKey?.id === keyId ? { ...rotation, newKey: null, storedAt: null } : rotation;
  });
}

/** The person does not want to go on with it, or it is over. */
export function withoutRotation(facts: LocalFacts, oldId: string): LocalFacts {
  return changeRotations(facts, (rotation) => (rotation.oldKey.id === oldId ? null : rotation));
}

/** How far a rotation has come. */
export type RotationStep =
  /** The new key was deleted: another one is to be made. */
  | 'create'
  /** The new key is there, and nobody has said that its secret is stored. */
  | 'store'
  /** What uses the old key is moved, for as long as it takes. */
  | 'wait'
  /** The old key is not in the list any more. */
  | 'over';

/**
 * How far it has come, by what is known here and what a list says that was read since it began.
 * @param listed the ids of a whole list; null where there is none: then what is known here counts.
 */
export function rotationStep(
  { oldKey, newKey, storedAt }: Rotation,
  listed: ReadonlySet<string> | null,
): RotationStep {
  if (listed && !listed.has(oldKey.id)) return 'over';
  if (newKey === null || (listed && !listed.has(newKey.id))) return 'create';
  return storedAt === null ? 'store' : 'wait';
}
