import type { ApiKey } from '../api-key.ts';
import { t } from '../language/words.ts';
import { nearNamesInSteps } from './near-names.ts';
import { eachKey, NO_DETAIL, type Rule } from './rule.ts';

/** Words that say nothing of what a key is for; neither do numbers. */
const EMPTY_WORDS = new Set(
  `a abc access admin api apikey asdf bar copy default demo example first foo key keys my name new old qwerty sample
  second secret temp temporary test tests testing the tmp token untitled user x xxx xyz`.split(/\s+/),
);

function saysNothing(name: string): boolean {
  const words = name
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length > 1);
  return words.every((word) => EMPTY_WORDS.has(word));
}

export const emptyName: Rule = {
  id: 'empty-name',
  weight: 'note',
  title: () => t('review.emptyNameTitle'),
  reason: t('review.emptyNameReason'),
  find: eachKey(({ name }) => (saysNothing(name) ? NO_DETAIL : null)),
};

function saidOf(key: ApiKey, other: ApiKey): string {
  return key.name === other.name ? t('review.sameName') : t('review.nearlySame', { name: other.name });
}

export const nearName: Rule = {
  id: 'near-name',
  weight: 'note',
  title: () => t('review.nearNameTitle'),
  reason: t('review.nearNameReason'),
  *find({ keys }) {
    const others = yield* nearNamesInSteps(keys.map(({ name }) => name));
    return keys.flatMap((key, index) => {
      const other = keys[others[index] ?? -1];
      return other ? [{ key, detail: () => saidOf(key, other) }] : [];
    });
  },
};
