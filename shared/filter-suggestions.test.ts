import fc from 'fast-check';
import { expect, it } from 'vitest';
import { completionAt, withSuggestion } from './filter-suggestions.ts';
import { parseFilter } from './key-filter.ts';

const ENVIRONMENTS = ['production', 'my laptop'];
const words = (typed: string, caret = typed.length) =>
  completionAt(typed, caret, ENVIRONMENTS).suggestions.map(({ word }) => word);

it('suggests names of conditions from two letters on, by name and by meaning', () => {
  expect(words('b')).toEqual([]);
  expect(words('bi')).toEqual(['billing:']);
  expect(words('stati')).toEqual(['stats:']);
  expect(words('crm API')).toEqual(['api_keys:']);
  expect(words('-re')).toEqual(['-restricted', '-recordings:']);
  expect(words('restricted')).toEqual([]);
  expect(words('crm')).toEqual([]);
});

it('suggests the values of a condition, until one is whole', () => {
  expect(words('billing:')).toEqual([
    'billing:none',
    'billing:read',
    'billing:write',
    'billing:custom',
    'billing:any',
  ]);
  expect(words('x -billing:w')).toEqual(['-billing:write']);
  expect(words('billing:write')).toEqual([]);
  expect(words('older:')).toEqual(['older:30d', 'older:90d', 'older:180d', 'older:1y']);
  expect(words('env:')).toEqual(['env:production', 'env:"my laptop"', 'env:none']);
  expect(words('env:m')).toEqual(['env:"my laptop"']);
  expect(words('nothing:')).toEqual([]);
});

it('looks at the word before the caret, and at none that goes on behind it', () => {
  expect(words('bill crm', 4)).toEqual(['billing:']);
  expect(words('bill crm', 2)).toEqual([]);
  expect(words('bill crm', 5)).toEqual([]);
});

it('puts the suggestion in the place of the word, and a blank behind one that is whole', () => {
  const complete = (query: string, caret: number) => {
    const completion = completionAt(query, caret, ENVIRONMENTS);
    const [first] = completion.suggestions;
    return first && withSuggestion(query, completion, first);
  };
  expect(complete('bill crm', 4)).toEqual({ query: 'billing: crm', caret: 8 });
  expect(complete('billing:w crm', 9)).toEqual({ query: 'billing:write crm', caret: 13 });
  expect(complete('crm billing:w', 13)).toEqual({ query: 'crm billing:write ', caret: 18 });
});

it('suggests nothing that the filter would not understand', () => {
  fc.assert(
    fc.property(fc.constantFrom('', '-'), fc.stringMatching(/^[a-z]{0,3}$/), (minus, typed) => {
      for (const word of words(minus + typed)) {
        const whole = word.endsWith(':') ? words(word) : [word];
        for (const each of whole) expect(parseFilter(each)).toMatchObject({ text: '', problems: [] });
      }
    }),
  );
});
