import { useEffect, useState } from 'react';
import type { Attempt } from '../../shared/attempt.ts';
import { useBridge } from '../bridge.ts';

const NONE: readonly Attempt[] = [];

/** The creates and deletes of which nobody knows what came, as main tells of them. */
export function useAttempts(): readonly Attempt[] {
  const bridge = useBridge();
  const [attempts, setAttempts] = useState(NONE);

  useEffect(() => {
    // The answer to the first question is worth nothing once a newer state has been told.
    let settled = false;
    const tell = (next: readonly Attempt[]) => {
      settled = true;
      setAttempts(next);
    };
    const stop = bridge.on('attemptsChanged', tell);
    bridge.getAttempts().then(
      (first) => {
        if (!settled && first.length > 0) tell(first);
      },
      () => undefined,
    );
    return () => {
      settled = true;
      stop();
    };
  }, [bridge]);

  return attempts;
}
