import { useMemo } from 'react';
import type { ReviewSettings } from '../../shared/review/settings.ts';
import { useSettings } from '../settings/settings-context.tsx';
import { quietly } from '../settled.ts';

/** What the person has decided of the rules. */
export function useReviewSettings() {
  const { values, change } = useSettings();
  const { oldDays, mostWrites } = values;
  const settings = useMemo<ReviewSettings>(() => ({ oldDays, mostWrites }), [oldDays, mostWrites]);
  return { settings, change: (changed: Partial<ReviewSettings>) => quietly(change(changed)) };
}
