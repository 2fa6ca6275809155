import type { ApiKey } from '../api-key.ts';
import { t } from '../language/words.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { eachKey, listed, NO_DETAIL, type Rule } from './rule.ts';

export const appeared: Rule = {
  id: 'appeared',
  weight: 'advice',
  title: () => t('review.appearedTitle'),
  reason: t('review.appearedReason'),
  find: eachKey((key, { appeared: ids, facts }) =>
    ids.has(key.id) && !keyFactsOf(facts, key.id).createdHere ? NO_DETAIL : null,
  ),
};

export const madeByOthers: Rule = {
  id: 'made-by-others',
  weight: 'note',
  title: () => t('review.madeByOthersTitle'),
  reason: t('review.madeByOthersReason'),
  find: eachKey(({ creatorId }, { userId }) =>
    userId !== null && creatorId !== null && creatorId !== userId
      ? () => t('review.by', { who: creatorId.slice(0, 8) })
      : null,
  ),
};

const ENVIRONMENT_WORDS = [
  ['production', /(?<![a-z])(?:prod|production|live)(?![a-z])/],
  ['staging', /(?<![a-z])(?:staging|stage|preprod)(?![a-z])/],
  ['development', /(?<![a-z])(?:dev|development|local|localhost)(?![a-z])/],
] as const;

function environmentsIn(text: string): readonly string[] {
  const wanted = text.toLowerCase();
  return ENVIRONMENT_WORDS.filter(([, word]) => word.test(wanted)).map(([name]) => name);
}

/** The environments that the notes name, and with them the name of the key. */
function environmentsOf(key: ApiKey, facts: LocalFacts): ReadonlySet<string> {
  if (!Object.hasOwn(facts.keys, key.id)) return new Set();
  const { environment, note, usedAt } = keyFactsOf(facts, key.id);
  const noted = [environment, note, ...usedAt.map(({ place }) => place)].flatMap(environmentsIn);
  const own = environment.trim().toLowerCase();
  if (own !== '' && environmentsIn(own).length === 0) noted.push(own);
  // What the name says counts only beside a note: `Staging_to_Production` may well be one place.
  return new Set(noted.length === 0 ? [] : [...noted, ...environmentsIn(key.name)]);
}

export const twoEnvironments: Rule = {
  id: 'two-environments',
  weight: 'advice',
  title: () => t('review.twoTitle'),
  reason: t('review.twoReason'),
  find: eachKey((key, { facts }) => {
    const environments = environmentsOf(key, facts);
    return environments.size > 1
      ? () => t('review.named', { environments: listed([...environments]) })
      : null;
  }),
};
