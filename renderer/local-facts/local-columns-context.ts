import { createContext } from 'react';
import type { LocalColumn } from '../../shared/local-columns.ts';
import { type LocalFacts, NO_FACTS } from '../../shared/local-facts.ts';

type LocalColumns = {
  /** The columns that are shown, in their order. */
  readonly columns: readonly LocalColumn[];
  readonly facts: LocalFacts;
};

/** What the columns of the table tell beyond the key API; around the table. */
export const LocalColumnsContext = createContext<LocalColumns>({ columns: [], facts: NO_FACTS });
