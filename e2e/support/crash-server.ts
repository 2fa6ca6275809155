import type { Fault } from './fault.ts';
import type { FaultServer } from './fault-server.ts';
import type { Random } from './random.ts';

/** Every list that the server has told whole, by its number: the ids in it. */
export type ToldLists = ReadonlyMap<number, ReadonlySet<string>>;

/** How long a create takes, at most: a kill shall find one under way. */
const LONGEST_CREATE_MS = 60;

type Page = { readonly data: readonly { readonly id: string }[]; readonly has_more: boolean };

/** The name of a key in one of the lists. */
export const NAME_IN_LIST = /^List_(\d+)_of_/;

/** No list is like another: each key's name says which one it is from. The lists are told on one page. */
export function tellListsApart(
  faults: FaultServer,
  random: Random,
): { readonly lists: ToldLists; readonly telling: Fault } {
  const lists = new Map<number, ReadonlySet<string>>();
  const telling: Fault = {
    kind: 'alter',
    change: (json) => {
      const page = json as Page;
      const number = lists.size + 1;
      lists.set(number, new Set(page.data.map(({ id }) => id)));
      if (page.has_more) throw new Error('The list does not fit on a page');
      return { ...page, data: page.data.map((key) => ({ ...key, name: `List_${number}_of_${key.id}` })) };
    },
  };
  faults.rule({ call: 'list', fault: telling });
  faults.rule({
    call: 'create',
    fault: () => ({ kind: 'delay', milliseconds: random.below(LONGEST_CREATE_MS) }),
  });
  return { lists, telling };
}
