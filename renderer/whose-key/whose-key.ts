import type { ListedRow } from '../keys/listed-row.ts';

/** Shorter than any key: then it is not the whole of one. */
const SHORTEST_KEY = 12;

export type WhoseKey =
  | { readonly kind: 'not-whole' }
  | { readonly kind: 'found'; readonly lastFour: string; readonly rows: readonly ListedRow[] };

/**
 * The keys that a whole key may be, by its last four letters: more the list does not tell. What is answered holds
 * nothing else of it.
 */
export function whoseKey(pasted: string, rows: readonly ListedRow[]): WhoseKey {
  const whole = pasted.trim();
  if (whole.length < SHORTEST_KEY || /\s/.test(whole)) return { kind: 'not-whole' };
  const lastFour = whole.slice(-4);
  return { kind: 'found', lastFour, rows: rows.filter(({ row }) => row.lastFour === lastFour) };
}
