import { useDeferredValue, useState } from 'react';

/**
 * The value; while a letter of the query is being shown, the one from before. What hangs on it and is remembered (`memo`)
 * renders after the rows, so that typing does not wait for it. All other changes are there at once.
 */
export function useUntyped<T>(value: T, query: string): T {
  const [kept] = useState(() => ({ value }));
  if (useDeferredValue(query) === query) kept.value = value;
  return kept.value;
}
