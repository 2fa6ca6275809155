import { type Density, ROW_HEIGHTS } from './row-heights.ts';
import { useSettings } from './settings-context.tsx';

/** How high a row is: for whoever reckons which of them are in sight. */
export function useRowHeight(row: keyof (typeof ROW_HEIGHTS)[Density]): number {
  return ROW_HEIGHTS[useSettings().values.density][row];
}
