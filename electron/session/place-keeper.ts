import type { Place } from '../../shared/place.ts';

/** Keeps, in memory alone, where a person was in the list of a connection. */
export type PlaceKeeper = {
  keep(connectionId: string, place: Place): void;
  /** Null where nothing was kept of this connection. */
  placeOf(connectionId: string): Place | null;
  /** What was open over the list has come to its end. */
  close(): void;
  forget(): void;
};

export function createPlaceKeeper(): PlaceKeeper {
  let kept: { readonly connectionId: string; readonly place: Place } | null = null;
  return {
    keep(connectionId, place) {
      kept = { connectionId, place };
    },
    placeOf: (connectionId) => (kept?.connectionId === connectionId ? kept.place : null),
    close() {
      if (kept) kept = { ...kept, place: { ...kept.place, open: { kind: 'nothing' } } };
    },
    forget() {
      kept = null;
    },
  };
}
