import { useMemo, useState } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import { NOTHING_SELECTED, type SelectAction, select } from './selection.ts';

/** What is selected, as the rest of the view needs it. */
export type Selected = {
  readonly ids: ReadonlySet<string>;
  /** The rows, those that are shown first; what is not in the list any more is not among them. */
  readonly rows: readonly KeyRow[];
  /** So many of them are not shown. */
  readonly hidden: number;
  readonly onSelect: (action: SelectAction) => void;
};

/**
 * @param all every row of the list.
 * @param shown those that the search leaves, in their order.
 */
export function useSelection(all: readonly ListedRow[], shown: readonly ListedRow[]): Selected {
  const [{ ids }, setSelection] = useState(NOTHING_SELECTED);
  const found = useMemo(() => {
    const isSelected = ({ id }: ListedRow) => ids.has(id);
    const inSight = ids.size === 0 ? [] : shown.filter(isSelected);
    const seen = new Set(inSight.map(({ id }) => id));
    const hidden = seen.size === ids.size ? [] : all.filter((item) => isSelected(item) && !seen.has(item.id));
    return { rows: [...inSight, ...hidden].map(({ row }) => row), hidden: hidden.length };
  }, [ids, all, shown]);
  const onSelect = (action: SelectAction) => {
    setSelection((selection) =>
      select(
        selection,
        action,
        shown.map(({ id }) => id),
      ),
    );
  };
  return { ids, ...found, onSelect };
}
