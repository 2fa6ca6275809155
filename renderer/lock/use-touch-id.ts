import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useBridge } from '../bridge.ts';

type TouchIdUnlocking = {
  readonly busy: boolean;
  /** Touch ID was asked for by the person and did not unlock. */
  readonly failed: boolean;
  readonly ask: () => void;
};

/**
 * Unlocking with Touch ID. It prompts by itself once: when somebody comes to the window. Whoever locks it and walks
 * away shall not leave a prompt behind.
 * @param atOnce whether the window was locked when it opened: then somebody has just come.
 */
export function useTouchId(available: boolean, atOnce: boolean): TouchIdUnlocking {
  const bridge = useBridge();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const prompted = useRef(false);

  const prompt = async (tells: boolean) => {
    if (busy) return;
    prompted.current = true;
    setBusy(true);
    setFailed(false);
    const outcome = await bridge.unlockByTouchId().catch(() => null);
    setBusy(false);
    setFailed(tells && outcome?.kind !== 'unlocked');
  };

  const come = useEffectEvent(() => {
    if (!prompted.current) void prompt(false);
  });

  useEffect(() => {
    if (!available) return;
    if (atOnce && document.hasFocus()) come();
    window.addEventListener('focus', come);
    return () => window.removeEventListener('focus', come);
  }, [available, atOnce]);

  return { busy, failed, ask: () => void prompt(true) };
}
