import { createContext, type ReactNode, useContext } from 'react';
import type { KeyRow } from '../../shared/api-key.ts';

/** What is told of each row beside its name, where the rows are of several projects. */
export type RowColumn = {
  readonly label: string;
  readonly cell: (row: KeyRow) => ReactNode;
  /** The same beside a name, where there is little room. */
  readonly short: (row: KeyRow) => ReactNode;
};

export const RowColumnContext = createContext<RowColumn | null>(null);

/** One column more for every view of rows; null where there is none. */
export function useRowColumn(): RowColumn | null {
  return useContext(RowColumnContext);
}
