/** Chance that is the same for the same seed. */
export type Random = {
  /** At least 0, less than 1. */
  readonly next: () => number;
  /** A whole number from 0, less than `end`. */
  readonly below: (end: number) => number;
  readonly chance: (probability: number) => boolean;
  readonly pick: <T>(list: readonly [T, ...T[]]) => T;
  /** One of several, each as often as its weight says; null where there is none. */
  readonly weighted: <T>(list: readonly (readonly [weight: number, value: T])[]) => T | null;
};

/** The generator "mulberry32". */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** @param part a stream of its own for each part of a run: one that drew more often leaves the others as they are. */
export function createRandom(seed: number, part = 0): Random {
  const next = mulberry32(Math.imul(seed, 0x9e3779b1) + Math.imul(part, 0x85ebca6b));
  const below = (end: number) => Math.floor(next() * end);
  return {
    next,
    below,
    chance: (probability) => next() < probability,
    pick: (list) => list[below(list.length)] ?? list[0],
    weighted: (list) => {
      let left = next() * list.reduce((sum, [weight]) => sum + weight, 0);
      for (const [weight, value] of list) {
        left -= weight;
        if (left < 0) return value;
      }
      return list.at(-1)?.[1] ?? null;
    },
  };
}
