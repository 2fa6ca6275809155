import { useEffect, useState } from 'react';
import type { Changes } from '../../shared/key-history.ts';
import { useBridge } from '../bridge.ts';

/** What changed in the list. Asks anew for each list that came, and for each key that went. */
export function useChanges(list: unknown, loadedAt: number | null): Changes | null {
  const bridge = useBridge();
  const [changes, setChanges] = useState<Changes | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list is what there is to ask about.
  useEffect(() => {
    let live = true;
    bridge.getChanges().then(
      (answer) => {
        if (live) setChanges(answer);
      },
      () => undefined,
    );
    return () => {
      live = false;
    };
  }, [bridge, list, loadedAt]);
  return changes;
}
