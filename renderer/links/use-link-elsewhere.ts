import { useEffect, useEffectEvent, useState } from 'react';
import type { LinkState } from '../../shared/link.ts';
import { useConnectionDesk } from '../connections/connection-desk.ts';
import { later } from '../later.ts';
import { isDialogOpen } from '../shortcuts.ts';

/** So long the way to another connection may take before it is told that the link is not there yet. */
const USUAL_SWITCH = 1_500;

/**
 * Leads a link to the connection that it names, at once where nothing is open that could be lost; else the person says
 * when. There, main hands it on as it does any other link.
 */
export function useLinkElsewhere(link: LinkState) {
  const { connections, open } = useConnectionDesk();
  const [isOnItsWay, setOnItsWay] = useState(false);
  const id = link.kind === 'elsewhere' ? (link.connection?.id ?? null) : null;
  const connection = connections.find((one) => one.id === id) ?? null;
  const isKnown = connection !== null;

  const go = useEffectEvent(() => {
    if (!connection || isDialogOpen()) return;
    setOnItsWay(true);
    open(connection);
  });
  useEffect(() => {
    if (!isKnown || link.kind !== 'elsewhere') return;
    go();
    const late = later(() => setOnItsWay(false), USUAL_SWITCH);
    return () => {
      late();
      setOnItsWay(false);
    };
  }, [link, isKnown]);

  return { isOnItsWay, onOpen: connection ? () => open(connection) : null };
}
