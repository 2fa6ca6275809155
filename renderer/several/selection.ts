/** The rows that are selected. They may be more than are shown: a search hides rows, it does not let go of them. */
export type Selection = {
  readonly ids: ReadonlySet<string>;
  /** While a range grows or shrinks: where it begins, and what was selected before it. */
  readonly range: { readonly anchor: string; readonly before: ReadonlySet<string> } | null;
};

export type SelectAction =
  | { readonly kind: 'toggle'; readonly id: string }
  /** From the row that had the focus to this one. */
  | { readonly kind: 'range'; readonly from: string; readonly to: string }
  /** Every row that is shown. */
  | { readonly kind: 'all' }
  /** The focus has gone to another row: the next range begins there. */
  | { readonly kind: 'moved' }
  | { readonly kind: 'clear' };

export const NOTHING_SELECTED: Selection = { ids: new Set(), range: null };

function withId(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const changed = new Set(ids);
  if (!changed.delete(id)) changed.add(id);
  return changed;
}

function between(shown: readonly string[], from: string, to: string): readonly string[] {
  const [one, other] = [shown.indexOf(from), shown.indexOf(to)];
  if (other < 0) return [];
  const first = one < 0 ? other : Math.min(one, other);
  return shown.slice(first, Math.max(one, other) + 1);
}

/**
 * The selection after an action.
 * @param shown the ids of the rows that are shown, in their order.
 */
export function select(selection: Selection, action: SelectAction, shown: readonly string[]): Selection {
  const { ids, range } = selection;
  switch (action.kind) {
    case 'toggle':
      return { ids: withId(ids, action.id), range: null };
    case 'range': {
      const { anchor, before } = range ?? { anchor: action.from, before: ids };
      return {
        ids: new Set([...before, ...between(shown, anchor, action.to)]),
        range: { anchor, before },
      };
    }
    case 'all':
      return { ids: new Set([...ids, ...shown]), range: null };
    case 'moved':
      return range ? { ids, range: null } : selection;
    case 'clear':
      return NOTHING_SELECTED;
  }
}
