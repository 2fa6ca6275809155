const NONE: ReadonlySet<string> = new Set();
export function useAppeared(): ReadonlySet<string> {
  return NONE;
}
