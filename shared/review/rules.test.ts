import { describe, expect, it } from 'vitest';
import type { ApiKey } from '../api-key.ts';
import { type KeyFacts, type LocalFacts, NO_FACTS, withKeyFacts } from '../local-facts.ts';
import { NO_ACCESS, permissionsFor, RESOURCES } from '../permissions.ts';
import { partDismissed, runRules } from './review.ts';
import { DAY, type ReviewInput } from './rule.ts';
import { RULES } from './rules.ts';
import { DEFAULT_REVIEW } from './settings.ts';
import { runSteps } from './steps.ts';

const NOW = 1_800_000_000_000;

function key(id: string, more: Partial<ApiKey> = {}): ApiKey {
  return {
    kind: 'key',
    id,
    name: `CRM_Query_${id}`,
    lastFour: 'a1b2',
    createdAt: NOW - 10 * DAY,
    creatorId: 'me',
    restricted: true,
    permissions: ['calls.view'],
    ...more,
  };
}

function facts(...known: readonly (readonly [string, Partial<KeyFacts>])[]): LocalFacts {
  return known.reduce((all, [id, change]) => withKeyFacts(all, id, change), NO_FACTS);
}

/** What a rule says of which keys. */
function find(rule: string, keys: readonly ApiKey[], more: Partial<ReviewInput> = {}) {
  const input: ReviewInput = {
    keys,
    facts: NO_FACTS,
    settings: DEFAULT_REVIEW,
    now: NOW,
    userId: 'me',
    appeared: new Set(),
    ...more,
  };
  const asked = RULES.find(({ id }) => id === rule);
  const found = asked ? runSteps(asked.find(input)) : [];
  return found.map(({ key: { id }, detail }) => [id, detail()]);
}

const writes = (count: number) => ({
  permissions: permissionsFor({
    ...NO_ACCESS,
    ...Object.fromEntries(
      RESOURCES.filter(({ verbs }) => verbs.length > 0)
        .slice(0, count)
        .map(({ id }) => [id, 'write']),
    ),
  }),
});

it('says nothing of a key that is as it should be', () => {
  for (const { id } of RULES) expect(find(id, [key('a')])).toEqual([]);
});

it('has an id, a title and a reason of its own for each rule', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
  const words = RULES.flatMap(({ title, reason }) => [title(DEFAULT_REVIEW), reason]);
  expect(words.filter((text) => text.length < 3)).toEqual([]);
});

describe('access', () => {
  it('unrestricted', () => {
    expect(find('unrestricted', [key('a', { restricted: false, permissions: [] })])).toEqual([
      ['a', 'May do everything'],
    ]);
  });

  it('Write on API Keys, Members or Billing, also as a custom set', () => {
    const keys = [
      key('a', { permissions: ['billing.view', 'billing.update'] }),
      key('b', { permissions: ['members.create', ...permissionsFor({ ...NO_ACCESS, api_keys: 'write' })] }),
      key('c', { permissions: ['billing.view', 'members.view', 'api_keys.view'] }),
      key('d', { restricted: false, permissions: [] }),
    ];
    expect(find('sensitive-write', keys)).toEqual([
      ['a', 'Writes Billing'],
      ['b', 'Writes Members and API Keys'],
    ]);
  });

  it('Write on more resources than the setting says', () => {
    const keys = [key('a', writes(10)), key('b', writes(11))];
    expect(find('many-writes', keys)).toEqual([['b', 'Writes 11 resources']]);
    const strict = { settings: { ...DEFAULT_REVIEW, mostWrites: 9 } };
    expect(find('many-writes', keys, strict).map(([id]) => id)).toEqual(['a', 'b']);
  });

  it('restricted with no permission', () => {
    const keys = [key('a', { permissions: [] }), key('b', { restricted: false, permissions: [] })];
    expect(find('no-permission', keys)).toEqual([['a', 'May do nothing']]);
  });

  it('Custom or Other permissions', () => {
    const keys = [
      key('a', { permissions: ['calls.create', 'tools.delete'] }),
      key('b', { permissions: ['flows.run'] }),
    ];
    expect(find('custom-permissions', keys)).toEqual([
      ['a', 'Custom: Calls and Tools'],
      ['b', 'Custom: families without a name here'],
    ]);
  });
});

