import { useEffect, useState } from 'react';
import type { ClipboardState } from '../../shared/security-state.ts';
import { useBridge } from '../bridge.ts';

/** What main knows of the clipboard after a key was copied. */
export function useClipboard(): ClipboardState {
  const bridge = useBridge();
  const [state, setState] = useState<ClipboardState>({ kind: 'clean' });

  useEffect(() => {
    // The answer to the first question is worth nothing once a newer state has been told.
    let settled = false;
    const tell = (next: ClipboardState) => {
      settled = true;
      setState(next);
    };
    const stop = bridge.on('clipboardChanged', tell);
    bridge.getClipboard().then(
      (first) => {
        if (!settled && first.kind !== 'clean') tell(first);
      },
      () => undefined,
    );
    return () => {
      settled = true;
      stop();
    };
  }, [bridge]);

  return state;
}
