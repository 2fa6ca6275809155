import { type Condition, parseFilter } from './key-filter.ts';

function quoted(text: string): string {
  return /\s/.test(text) ? `"${text}"` : text;
}

function conditionWord(condition: Condition): string {
  switch (condition.kind) {
    case 'access':
      return `${condition.resource}:${condition.access}`;
    case 'restriction':
      return condition.restricted ? 'restricted' : 'unrestricted';
    case 'age':
      return `${condition.than}:${condition.days}d`;
    case 'environment':
      return `env:${condition.environment === '' ? 'none' : quoted(condition.environment)}`;
    case 'maker':
      return `by:${condition.by}`;
    case 'identity':
      return `${condition.of}:${condition.text}`;
    case 'project':
      return `project:${quoted(condition.name)}`;
  }
}

/** The word of a filter that says this condition. */
export function wordOf(condition: Condition, negated = false): string {
  return `${negated ? '-' : ''}${conditionWord(condition)}`;
}

/** The filter without a word, wherever it stands. */
export function withoutWord(query: string, word: string): string {
  return query
    .split(word)
    .reduce((before, after) => {
      // Only whole words: `restricted` is a part of `unrestricted`.
      const isWhole = /(^|\s)$/.test(before) && /^(\s|$)/.test(after);
      return isWhole ? `${before.trimEnd()} ${after.trimStart()}` : `${before}${word}${after}`;
    })
    .trim();
}

/** The filter with this word in place of its conditions of a kind; with none of them where it is null. */
export function withCondition(query: string, kind: Condition['kind'], word: string | null): string {
  const replaced = parseFilter(query).terms.filter(({ condition }) => condition.kind === kind);
  const rest = replaced.reduce((left, term) => withoutWord(left, term.word), query);
  return word === null ? rest.trim() : `${rest} ${word}`.trim();
}
