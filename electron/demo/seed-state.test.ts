import { describe, expect, test } from 'vitest';
import { readPermissions } from '../../shared/permissions.ts';
import { PERMISSION_NAMES } from './permission-names.ts';
import { seedState } from './seed-state.ts';
import { parseState } from './state.ts';
import { startTestApi } from './test-api.ts';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const state = seedState({ now: () => NOW });
const items = state.keys.map(({ item }) => item);
const named = (name: string) => items.filter((item) => item.name === name);

describe('the seeds', () => {
  test('are 24, over three years, in order', () => {
    const dates = state.keys.map(({ createdAt }) => createdAt);
    expect(dates).toHaveLength(24);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
    expect(NOW - (dates[0] ?? 0)).toBeGreaterThan(2.9 * 365 * 86_400_000);
    expect(NOW - (dates.at(-1) ?? 0)).toBeLessThan(86_400_000);
  });

  test('hold every case of access', () => {
    const accesses = items.flatMap(({ permissions }) => (permissions ? [readPermissions(permissions)] : []));
    const levels = accesses.flatMap(({ resources }) => Object.values(resources));
    for (const level of ['none', 'read', 'write']) expect(levels).toContainEqual({ kind: 'level', level });
    expect(levels).toContainEqual({ kind: 'custom', verbs: ['create'] });
    const other = new Set(accesses.flatMap((access) => access.other));
    expect(other).toContain('companies.update');
    expect(other).toContain('logs.view');
    expect(other).toContain('workflows.create');
    expect(named('Webhook_Relay')).toMatchObject([{ restricted: true, permissions: [] }]);
    expect(named('Reporting_Bot')).toMatchObject([{ restricted: true, permissions: null }]);
    expect(items.filter(({ restricted }) => !restricted).length).toBeGreaterThanOrEqual(3);
    for (const { restricted, permissions } of items) {
      expect(restricted || permissions === null).toBe(true);
      expect(PERMISSION_NAMES).toEqual(expect.arrayContaining([...(permissions ?? [])]));
    }
  });

  test('hold every case of name, row, date and maker', () => {
    expect(named('<img src=x onerror=alert(1)>')).toHaveLength(1);
    expect(named('{{constructor}}')).toHaveLength(1);
    expect(named('Partner_Sync')).toHaveLength(2);
    expect(items.some(({ name }) => /\u202E.*\u200B.*\u{1F511}/u.test(name))).toBe(true);
    expect(items.some(({ name }) => name.startsWith('='))).toBe(true);
    const longest = Math.max(...items.map(({ name }) => name.length));
    expect(longest).toBeGreaterThan(230);
    expect(longest).toBeLessThanOrEqual(255);
    expect(items.filter((item) => item.last_four_digits === null)).toHaveLength(1);
    expect(items.filter((item) => Number.isNaN(Date.parse(item.created_date)))).toHaveLength(1);
    expect(new Set(items.map((item) => item.creator_id)).size).toBe(3);
  });

  test('can be stored and read', () => {
    expect(parseState(JSON.stringify(state))).toEqual({ kind: 'state', state });
  });
});

describe('the number of keys', () => {
  test.each([0, 5, 24, 25, 3000])('is exactly %i, the seeded cases first', (keys) => {
    const names = seedState({ now: () => NOW, keys }).keys.map(({ item }) => item.name);
    expect(names).toHaveLength(keys);
    const seeded = items.map(({ name }) => name).toReversed();
    expect(names.toReversed().slice(0, 24)).toEqual(seeded.slice(0, keys));
    expect(new Set(names).size).toBe(keys >= 24 ? keys - 1 : keys);
  });

  test('generated keys are the same each time, but for what is secret', () => {
    const make = () => seedState({ now: () => NOW, keys: 200 }).keys.map(({ item }) => item);
    const [one, two] = [make(), make()];
    const plain = ({ name, created_date, permissions }: (typeof one)[number]) => [
      name,
      created_date,
      permissions,
    ];
    expect(one.map(plain)).toEqual(two.map(plain));
    expect(one[0]?.id).not.toBe(two[0]?.id);
    expect(new Set(one.map(({ permissions }) => permissions?.join())).size).toBeGreaterThan(40);
  });

  test('may be large: a walk in the largest pages loses none', { timeout: 60_000 }, async () => {
    const api = await startTestApi({ keys: 20_000 });
    let page = await api.list('?limit=1000');
    const seen = page.data.map(({ id }) => id);
    while (page.has_more) {
      page = await api.list(`?limit=1000&after=${page.last_id}`);
      seen.push(...page.data.map(({ id }) => id));
    }
    expect(seen).toHaveLength(20_000);
    expect(new Set(seen).size).toBe(20_000);
  });
});

describe('a stored state', () => {
  const text = JSON.stringify(state);
  test.each([
    ['empty', ''],
    ['cut', text.slice(0, -100)],
    ['zeros', '\0'.repeat(100)],
    ['another thing', '[]'],
    ['of another version', text.replace('"version":1', '"version":2')],
    ['without people', JSON.stringify({ ...state, people: undefined })],
    ['with a key twice', JSON.stringify({ ...state, keys: [state.keys[0], state.keys[0]] })],
  ])('that is %s is damaged', (_, damaged) => {
    expect(parseState(damaged)).toEqual({ kind: 'damaged' });
  });
});
