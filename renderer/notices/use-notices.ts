import { useEffect, useState } from 'react';
import type { Notice } from '../../shared/notice.ts';
import { useBridge } from '../bridge.ts';

/** The notices of main, as they come and go. */
export function useNotices(): readonly Notice[] {
  const bridge = useBridge();
  const [notices, setNotices] = useState<readonly Notice[]>([]);

  useEffect(() => {
    // The answer to the first question is worth nothing once a newer list has been told.
    let settled = false;
    const tell = (next: readonly Notice[]) => {
      settled = true;
      setNotices(next);
    };
    const stop = bridge.on('noticesChanged', tell);
    bridge.getNotices().then(
      (first) => {
        if (!settled) setNotices(first);
      },
      () => undefined,
    );
    return () => {
      settled = true;
      stop();
    };
  }, [bridge]);

  return notices;
}
