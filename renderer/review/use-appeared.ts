import { useMemo } from 'react';
import { useChanges } from '../changes/use-changes.ts';
import type { KeysState } from '../keys/keys-state.ts';

/** The keys that came into the list since the run of the program before this one. */
export function useAppeared({ list, loadedAt }: KeysState): ReadonlySet<string> {
  const told = useChanges(list, loadedAt);
  return useMemo(() => {
    const since = told?.lastVisit ?? null;
    // Whoever looks for the first time has seen none of them: that says nothing.
    const changes = since === null ? [] : (told?.changes ?? []).filter(({ at }) => at > since);
    return new Set(changes.filter(({ kind }) => kind !== 'deleted').map(({ id }) => id));
  }, [told]);
}
