import { useMemo } from 'react';
import { LOCAL_COLUMNS, type LocalColumn } from '../../shared/local-columns.ts';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { quietly } from '../settled.ts';

/** The columns that the person has chosen, and what they tell. */
export function useLocalColumns(facts: LocalFacts) {
  const { values, change } = useSettings();
  const chosen = values.columns;

  return useMemo(() => {
    const columns = LOCAL_COLUMNS.filter((column) => chosen.includes(column));
    return {
      columns,
      facts,
      choose(column: LocalColumn, isShown: boolean): void {
        const others = columns.filter((each) => each !== column);
        quietly(change({ columns: isShown ? [...others, column] : others }));
      },
    };
  }, [change, chosen, facts]);
}
