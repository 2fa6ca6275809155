import type { Place } from '../../shared/place.ts';

/** Keeps, in memory alone, where a person was in the list of each connection. */
export type PlaceKeeper = {
  keep(connectionId: string, place: Place): void;
  /** Null where nothing was kept of this connection. */
  placeOf(connectionId: string): Place | null;
  /** What was open over the list has come to its end. */
  close(): void;
  forget(connectionId: string): void;
};

export function createPlaceKeeper(): PlaceKeeper {
  const kept = new Map<string, Place>();
  return {
    keep(connectionId, place) {
      kept.set(connectionId, place);
    },
    placeOf: (connectionId) => kept.get(connectionId) ?? null,
    close() {
      for (const [connectionId, place] of kept)
        kept.set(connectionId, { ...place, open: { kind: 'nothing' } });
    },
    forget(connectionId) {
      kept.delete(connectionId);
    },
  };
}
