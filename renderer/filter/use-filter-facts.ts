import { useMemo } from 'react';
import { NAMED_ENVIRONMENTS } from '../../shared/environments.ts';
import type { FilterFacts } from '../../shared/key-filter.ts';
import { keyFactsOf, type LocalFacts } from '../../shared/local-facts.ts';

/** What a filter has to know besides the keys, and the environments that it may ask for. */
export function useFilterFacts(
  facts: LocalFacts,
  userId: string | null,
  now: number,
  project: string,
): FilterFacts & { readonly environments: readonly string[] } {
  const noted = useMemo(() => {
    const own = Object.values(facts.keys).map(({ environment }) => environment);
    return {
      environmentOf: (id: string) => keyFactsOf(facts, id).environment,
      environments: [...new Set([...NAMED_ENVIRONMENTS, ...own])].filter((name) => name !== ''),
    };
  }, [facts]);
  return { now, userId, project, ...noted };
}
