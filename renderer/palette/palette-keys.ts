import { createContext, use, useEffect, useEffectEvent } from 'react';
import { createStore, type StoreApi } from 'zustand';
import type { ListedRow } from '../keys/listed-row.ts';

/** What the open project has to go to; the palette outlives it, as it is there in every screen. */
export type PaletteKeys = {
  readonly open: 'demo' | 'project' | 'nothing';
  readonly rows: readonly ListedRow[];
  readonly onKey: (item: ListedRow) => void;
};

const NO_KEYS: PaletteKeys = { open: 'nothing', rows: [], onKey: () => undefined };

export const createPaletteKeys = (): StoreApi<PaletteKeys> => createStore<PaletteKeys>(() => NO_KEYS);

export const PaletteKeysContext = createContext<StoreApi<PaletteKeys>>(createPaletteKeys());

/** Offers the keys of a project in the palette, for as long as they are on screen. */
export function usePaletteKeys({ open, rows, onKey }: PaletteKeys): void {
  const store = use(PaletteKeysContext);
  const go = useEffectEvent(onKey);
  useEffect(() => store.setState({ open, rows, onKey: (item) => go(item) }), [store, open, rows]);
  useEffect(() => () => store.setState(NO_KEYS), [store]);
}
