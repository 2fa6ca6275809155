import type { Place } from '../../shared/place.ts';

/** Keeps, in memory alone, where a person was in the list of a connection. */
export type PlaceKeeper = {
  keep(connectionId: string, place: Place): void;
  /** Null where nothing was kept of this connection. */
  placeOf(connectionId: string): Place | null;
  forget(): void;
};

export function createPlaceKeeper(): PlaceKeeper {
  let kept: { readonly connectionId: string; readonly place: Place } | null = null;
  return {
    keep(connectionId, place) {
      kept = { connectionId, place };
    },
    placeOf: (connectionId) => (kept?.connectionId === connectionId ? kept.place : null),
    forget() {
      kept = null;
    },
  };
}
