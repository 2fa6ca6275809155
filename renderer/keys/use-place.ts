import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type KeyRow, rowId } from '../../shared/api-key.ts';
import type { OpenPlace } from '../../shared/place.ts';
import type { ViewId } from '../../shared/views.ts';
import { useBridge } from '../bridge.ts';
import type { CreateKeyStore } from '../create-key/create-key-state.ts';
import { quietly } from '../settled.ts';
import type { KeysState } from './keys-state.ts';
import { USUAL_SORT } from './visible-rows.ts';

/** What is open over the list; one thing at a time. */
export type Open =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'create' }
  | { readonly kind: 'details'; readonly row: KeyRow }
  | { readonly kind: 'delete'; readonly row: KeyRow }
  | { readonly kind: 'replace'; readonly row: KeyRow };

export const NOTHING: Open = { kind: 'nothing' };

const NOT_OPEN: OpenPlace = { kind: 'nothing' };

/** The row that a place is about, once the list has it; null while it has not. */
function rowOf(place: OpenPlace, { list }: KeysState): KeyRow | null {
  if (!('keyId' in place)) return null;
  return list.rows.find(({ id }) => id === place.keyId)?.row ?? null;
}

/**
 * Where the person is: in which view, what is looked for, in which order, and what is open. Main is told of every change, so that a
 * page that crashed or was locked comes back to it.
 */
export function usePlace(state: KeysState, createStore: CreateKeyStore) {
  const bridge = useBridge();
  const [view, setView] = useState<ViewId>('keys');
  const [query, setQuery] = useState('');
  const [sort, setSort] = useState(USUAL_SORT);
  const [open, setOpen] = useState<Open>(NOTHING);
  /** What was open before; its row may still be to come. Undefined until main has said what it kept. */
  const [wanted, setWanted] = useState<OpenPlace>();
  const form = useStore(createStore, (store) => store.form);

  useEffect(() => {
    bridge.getPlace().then(
      (place) => {
        if (place) {
          setView(place.view);
          setQuery(place.query);
          setSort(place.sort);
          if (place.open.kind === 'create') createStore.getState().edit(place.open.form);
        }
        setWanted(place?.open ?? NOT_OPEN);
      },
      () => setWanted(NOT_OPEN),
    );
  }, [bridge, createStore]);

  const kind = wanted?.kind ?? 'nothing';
  const row = wanted ? rowOf(wanted, state) : null;
  // Whoever has opened something in the meantime is somewhere else.
  const isOver = open.kind !== 'nothing' || state.load.kind === 'ready';
  useEffect(() => {
    if (kind === 'create') setOpen({ kind });
    else if (kind !== 'nothing' && row) setOpen({ kind, row });
    else if (kind !== 'nothing' && !isOver) return;
    if (kind !== 'nothing') setWanted(NOT_OPEN);
  }, [kind, row, isOver]);

  const isRestored = wanted?.kind === 'nothing';
  useEffect(() => {
    if (!isRestored) return;
    const opened: OpenPlace =
      open.kind === 'create'
        ? { kind: 'create', form }
        : open.kind === 'nothing'
          ? open
          : { kind: open.kind, keyId: rowId(open.row) };
    quietly(bridge.keepPlace({ view, query, sort, open: opened }));
  }, [bridge, isRestored, view, query, sort, open, form]);

  return { view, setView, query, setQuery, sort, setSort, open, setOpen };
}
