import { createContext } from 'react';
import type { RowMark } from './row-marks.ts';

type Marks = {
  readonly byKey: ReadonlyMap<string, RowMark>;
  readonly ownLastFour: string | null;
};

/** What rows are marked with; around the table. */
export const MarksContext = createContext<Marks>({ byKey: new Map(), ownLastFour: null });
