import { useEffect, useMemo, useState } from 'react';
import { LOCAL_COLUMNS, type LocalColumn } from '../../shared/local-columns.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { useBridge } from '../bridge.ts';
import { quietly } from '../settled.ts';

const NONE: readonly LocalColumn[] = [];

/** The columns that the person has chosen, as main keeps them, and what they tell. */
export function useLocalColumns(facts: LocalFacts) {
  const bridge = useBridge();
  const [chosen, setChosen] = useState(NONE);

  useEffect(() => {
    bridge.getColumns().then(
      (kept) => kept.length > 0 && setChosen(kept),
      () => undefined,
    );
  }, [bridge]);

  return useMemo(() => {
    const columns = LOCAL_COLUMNS.filter((column) => chosen.includes(column));
    return {
      columns,
      facts,
      choose(column: LocalColumn, isShown: boolean): void {
        const others = columns.filter((each) => each !== column);
        const next = isShown ? [...others, column] : others;
        setChosen(next);
        quietly(bridge.setColumns({ columns: next }));
      },
    };
  }, [bridge, chosen, facts]);
}
