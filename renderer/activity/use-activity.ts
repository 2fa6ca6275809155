import { useEffect, useState } from 'react';
import type { Activity } from '../../shared/activity.ts';
import { useBridge } from '../bridge.ts';

/** What was done, as it grows; null until main has said so. */
export function useActivity(): Activity | null {
  const bridge = useBridge();
  const [activity, setActivity] = useState<Activity | null>(null);
  useEffect(() => {
    let live = true;
    const ask = () =>
      void bridge.getActivity().then(
        (answer) => {
          if (live) setActivity(answer);
        },
        () => undefined,
      );
    ask();
    const stop = bridge.on('activityChanged', ask);
    return () => {
      live = false;
      stop();
    };
  }, [bridge]);
  return activity;
}
