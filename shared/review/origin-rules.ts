import type { ApiKey } from '../api-key.ts';
import { keyFactsOf, type LocalFacts } from '../local-facts.ts';
import { eachKey, listed, type Rule } from './rule.ts';

export const appeared: Rule = {
  id: 'appeared',
  weight: 'advice',
  title: () => 'New, not made here',
  reason: 'These keys were not in the list the last time, and this computer did not make them. Ask who did.',
  find: eachKey((key, { appeared: ids, facts }) =>
    ids.has(key.id) && !keyFactsOf(facts, key.id).createdHere ? '' : null,
  ),
};

export const madeByOthers: Rule = {
  id: 'made-by-others',
  weight: 'note',
  title: () => 'Made by someone else',
  reason: 'Somebody else has made these keys, and may know them. Think of them when that person leaves.',
  find: eachKey((key, { userId }) =>
    userId !== null && key.creatorId !== null && key.creatorId !== userId
      ? `By ${key.creatorId.slice(0, 8)}`
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
  title: () => 'Two environments',
  reason:
    'What was noted of these keys names more than one environment. Give each its own key: a leak in one is then none in the other.',
  find: eachKey((key, { facts }) => {
    const environments = environmentsOf(key, facts);
    return environments.size > 1 ? `Named: ${listed([...environments])}` : null;
  }),
};
