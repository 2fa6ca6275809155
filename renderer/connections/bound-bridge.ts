import type { Bridge } from '../../shared/contract.ts';

/**
 * The bridge of one connection. What is asked of the list, and what changes something, says whose it is: main does
 * nothing where the window has gone on to another connection meanwhile.
 */
export function boundBridge(bridge: Bridge, connectionId: string): Bridge {
  return {
    ...bridge,
    loadKeys: (input) => bridge.loadKeys({ ...input, connectionId }),
    createKey: (input) => bridge.createKey({ ...input, connectionId }),
    deleteKey: (input) => bridge.deleteKey({ ...input, connectionId }),
    deleteKeys: (input) => bridge.deleteKeys({ ...input, connectionId }),
    keepPlace: (input) => bridge.keepPlace({ ...input, connectionId }),
  };
}
