import { useEffect, useState } from 'react';
import type { Bridge, EventName, Events } from '../shared/contract.ts';
import { useBridge } from './bridge.ts';

/**
 * Something that main tells of, as it changes.
 * @param event the event that tells of a change.
 * @param ask asks for what holds now; the same function each time.
 * @param untold what holds until main has said anything; it stays where main does not answer.
 */
export function useTold<E extends EventName>(
  event: E,
  ask: (bridge: Bridge) => Promise<Events[E]>,
  untold: Events[E],
): Events[E] {
  const bridge = useBridge();
  const [told, setTold] = useState<Events[E]>(untold);

  useEffect(() => {
    // The answer to the first question is worth nothing once a newer one has been told.
    let settled = false;
    const tell = (next: Events[E]) => {
      settled = true;
      setTold(next);
    };
    const stop = bridge.on(event, tell);
    ask(bridge).then(
      (first) => {
        if (!settled) tell(first);
      },
      () => undefined,
    );
    return () => {
      settled = true;
      stop();
    };
  }, [bridge, event, ask]);

  return told;
}
