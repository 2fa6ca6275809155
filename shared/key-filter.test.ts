import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiKey, KeyRow } from './api-key.ts';
import { withCondition, withoutWord, wordOf } from './filter-words.ts';
import {
  ACCESS_WORDS,
  type Condition,
  type FilterFacts,
  matchesTerms,
  parseFilter,
  type Term,
} from './key-filter.ts';
import { type NO_ACCESS, permissionsFor, RESOURCES, type ResourceId } from './permissions.ts';

const DAY = 86_400_000;
const NOW = 1_800_000_000_000;

const FACTS: FilterFacts = {
  now: NOW,
  userId: 'me',
  project: 'Billing Team',
  environmentOf: (id) => (id === 'prod' ? 'Production' : ''),
};

function key(more: Partial<ApiKey> = {}): ApiKey {
  return {
    kind: 'key',
    id: '3b241101-e2bb-4255-8caf-4136c566a962',
    name: 'CRM',
    lastFour: 'a1b2',
    createdAt: NOW - 100 * DAY,
    creatorId: 'me',
    restricted: true,
    permissions: [],
    ...more,
  };
}

const UNREADABLE: KeyRow = {
  kind: 'unreadable',
  id: null,
  name: 'CRM',
  lastFour: null,
  createdAt: null,
  position: 0,
  problems: ['key id'],
};

const isIn = (query: string, row: KeyRow) => matchesTerms(row, parseFilter(query).terms, FACTS);
const conditionsOf = (query: string) => parseFilter(query).terms.map(({ condition }) => condition);

describe('reading a filter', () => {
  it('parts conditions from what names are to contain', () => {
    const { terms, text, problems } = parseFilter(' billing:write crm  older:90d -restricted query ');
    expect(terms).toEqual([
      {
        condition: { kind: 'access', resource: 'billing', access: 'write' },
        negated: false,
        word: 'billing:write',
      },
      { condition: { kind: 'age', than: 'older', days: 90 }, negated: false, word: 'older:90d' },
      { condition: { kind: 'restriction', restricted: true }, negated: true, word: '-restricted' },
    ]);
    expect(text).toBe('crm query');
    expect(problems).toEqual([]);
  });

  it('leaves plain text as it is, with its blanks, signs and quotes within', () => {
    for (const text of [
      'crm',
      'a.*b',
      'two  blanks',
      '-old',
      'x -EU',
      '=LINK("https://a.b","Open")',
      '<b>:',
    ]) {
      expect(parseFilter(` ${text} `)).toEqual({ terms: [], text, problems: [] });
    }
  });

  it('takes what is quoted as text, whatever it looks like', () => {
    expect(parseFilter('"billing:write" "older:1d').terms).toEqual([]);
    expect(parseFilter('"billing:write" "older:1d').text).toBe('billing:write older:1d');
    expect(conditionsOf('env:"my laptop"')).toEqual([{ kind: 'environment', environment: 'my laptop' }]);
  });

  it.each([
    ['API_keys:READ', 'api_keys'],
    ['api-keys:read', 'api_keys'],
    ['apikeys:read', 'api_keys'],
    ['statistics:read', 'stats'],
    ['knowledge-bases:read', 'knowledge_bases'],
    ['any:read', 'any'],
  ])('knows the resource of %s', (word, resource) => {
    expect(conditionsOf(word)).toEqual([{ kind: 'access', resource, access: 'read' }]);
  });

  it.each([
    ['90d', 90],
    ['90', 90],
    ['12w', 84],
    ['6M', 180],
    ['1y', 365],
  ])('reads %s as so many days', (time, days) => {
    expect(conditionsOf(`older:${time}`)).toEqual([{ kind: 'age', than: 'older', days }]);
  });

  it('leaves out a condition that is not whole or asks for what there is not, and says so', () => {
    for (const word of ['billing:', 'billing:wr', 'older:x', 'newer:', 'env:', 'by:anna', 'id:', '-ends:']) {
      const { terms, text, problems } = parseFilter(`${word} crm`);
      expect({ terms, text }).toEqual({ terms: [], text: 'crm' });
      expect(problems).toEqual([{ kind: 'value', word, expected: expect.stringMatching(/\w/) }]);
    }
  });

  it('looks in the names for a condition that it does not know, and says so', () => {
    expect(parseFilter('bilings:write crm')).toEqual({
      terms: [],
      text: 'bilings:write crm',
      problems: [{ kind: 'unknown', word: 'bilings:write' }],
    });
  });

  it('never fails, and loses no plain word', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        const { terms, text, problems } = parseFilter(query);
        if (terms.length === 0 && problems.length === 0 && !query.includes('"')) {
          expect(text).toBe(query.trim());
        }
      }),
    );
  });
});

const resource = fc.constantFrom(...RESOURCES.map(({ id }) => id as ResourceId));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    kind: fc.constant('access' as const),
    resource: fc.oneof(resource, fc.constantFrom('any' as const, 'other' as const)),
    access: fc.constantFrom(...ACCESS_WORDS),
  }),
  fc.record({ kind: fc.constant('restriction' as const), restricted: fc.boolean() }),
  fc.record({
    kind: fc.constant('age' as const),
    than: fc.constantFrom('older' as const, 'newer' as const),
    days: fc.nat(99_999),
  }),
  fc.record({
    kind: fc.constant('environment' as const),
    environment: fc.constantFrom('', 'production', 'my laptop', 'a:b'),
  }),
  fc.record({ kind: fc.constant('maker' as const), by: fc.constantFrom('me' as const, 'others' as const) }),
  fc.record({
    kind: fc.constant('identity' as const),
    of: fc.constantFrom('id' as const, 'ends' as const),
    text: fc.constantFrom('a1', 'B2', '3b24'),
  }),
);
const negated = fc.boolean();

