import type { ListedRow } from '../keys/listed-row.ts';

/** Shorter than any key: then it is not the whole of one. */
const SHORTEST_KEY = 12;

export type WhoseKey =
  | { readonly kind: 'not-whole' }
  /** Its last four letters: nothing else of it is remembered. */
  | { readonly kind: 'sought'; readonly lastFour: string };

/** What of a whole key is looked for: a list tells no more than the last four letters. */
export function whoseKey(pasted: string): WhoseKey {
  const whole = pasted.trim();
  if (whole.length < SHORTEST_KEY || /\s/.test(whole)) return { kind: 'not-whole' };
  return { kind: 'sought', lastFour: whole.slice(-4) };
}

/** The keys that it may be. */
export function endingIn(lastFour: string, rows: readonly ListedRow[]): readonly ListedRow[] {
  return rows.filter(({ row }) => row.lastFour === lastFour);
}
