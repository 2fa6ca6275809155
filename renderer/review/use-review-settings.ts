import { useEffect, useState } from 'react';
import { DEFAULT_REVIEW, type ReviewSettings } from '../../shared/review/settings.ts';
import { useBridge } from '../bridge.ts';

/** What the person has decided of the rules, as main keeps it. */
export function useReviewSettings() {
  const bridge = useBridge();
  const [settings, setSettings] = useState(DEFAULT_REVIEW);
  const take = (answer: Promise<ReviewSettings>) => void answer.then(setSettings, () => undefined);
  useEffect(() => {
    bridge.getReviewSettings().then(setSettings, () => undefined);
  }, [bridge]);
  return {
    settings,
    change: (changed: Partial<ReviewSettings>) =>
      take(bridge.changeReviewSettings({ ...settings, ...changed })),
  };
}
