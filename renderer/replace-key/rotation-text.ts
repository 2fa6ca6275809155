import { t } from '../../shared/language/words.ts';
import type { KeyFacts } from '../../shared/local-facts.ts';

/** "1 of 3 places has the new key". */
export function movedText({ usedAt }: KeyFacts): string {
  const moved = usedAt.filter((each) => each.moved).length;
  if (usedAt.length === 0) return t('replace.noPlaceKnown');
  return moved === usedAt.length
    ? t('replace.everyPlace')
    : t('replace.moved', { count: moved, all: usedAt.length });
}

/** What to know before the old key is deleted; null where nothing stands against it. */
export function unmovedText({ usedAt }: KeyFacts): string | null {
  const left = usedAt.flatMap(({ place, moved }) => (moved ? [] : [place]));
  if (left.length === 0) return null;
  const places = left.slice(0, 3).join(', ');
  return left.length > 3
    ? t('replace.unmovedMore', { places, count: left.length - 3 })
    : t('replace.unmoved', { places });
}
