import type { KnownConnection } from '../../shared/connections.ts';
import type { Bridge } from '../../shared/contract.ts';
import { useTold } from '../use-told.ts';

export const NO_CONNECTIONS: readonly KnownConnection[] = [];

const ask = (bridge: Bridge) => bridge.getConnections();

/** The list of connections, in the order of their numbers. */
export function useConnections(): readonly KnownConnection[] {
  return useTold('connectionsChanged', ask, NO_CONNECTIONS);
}
