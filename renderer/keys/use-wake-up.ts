import { useEffect } from 'react';
import type { KeysStore } from './keys-state.ts';

/** Loads the list again where the window or the network comes back, and what is shown may be old. */
export function useWakeUp({ refreshIfStale, networkIsBack }: KeysStore): void {
  useEffect(() => {
    window.addEventListener('focus', refreshIfStale);
    window.addEventListener('online', networkIsBack);
    return () => {
      window.removeEventListener('focus', refreshIfStale);
      window.removeEventListener('online', networkIsBack);
    };
  }, [refreshIfStale, networkIsBack]);
}
