import { createContext, useContext } from 'react';

/** The one dialog that asks for the proxy's login. */
export type ProxyLogin = {
  /** Whether a login was given before: asked again, it was not taken. */
  readonly given: boolean;
  /** Whether the dialog is open: what lies behind it does not listen to Escape. */
  readonly asking: boolean;
  /** Opens the dialog; `onGiven` runs once main holds the login. */
  readonly ask: (onGiven: () => void) => void;
};

export const ProxyLoginContext = createContext<ProxyLogin | null>(null);

/** Null outside the window's tree: then there is no button for it. */
export function useProxyLogin(): ProxyLogin | null {
  return useContext(ProxyLoginContext);
}
