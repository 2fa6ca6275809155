import { createContext, useContext } from 'react';

/** What is to be done with a key of a connection once one has arrived there. */
export type Errand = {
  readonly kind: 'details' | 'duplicate' | 'replace' | 'delete';
  readonly keyId: string;
};

/** An errand on its way, and where it leads. It is done in no other connection. */
export type ErrandUnderWay = { readonly connectionId: string; readonly errand: Errand };

export type Errands = {
  readonly underWay: ErrandUnderWay | null;
  /** It has been done, or cannot be. */
  readonly end: () => void;
};

export const ErrandsContext = createContext<Errands>({ underWay: null, end: () => undefined });

export function useErrands(): Errands {
  return useContext(ErrandsContext);
}
