import { type Dismissal, type KeyFacts, keyFactsOf, type LocalFacts, type UsedAt } from './local-facts.ts';

/** Of a place that both name, what the later one says counts. */
function mergePlaces(later: readonly UsedAt[], earlier: readonly UsedAt[]): readonly UsedAt[] {
  const named = new Set(later.map(({ place }) => place));
  return [...later, ...earlier.filter(({ place }) => !named.has(place))];
}

function mergeKey(here: KeyFacts, other: KeyFacts): KeyFacts {
  const [later, earlier] = other.changedAt > here.changedAt ? [other, here] : [here, other];
  return {
    note: later.note || earlier.note,
    owner: later.owner || earlier.owner,
    environment: later.environment || earlier.environment,
    usedAt: mergePlaces(later.usedAt, earlier.usedAt),
    rotateEveryDays: later.rotateEveryDays ?? earlier.rotateEveryDays,
    expiresAt: here.expiresAt ?? other.expiresAt,
    createdHere: here.createdHere || other.createdHere,
    changedAt: later.changedAt,
  };
}

function mergeDismissed(here: readonly Dismissal[], other: readonly Dismissal[]): readonly Dismissal[] {
  const byRule = new Map<string, Dismissal>();
  for (const each of [...here, ...other]) {
    const id = `${each.keyId} ${each.rule}`;
    if ((byRule.get(id)?.at ?? Number.NEGATIVE_INFINITY) < each.at) byRule.set(id, each);
  }
  return [...byRule.values()];
}

/** Both together: what one of them leaves open the other fills in; where they differ, the later one counts. */
export function mergeFacts(here: LocalFacts, other: LocalFacts): LocalFacts {
  const ids = Object.keys(other.keys);
  const merged = ids.map((id) => [id, mergeKey(keyFactsOf(here, id), keyFactsOf(other, id))] as const);
  const rotated = new Set(here.rotations.map(({ oldKey }) => oldKey.id));
  return {
    keys: { ...here.keys, ...Object.fromEntries(merged) },
    rotations: [...here.rotations, ...other.rotations.filter(({ oldKey }) => !rotated.has(oldKey.id))],
    dismissed: mergeDismissed(here.dismissed, other.dismissed),
  };
}

/** Whether both say the same, in whatever order. */
function isSame(one: KeyFacts, other: KeyFacts): boolean {
  const fields = Object.keys(one) as readonly (keyof KeyFacts)[];
  return fields.every((field) => JSON.stringify(one[field]) === JSON.stringify(other[field]));
}

/** What a merge has done to the keys. */
export type MergeCount = { readonly added: number; readonly changed: number; readonly unchanged: number };

export function countMerge(before: LocalFacts, after: LocalFacts, ids: readonly string[]): MergeCount {
  const count = { added: 0, changed: 0, unchanged: 0 };
  for (const id of ids) {
    if (!Object.hasOwn(before.keys, id)) count.added += 1;
    else if (isSame(keyFactsOf(before, id), keyFactsOf(after, id))) count.unchanged += 1;
    else count.changed += 1;
  }
  return count;
}
