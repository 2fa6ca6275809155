import { useMemo } from 'react';
import type { LocalFacts } from '../../shared/local-facts.ts';
import { OPTIONAL_COLUMNS, type OptionalColumn } from '../../shared/optional-columns.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { quietly } from '../settled.ts';

/** The columns that the person has chosen, and what they tell. */
export function useOptionalColumns(facts: LocalFacts, userId: string | null) {
  const { values, change } = useSettings();
  const chosen = values.columns;

  return useMemo(() => {
    const columns = OPTIONAL_COLUMNS.filter((column) => chosen.includes(column));
    return {
      columns,
      facts,
      userId,
      choose(column: OptionalColumn, isShown: boolean): void {
        const others = columns.filter((each) => each !== column);
        quietly(change({ columns: isShown ? [...others, column] : others }));
      },
    };
  }, [change, chosen, facts, userId]);
}
