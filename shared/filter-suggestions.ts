import { ACCESS_WORDS } from './key-filter.ts';
import { t } from './language/words.ts';
import { GROUPS, LEVEL_LABELS } from './permissions.ts';

/** A word that may take the place of the one that is being typed. */
export type Suggestion = {
  /** Ends with a colon where a value has still to follow. */
  readonly word: string;
  readonly meaning: string;
};

/** What is being typed: the word around the caret and what may take its place. */
export type Completion = {
  readonly from: number;
  readonly to: number;
  readonly suggestions: readonly Suggestion[];
};

type Choice = { readonly value: string; readonly meaning: string };
type Name = { readonly name: string; readonly meaning: string; readonly values: readonly Choice[] };

const ACCESS_MEANINGS = {
  none: LEVEL_LABELS.none,
  read: LEVEL_LABELS.read,
  write: t('filter.writeOrCustom'),
  custom: t('filter.customNone'),
  any: t('filter.readWriteCustom'),
} as const satisfies Record<(typeof ACCESS_WORDS)[number], string>;

const ACCESS: readonly Choice[] = ACCESS_WORDS.map((value) => ({ value, meaning: ACCESS_MEANINGS[value] }));

const AGES: readonly Choice[] = [
  { value: '30d', meaning: t('filter.days30') },
  { value: '90d', meaning: t('filter.days90') },
  { value: '180d', meaning: t('filter.days180') },
  { value: '1y', meaning: t('filter.year1') },
];

const NAMES: readonly Name[] = [
  { name: 'older', meaning: t('filter.madeLonger'), values: AGES },
  { name: 'newer', meaning: t('filter.madeSince'), values: AGES },
  {
    name: 'by',
    meaning: t('filter.whoMade'),
    values: [
      { value: 'me', meaning: t('filter.madeByMe') },
      { value: 'others', meaning: t('filter.madeByOthers') },
    ],
  },
  { name: 'project', meaning: t('filter.partOfProject'), values: [] },
  { name: 'id', meaning: t('filter.beginningOfId'), values: [] },
  { name: 'ends', meaning: t('filter.lastCharacters'), values: [] },
  { name: 'any', meaning: t('filter.anyResource'), values: ACCESS },
  { name: 'other', meaning: t('filter.otherPermissions'), values: ACCESS },
  ...GROUPS.flatMap(({ resources }) =>
    resources.map(({ id, label }) => ({ name: id, meaning: label, values: ACCESS })),
  ),
];

const WHOLE_WORDS: readonly Suggestion[] = [
  { word: 'restricted', meaning: t('filter.restrictedKeys') },
  { word: 'unrestricted', meaning: t('filter.unrestrictedKeys') },
];

/** So much has to be typed of a name: fewer letters begin too many names of keys. */
const LEAST_TYPED = 2;
const MOST_SUGGESTED = 8;

function environments(noted: readonly string[]): Name {
  const values = [...new Set([...noted, 'none'])].map((name) => ({
    value: /\s/.test(name) ? `"${name}"` : name,
    meaning: name === 'none' ? t('filter.noEnvironmentNoted') : name,
  }));
  return { name: 'env', meaning: t('common.environment'), values };
}

function namesLike(typed: string, names: readonly Name[]): readonly Suggestion[] {
  if (typed.length < LEAST_TYPED) return [];
  const begins = (text: string) => text.toLowerCase().startsWith(typed);
  return [
    ...WHOLE_WORDS.filter(({ word }) => begins(word) && word !== typed),
    ...names
      .filter(({ name, meaning }) => begins(name) || begins(meaning))
      .map(({ name, meaning }) => ({ word: `${name}:`, meaning })),
  ];
}

function valuesLike(typed: string, { name, values }: Name): readonly Suggestion[] {
  const spoken = ({ value }: Choice) => value.replaceAll('"', '').toLowerCase();
  const wanted = typed.replaceAll('"', '');
  const like = values.filter((choice) => spoken(choice).startsWith(wanted));
  if (like.some((choice) => spoken(choice) === wanted)) return [];
  return like.map(({ value, meaning }) => ({ word: `${name}:${value}`, meaning }));
}

function suggestionsFor(typed: string, names: readonly Name[]): readonly Suggestion[] {
  const colon = typed.indexOf(':');
  if (colon < 0) return namesLike(typed, names);
  const name = names.find((each) => each.name === typed.slice(0, colon).replaceAll('-', '_'));
  return name ? valuesLike(typed.slice(colon + 1), name) : [];
}

/**
 * What may take the place of the word that is being typed.
 * @param noted the environments that are noted of keys.
 */
export function completionAt(query: string, caret: number, noted: readonly string[]): Completion {
  const before = /\S*$/.exec(query.slice(0, caret))?.[0] ?? '';
  const after = /^\S*/.exec(query.slice(caret))?.[0] ?? '';
  const minus = before.startsWith('-') ? '-' : '';
  // In the middle of a word nothing is put in its place: the end of it would be lost.
  const typed = after === '' ? before.slice(minus.length).toLowerCase() : '';
  const suggestions = suggestionsFor(typed, [environments(noted), ...NAMES]).slice(0, MOST_SUGGESTED);
  return {
    from: caret - before.length,
    to: caret,
    suggestions: suggestions.map(({ word, meaning }) => ({ word: minus + word, meaning })),
  };
}

/** The query with a suggestion in its place, and where the caret stands then. */
export function withSuggestion(
  query: string,
  { from, to }: Completion,
  { word }: Suggestion,
): { readonly query: string; readonly caret: number } {
  const added = word.endsWith(':') || query[to] === ' ' ? word : `${word} `;
  return { query: query.slice(0, from) + added + query.slice(to), caret: from + added.length };
}
