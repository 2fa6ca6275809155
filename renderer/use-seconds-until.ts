import { useEffect, useState } from 'react';

/**
 * Whole seconds until a moment, by the clock: a sleeping computer counts too. Ticks only while the window is seen.
 * @param time milliseconds since the epoch; null for no wait.
 */
export function useSecondsUntil(time: number | null): number {
  const [now, setNow] = useState(() => Date.now());
  // Another moment: the time of the last tick may be long ago.
  const [awaited, setAwaited] = useState(time);
  if (awaited !== time) {
    setAwaited(time);
    setNow(Date.now());
  }
  const running = time !== null && time > now;

  useEffect(() => {
    if (time === null) return;
    const look = () => setNow(Date.now());
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [time]);

  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') setNow(Date.now());
    }, 1000);
    return () => clearInterval(timer);
  }, [running]);

  return time === null ? 0 : Math.max(0, Math.ceil((time - now) / 1000));
}
