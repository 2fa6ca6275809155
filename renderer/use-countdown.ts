import { useEffect, useState } from 'react';

/**
 * Whole seconds left of a wait, counted down by the clock (not by ticks: a sleeping computer counts too).
 * @param seconds the length of the wait; null or 0 for none.
 */
export function useCountdown(seconds: number | null): number {
  const [end, setEnd] = useState(() => Date.now() + (seconds ?? 0) * 1000);
  const [now, setNow] = useState(() => Date.now());

  useEffect(() => {
    const start = Date.now();
    setEnd(start + (seconds ?? 0) * 1000);
    setNow(start);
  }, [seconds]);

  const left = Math.max(0, Math.ceil((end - now) / 1000));
  const running = left > 0;
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [running]);

  return left;
}
