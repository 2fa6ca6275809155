import { createContext, useContext } from 'react';
import { useProxyLogin } from '../proxy-login/proxy-login-context.ts';

/** Whether a question stands in front of the dialogs of the list. */
export const CoveredContext = createContext(false);

/** Whether something stands in front of a dialog: Escape is not for it then. */
export function useIsCovered(): boolean {
  const proxy = useProxyLogin();
  return useContext(CoveredContext) || (proxy?.asking ?? false);
}
