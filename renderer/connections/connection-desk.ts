import { createContext, useContext } from 'react';
import type { KnownConnection } from '../../shared/connections.ts';
import type { Errand } from './errand.ts';

/** What can be done with connections, from wherever they are shown. */
export type ConnectionDesk = {
  readonly connections: readonly KnownConnection[];
  /** The connection that the window is about; null where it is about none of the list. */
  readonly openId: string | null;
  /** Opens it, or asks for its token first. */
  readonly open: (connection: KnownConnection) => void;
  /** The same by its id, and does something there once its list is there; false where there is no such connection. */
  readonly openIn: (connectionId: string, then: Errand) => boolean;
  readonly openDemo: () => void;
  /** The window shows the keys of all connections. */
  readonly isAll: boolean;
  readonly openAll: () => void;
  /** Asks for another token of a connection. */
  readonly enterToken: (connection: KnownConnection) => void;
  readonly add: () => void;
  /** The list of them, with all that can be changed. */
  readonly manage: () => void;
};

/** Where there is no list: nothing can be done with it. */
export const NO_DESK: ConnectionDesk = {
  connections: [],
  openId: null,
  open: () => undefined,
  openIn: () => false,
  openDemo: () => undefined,
  isAll: false,
  openAll: () => undefined,
  enterToken: () => undefined,
  add: () => undefined,
  manage: () => undefined,
};

export const ConnectionDeskContext = createContext<ConnectionDesk>(NO_DESK);

export function useConnectionDesk(): ConnectionDesk {
  return useContext(ConnectionDeskContext);
}
