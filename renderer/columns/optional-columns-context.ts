import { createContext } from 'react';
import { type LocalFacts, NO_FACTS } from '../../shared/local-facts.ts';
import type { OptionalColumn } from '../../shared/optional-columns.ts';

type OptionalColumns = {
  /** The columns that are shown, in their order. */
  readonly columns: readonly OptionalColumn[];
  readonly facts: LocalFacts;
  /** The person who is signed in; null for an API key. */
  readonly userId: string | null;
};

/** The columns that the table shows where they were chosen, and what they tell; around the table. */
export const OptionalColumnsContext = createContext<OptionalColumns>({
  columns: [],
  facts: NO_FACTS,
  userId: null,
});
