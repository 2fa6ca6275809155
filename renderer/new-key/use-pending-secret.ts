import { useEffect, useEffectEvent, useState } from 'react';
import type { PendingSecret } from '../../shared/api-key.ts';
import { useBridge } from '../bridge.ts';

/**
 * The key that waits to be stored, and what sets it. It may also come to a page that did not ask for it: one that was
 * locked or reloaded while the key was made.
 * @param onArrived told of one that comes later, before it is shown.
 */
export function usePendingSecret(onArrived: () => void = () => undefined) {
  const bridge = useBridge();
  const [pending, setPending] = useState<PendingSecret | null>(null);
  const arrived = useEffectEvent((secret: PendingSecret) => {
    onArrived();
    setPending(secret);
  });
  useEffect(() => {
    bridge.getPendingSecret().then(
      (first) => first && setPending(first),
      () => undefined,
    );
    return bridge.on('secretArrived', (secret) => arrived(secret));
  }, [bridge]);
  return [pending, setPending] as const;
}