const levels = fc.record(
  Object.fromEntries(RESOURCES.map(({ id }) => [id, fc.constantFrom('none', 'read', 'write')])),
) as unknown as fc.Arbitrary<typeof NO_ACCESS>;
const anyKey = fc
  .record({ restricted: fc.boolean(), levels, custom: fc.subarray(['billing.update', 'flows.run']) })
  .map(({ restricted, levels: chosen, custom }) =>
    key({ restricted, permissions: restricted ? permissionsFor(chosen, custom) : [] }),
  );

describe('the words of a filter', () => {
  it('are read as the condition that they were written for', () => {
    fc.assert(
      fc.property(condition, negated, (wanted, minus) => {
        const [term, ...more] = parseFilter(`x ${wordOf(wanted, minus)} y`).terms;
        expect(more).toEqual([]);
        expect(term).toMatchObject({ condition: wanted, negated: minus });
      }),
    );
  });

  it('are added and taken away without a trace', () => {
    fc.assert(
      fc.property(condition, negated, fc.constantFrom('', 'crm', 'crm query'), (wanted, minus, text) => {
        const word = wordOf(wanted, minus);
        const query = withCondition(text, wanted.kind, word);
        expect(parseFilter(query).text).toBe(text);
        expect(withoutWord(query, word)).toBe(text);
        expect(withCondition(query, wanted.kind, null)).toBe(text);
      }),
    );
  });

  it('replace one of their kind, and leave the others', () => {
    expect(withCondition('older:90d crm billing:write', 'age', 'older:1y')).toBe(
      'crm billing:write older:1y',
    );
    expect(withoutWord('restricted crm restricted', 'restricted')).toBe('crm');
  });
});

describe('matching', () => {
  const billing = (...permissions: readonly string[]) => key({ permissions });

  it('tells how far a key reaches a resource', () => {
    const reader = billing('billing.view');
    const writer = billing('billing.view', 'billing.update');
    const custom = billing('billing.update');
    const everything = key({ restricted: false });
    const inBilling = (access: string) =>
      [key(), reader, writer, custom, everything].map((row) => isIn(`billing:${access}`, row));
    expect(inBilling('none')).toEqual([true, false, false, false, false]);
    expect(inBilling('read')).toEqual([false, true, false, false, false]);
    // Whoever holds a verb beyond `view` can change something, and so can an unrestricted key.
    expect(inBilling('write')).toEqual([false, false, true, true, true]);
    expect(inBilling('custom')).toEqual([false, false, false, true, false]);
    expect(inBilling('any')).toEqual([false, true, true, true, true]);
    expect([reader, writer].map((row) => isIn('any:write', row))).toEqual([false, true]);
    const foreign = billing('flows.run');
    expect([reader, foreign, everything].map((row) => isIn('other:any', row))).toEqual([false, true, true]);
  });

  it('tells age, maker, environment and what a key is known by', () => {
    expect(isIn('older:90d', key())).toBe(true);
    expect(isIn('older:100d', key())).toBe(false);
    expect(isIn('newer:100d', key())).toBe(true);
    expect(isIn('by:me', key())).toBe(true);
    expect(isIn('by:me', key({ creatorId: 'you' }))).toBe(false);
    expect(isIn('by:others', key({ creatorId: 'you' }))).toBe(true);
    expect(isIn('env:production', key({ id: 'prod' }))).toBe(true);
    expect(isIn('env:none', key({ id: 'prod' }))).toBe(false);
    expect(isIn('env:none', key())).toBe(true);
    expect(isIn('id:3B24', key())).toBe(true);
    expect(isIn('ends:b2', key())).toBe(true);
    expect(isIn('ends:a1', key())).toBe(false);
  });

  it('leaves out what cannot be told, with a minus and without', () => {
    for (const word of ['billing:none', 'restricted', 'older:1d', 'env:none', 'by:me', 'id:a', 'ends:a']) {
      expect([isIn(word, UNREADABLE), isIn(`-${word}`, UNREADABLE)]).toEqual([false, false]);
    }
    expect(isIn('crm', UNREADABLE)).toBe(true);
    const dateless = key({ createdAt: null, creatorId: null });
    for (const word of ['older:1d', 'newer:1d', 'by:others']) expect(isIn(word, dateless)).toBe(false);
  });

  it('is turned round by a minus', () => {
    fc.assert(
      fc.property(anyKey, condition, (row, wanted) => {
        const term = (minus: boolean): Term => ({ condition: wanted, negated: minus, word: '' });
        expect(matchesTerms(row, [term(true)], FACTS)).toBe(!matchesTerms(row, [term(false)], FACTS));
      }),
    );
  });

  it('asks for all conditions at once, in whatever order', () => {
    const query = fc.array(fc.tuple(condition, negated), { maxLength: 4 });
    fc.assert(
      fc.property(anyKey, query, (row, wanted) => {
        const words = wanted.map(([each, minus]) => wordOf(each, minus));
        const all = words.every((word) => isIn(word, row));
        expect(isIn(words.join(' '), row)).toBe(all);
        expect(isIn(words.reverse().join(' '), row)).toBe(all);
      }),
    );
  });

  it('gives every key exactly one of none, read, write and the rest of a resource', () => {
    fc.assert(
      fc.property(anyKey, resource, (row, id) => {
        const met = ['none', 'read', 'write'].filter((access) => isIn(`${id}:${access}`, row));
        expect(met).toHaveLength(1);
      }),
    );
  });
});
