import { createContext, type ReactNode, use, useEffect, useEffectEvent } from 'react';
import { createStore, type StoreApi } from 'zustand';
import type { KeyRow } from '../../shared/api-key.ts';
import type { ListedRow } from '../keys/listed-row.ts';
import type { PaletteScope } from './palette-items.ts';

/** What the open project has to go to; the palette outlives it, as it is there in every screen. */
export type PaletteKeys = {
  readonly open: PaletteScope;
  readonly rows: readonly ListedRow[];
  readonly onKey: (item: ListedRow) => void;
  /** What is told beside a key, where the keys are of several projects. */
  readonly beside?: ((row: KeyRow) => ReactNode) | undefined;
};

const NO_KEYS: PaletteKeys = { open: 'nothing', rows: [], onKey: () => undefined, beside: undefined };

export const createPaletteKeys = (): StoreApi<PaletteKeys> => createStore<PaletteKeys>(() => NO_KEYS);

export const PaletteKeysContext = createContext<StoreApi<PaletteKeys>>(createPaletteKeys());

/** Offers the keys of a project in the palette, for as long as they are on screen. */
export function usePaletteKeys({ open, rows, onKey, beside }: PaletteKeys): void {
  const store = use(PaletteKeysContext);
  const go = useEffectEvent(onKey);
  useEffect(
    () => store.setState({ open, rows, onKey: (item) => go(item), beside }),
    [store, open, rows, beside],
  );
  useEffect(() => () => store.setState(NO_KEYS), [store]);
}
