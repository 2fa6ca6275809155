import { createContext, useContext } from 'react';
import type { Bridge } from '../shared/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload; read here and nowhere else. */
    readonly keydesk: Bridge;
  }
}

export const BridgeContext = createContext<Bridge | null>(null);

/** The calls to the main process. Tests provide a bridge of their own through {@link BridgeContext}. */
export function useBridge(): Bridge {
  const bridge = useContext(BridgeContext);
  if (!bridge) throw new Error('No bridge: the component stands outside BridgeContext');
  return bridge;
}

/** The bridge of the preload. */
export function preloadBridge(): Bridge {
  return window.keydesk;
}