describe('age', () => {
  it.each([90, 180, 365] as const)('older than %d days', (oldDays) => {
    const keys = [
      key('a', { createdAt: NOW - oldDays * DAY }),
      key('b', { createdAt: NOW - (oldDays + 1) * DAY }),
      key('c', { createdAt: null }),
    ];
    const settings = { ...DEFAULT_REVIEW, oldDays };
    expect(find('old', keys, { settings })).toEqual([['b', `Made ${oldDays + 1} days ago`]]);
  });

  it('due for rotation', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'].map((id) => key(id, { createdAt: NOW - 30 * DAY }));
    const known = facts(
      ['a', { rotateEveryDays: 30 }],
      ['b', { rotateEveryDays: 31 }],
      ['c', { rotateEveryDays: 20 }],
      ['d', { expiresAt: NOW + 5 * DAY }],
      ['e', { expiresAt: NOW - 1 }],
    );
    expect(find('due', keys, { facts: known })).toEqual([
      ['a', 'Every 30 days: due today'],
      ['c', 'Every 20 days: due for 10 days'],
      ['d', 'Expires in 5 days'],
      ['e', 'Its expiry has passed'],
    ]);
    expect(find('due', [key('a', { createdAt: null })], { facts: known })).toEqual([]);
    expect(find('due', keys, { facts: facts(['a', { expiresAt: NOW + 15 * DAY }]) })).toEqual([]);
  });

  it('replaced long ago but never deleted', () => {
    const rotation = (id: string, storedAt: number | null) => ({
      oldKey: { id, name: id, lastFour: 'a1b2' },
      newKey: { id: `new-${id}`, name: id, lastFour: 'c3d4' },
      begunAt: NOW - 99 * DAY,
      storedAt,
    });
    const known = {
      ...NO_FACTS,
      rotations: [rotation('a', NOW - 15 * DAY), rotation('b', NOW - 14 * DAY), rotation('c', null)],
    };
    const keys = ['a', 'b', 'c', 'new-a'].map((id) => key(id));
    expect(find('replaced', keys, { facts: known })).toEqual([['a', 'Replaced 15 days ago']]);
  });
});

describe('names', () => {
  it('the same or nearly so, twice', () => {
    const keys = [
      key('a', { name: 'Partner_Sync' }),
      key('b', { name: 'Partner_Sync' }),
      key('c', { name: 'Reporting_Bot' }),
      key('d', { name: 'reporting bots' }),
      key('e', { name: 'Dialer' }),
    ];
    expect(find('near-name', keys)).toEqual([
      ['a', 'Another key has the same name'],
      ['b', 'Another key has the same name'],
      ['c', 'Nearly the same: reporting bots'],
      ['d', 'Nearly the same: Reporting_Bot'],
    ]);
  });

  it.each(['test', 'key1', 'API Key 2', 'my_test-key', '12345', 'x', '', '\u200B', 'New key (copy)'])(
    'that tell nothing: "%s"',
    (name) => {
      expect(find('empty-name', [key('a', { name })])).toEqual([['a', '']]);
    },
  );

  it.each(['CRM', 'Test_Dialer', 'Latest', 'Kasse', '請求書', 'EU'])('that tell something: "%s"', (name) => {
    expect(find('empty-name', [key('a', { name })])).toEqual([]);
  });
});

describe('origin', () => {
  it('made by someone else; nobody is someone else where it is not known who is signed in', () => {
    const keys = [key('a', { creatorId: 'you' }), key('b', { creatorId: null }), key('c')];
    expect(find('made-by-others', keys)).toEqual([['a', 'By you']]);
    expect(find('made-by-others', keys, { userId: null })).toEqual([]);
  });

  it('appeared since the last look, not made here', () => {
    const appeared = new Set(['a', 'b']);
    const known = facts(['b', { createdHere: true }]);
    expect(find('appeared', [key('a'), key('b'), key('c')], { appeared, facts: known })).toEqual([['a', '']]);
  });

  it('one key for two environments, by what was noted', () => {
    const places = (...names: readonly string[]) => names.map((place) => ({ place, moved: false }));
    const known = facts(
      ['a', { environment: 'production', note: 'Also on the staging server' }],
      ['b', { usedAt: places('prod-1', 'dev-2') }],
      ['c', { environment: 'my laptop', usedAt: places('live system') }],
      ['d', { environment: 'production', note: 'Production of invoices', usedAt: places('prod-1') }],
      ['e', { note: 'Nothing to do with the product', owner: 'staging' }],
      ['f', { environment: 'staging' }],
    );
    const keys = ['a', 'b', 'c', 'd', 'e'].map((id) => key(id));
    const named = [key('f', { name: 'CRM_Production' }), key('g', { name: 'Staging_to_Production' })];
    expect(find('two-environments', [...keys, ...named], { facts: known })).toEqual([
      ['a', 'Named: production and staging'],
      ['b', 'Named: production and development'],
      ['c', 'Named: production and my laptop'],
      ['f', 'Named: staging and production'],
    ]);
  });
});

describe('the review', () => {
  it('runs every rule once', () => {
    const input = {
      keys: [],
      facts: NO_FACTS,
      settings: DEFAULT_REVIEW,
      now: NOW,
      userId: null,
      appeared: new Set<string>(),
    };
    const rules = [...runRules(input)].flatMap((step) => (step === null ? [] : [step.rule]));
    expect(rules).toEqual(RULES);
  });

  it('leaves out what somebody has looked at, for that rule alone', () => {
    const [rule] = RULES;
    if (!rule) throw new Error('No rules');
    const findings = [key('a'), key('b')].map((each) => ({ key: each, detail: () => '' }));
    const dismissal = { keyId: 'a', rule: rule.id, note: 'Meant so', at: NOW };
    const other = { keyId: 'b', rule: 'another', note: '', at: NOW };
    const parted = partDismissed(rule, findings, [dismissal, other]);
    expect(parted.findings.map((each) => each.key.id)).toEqual(['b']);
    expect(parted.dismissed).toEqual([{ ...findings[0], dismissal }]);
  });
});
