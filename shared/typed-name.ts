import type { KeyRow } from './api-key.ts';

/** Longer than this nobody types. */
const LONGEST = 60;

/** What can be seen and typed: no control, no direction mark, no space at the ends or twice in a row. */
function canBeTyped(name: string): boolean {
  return (
    name !== '' && name.length <= LONGEST && !/[\p{C}\u115F\u1160\u2800\u3164\uFFA0]|^\s|\s$|\s\s/u.test(name)
  );
}

/** What is typed to say that this key is meant: its name, or what stands for it where a name cannot be typed. */
export type NameToType = { readonly what: 'name' | 'last four characters' | 'key id'; readonly text: string };

export function nameToType({ name, lastFour, id }: Pick<KeyRow, 'name' | 'lastFour' | 'id'>): NameToType {
  if (name !== null && canBeTyped(name)) return { what: 'name', text: name };
  if (lastFour !== null && canBeTyped(lastFour)) return { what: 'last four characters', text: lastFour };
  return { what: 'key id', text: id ?? '' };
}
