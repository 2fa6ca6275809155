import { createContext, useContext } from 'react';
import type { CreateKeyForm } from '../../shared/place.ts';

/** What is to be done in a connection once one has arrived there. */
export type Errand =
  /** About one key. */
  | { readonly kind: 'details' | 'duplicate' | 'replace' | 'delete'; readonly keyId: string }
  /** The form of a new key; filled in beforehand, or as it was left. */
  | { readonly kind: 'create'; readonly form: CreateKeyForm | null };

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
