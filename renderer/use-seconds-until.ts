import { useEffect, useState } from 'react';

type Wait = {
  readonly time: number | null;
  /** Milliseconds. */
  readonly left: number;
  /** When that was so. */
  readonly at: number;
};

function begin(time: number | null): Wait {
  const at = Date.now();
  return { time, left: time === null ? 0 : Math.max(0, time - at), at };
}

/** A clock that is set back makes no wait longer. */
function goOn({ time, left, at }: Wait): Wait {
  const now = Date.now();
  return { time, left: Math.max(0, left - Math.max(0, now - at)), at: now };
}

/**
 * Whole seconds until a moment, by the clock: a sleeping computer counts too. Ticks only while the window is seen.
 * @param time milliseconds since the epoch; null for no wait.
 */
export function useSecondsUntil(time: number | null): number {
  const [wait, setWait] = useState(() => begin(time));
  if (wait.time !== time) setWait(begin(time));
  const running = wait.left > 0;

  useEffect(() => {
    if (time === null) return;
    const look = () => setWait(goOn);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [time]);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setWait(goOn);
    }, 1000);
    return () => clearInterval(timer);
  }, [running]);

  return Math.ceil(wait.left / 1000);
}
