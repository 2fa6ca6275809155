import { createContext, useContext } from 'react';
import { type ConnectionLook, USUAL_LOOK } from '../../shared/connections.ts';

/** How the connection looks whose keys are on screen. */
export const OpenLookContext = createContext<ConnectionLook>(USUAL_LOOK);

export function useOpenLook(): ConnectionLook {
  return useContext(OpenLookContext);
}
