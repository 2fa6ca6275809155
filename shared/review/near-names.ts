import { eachInSteps, runSteps, type Steps } from './steps.ts';

/**
 * Finds names that are easily taken for one another: the same but for case, accents, signs and what cannot be seen; or
 * with one letter more, less or another. Numbers count: `Export_2` and `Export_3` are two on purpose.
 *
 * No name is compared with all others. Two names with one letter more or less are the same once that letter is left out
 * of the longer one; two with another letter are once it is left out of both, at the same place. So the hashes of what
 * is left of each name are compared, by looking them up and by putting them into an order.
 */

/** A shorter name differs from many others by a letter. */
const LEAST_LENGTH = 6;
/** Longer ones differ by more than a letter, or are no names. */
const MOST_LENGTH = 80;

const PLAIN = /^[ -~]*$/;

/** A name as the eye takes it: letters and digits alone. */
function bare(name: string): string {
  const text = name.slice(0, MOST_LENGTH * 4);
  // Most names are plain: what the others need costs ten times as much.
  if (PLAIN.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]/g, '')
      .slice(0, MOST_LENGTH);
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, MOST_LENGTH);
}

const isDigit = (code: number) => code >= 48 && code <= 57;

const BASE = 0x01000193;

/** Each letter weighs by its place. */
function hashOf(text: string): number {
  let hash = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at += 1) {
    hash = (hash + Math.imul(text.charCodeAt(at), weight)) | 0;
    weight = Math.imul(weight, BASE);
  }
  return hash;
}

/** The hashes of a text without each of its letters in turn; those behind it move one place to the front. */
function hashesWithout(text: string, take: (hash: number, at: number) => void): void {
  let before = 0;
  let after = hashOf(text.slice(1));
  let weight = 1;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (!isDigit(code)) take((before + after) | 0, at);
    before = (before + Math.imul(code, weight)) | 0;
    if (at + 1 < text.length) after = (after - Math.imul(text.charCodeAt(at + 1), weight)) | 0;
    weight = Math.imul(weight, BASE);
  }
}

/** Whether two texts differ by one letter at most. */
export function isNear(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < LEAST_LENGTH) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const differs = [long.charCodeAt(at), ...(short.length === long.length ? [short.charCodeAt(at)] : [])];
  if (differs.some(isDigit)) return false;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

/** As many names as an entry of the order has room for. */
const MOST_NAMES = 2 ** 20;

/** The hash of a text without the letter at this place, told apart from those without another one. */
const placed = (hash: number, at: number) => (hash + Math.imul(at + 1, 0x9e3779b1)) >>> 0;

/** A set of hashes that may say yes too often, never too seldom, at a fraction of a real one's price. */
function createHashes() {
  const bits = new Uint32Array(2 ** 19);
  const wordOf = (hash: number) => (hash >>> 5) & (2 ** 19 - 1);
  const bitOf = (hash: number) => 1 << (hash & 31);
  const has = (hash: number) => ((bits[wordOf(hash)] ?? 0) & bitOf(hash)) !== 0;
  const add = (hash: number) => {
    bits[wordOf(hash)] = (bits[wordOf(hash)] ?? 0) | bitOf(hash);
  };
  return { has, add };
}

/** The rests whose hashes begin with the same bits are ordered together: each lot a moment's work. */
const LOTS = 256;

/** The names by all that is left without one letter, each as hash and index in one number, in lots to be ordered. */
function* restsInLots(names: readonly string[]): Steps<readonly (readonly number[])[]> {
  const seen = createHashes();
  const twice = createHashes();
  const eachRest = (take: (hash: number, index: number) => void) =>
    eachInSteps(names, (name, index) => hashesWithout(name, (hash, at) => take(placed(hash, at), index)));
  yield* eachRest((hash) => {
    if (seen.has(hash)) twice.add(hash);
    else seen.add(hash);
  });
  const lots = Array.from({ length: LOTS }, (): number[] => []);
  yield* eachRest((hash, index) => {
    if (twice.has(hash)) lots[hash >>> 24]?.push(hash * MOST_NAMES + index);
  });
  return lots;
}

/**
 * For each name the index of one that is nearly the same; -1 where there is none.
 * @param areNear compares two names; it is asked of the few that may be near.
 */
export function nearNames(names: readonly string[], areNear = isNear): Int32Array {
  return runSteps(nearNamesInSteps(names, areNear));
}

/** The same, a little at a time: of a hundred thousand names it takes more than a second. */
export function* nearNamesInSteps(names: readonly string[], areNear = isNear): Steps<Int32Array> {
  const near = new Int32Array(names.length).fill(-1);
  const bareNames: string[] = [];
  yield* eachInSteps(names.slice(0, MOST_NAMES), (name) => bareNames.push(bare(name)));
  const pair = (a: number, b: number) => {
    if (a === b || !areNear(bareNames[a] ?? '', bareNames[b] ?? '')) return;
    if (near[a] === -1) near[a] = b;
    if (near[b] === -1) near[b] = a;
  };

  const byHash = new Map<number, number>();
  const wholes = createHashes();
  yield* eachInSteps(bareNames, (name, index) => {
    if (name === '') return;
    const hash = hashOf(name);
    wholes.add(hash);
    const first = byHash.get(hash);
    if (first === undefined) byHash.set(hash, index);
    else pair(first, index);
  });
  const long = bareNames.map((name) => (name.length < LEAST_LENGTH ? '' : name));
  yield* eachInSteps(long, (name, index) => {
    hashesWithout(name, (hash) => {
      const shorter = wholes.has(hash) ? byHash.get(hash) : undefined;
      if (shorter !== undefined) pair(shorter, index);
    });
  });
  for (const lot of yield* restsInLots(long)) {
    const rests = Float64Array.from(lot).sort();
    for (let at = 1; at < rests.length; at += 1) {
      const [before, entry] = [rests[at - 1] ?? 0, rests[at] ?? 0];
      const isSame = Math.floor(before / MOST_NAMES) === Math.floor(entry / MOST_NAMES);
      if (isSame) pair(before % MOST_NAMES, entry % MOST_NAMES);
    }
    yield null;
  }
  return near;
}
