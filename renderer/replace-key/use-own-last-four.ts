import { useEffect, useState } from 'react';
import type { Connection } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';

/** The last four of the key that the connection may sign in with; null where its token is no key. */
export function useOwnLastFour(connection: Connection): string | null {
  const bridge = useBridge();
  const [lastFour, setLastFour] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another connection object may be another token.
  useEffect(() => {
    let isOver = false;
    bridge.getOwnLastFour().then(
      (own) => {
        if (!isOver) setLastFour(own);
      },
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [bridge, connection]);
  return lastFour;
}
