import { useState } from 'react';
import { useSecondsUntil } from './use-seconds-until.ts';

const begin = (seconds: number | null) => ({ seconds, end: seconds ? Date.now() + seconds * 1000 : null });

/**
 * Whole seconds left of a wait.
 * @param seconds the length of the wait; null or 0 for none.
 */
export function useCountdown(seconds: number | null): number {
  const [wait, setWait] = useState(() => begin(seconds));
  if (wait.seconds !== seconds) setWait(begin(seconds));
  return useSecondsUntil(wait.end);
}
