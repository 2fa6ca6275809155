import type { KeyFacts } from '../../shared/local-facts.ts';

/** "1 of 3 places has the new key". */
export function movedText({ usedAt }: KeyFacts): string {
  const moved = usedAt.filter((each) => each.moved).length;
  if (usedAt.length === 0) return 'No place that uses it is known.';
  return moved === usedAt.length
    ? 'Every known place has the new key.'
    : `${moved} of ${usedAt.length} places ${moved === 1 ? 'has' : 'have'} the new key.`;
}

/** What to know before the old key is deleted; null where nothing stands against it. */
export function unmovedText({ usedAt }: KeyFacts): string | null {
  const left = usedAt.flatMap(({ place, moved }) => (moved ? [] : [place]));
  if (left.length === 0) return null;
  return `Not ticked as moved to the new key: ${left.slice(0, 3).join(', ')}${left.length > 3 ? ` and ${left.length - 3} more` : ''}.`;
}
