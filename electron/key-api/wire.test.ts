import { describe, expect, it } from 'vitest';
import type { NewKey } from '../../shared/api-key.ts';
import { idOf, wireKey as keyInMemory, wirePage } from './test-server.ts';
import { newKeyOnWire, parseDate, readCreateAnswer, readKey } from './wire.ts';
import { readPage } from './wire-page.ts';
import { readMember, readProject } from './wire-project.ts';

/** As it comes off the wire: a field that is `undefined` is not there at all. */
function wireKey(number: number, changes: Readonly<Record<string, unknown>> = {}): unknown {
  return JSON.parse(JSON.stringify(keyInMemory(number, changes)));
}

/** A table of one column whose entries may be lists themselves. */
const each = (...values: readonly unknown[]) => values.map((value) => [value] as const);

const KEY = {
  kind: 'key',
  id: idOf(1),
  name: 'Key 1',
  lastFour: 'ab12',
  createdAt: Date.UTC(2026, 2, 4, 5, 6, 7),
  creatorId: idOf(900),
  restricted: false,
  permissions: [],
};

describe('parseDate', () => {
  it.each([
    ['2026-03-04T05:06:07Z', Date.UTC(2026, 2, 4, 5, 6, 7)],
    ['2026-03-04T05:06:07.123456Z', Date.UTC(2026, 2, 4, 5, 6, 7, 123)],
    ['2026-03-04T07:06:07+02:00', Date.UTC(2026, 2, 4, 5, 6, 7)],
    // Without a zone: UTC, wherever the computer is.
    ['2026-03-04T05:06:07', Date.UTC(2026, 2, 4, 5, 6, 7)],
    ['2026-03-04 05:06:07.123456', Date.UTC(2026, 2, 4, 5, 6, 7, 123)],
    ['2026-03-04', Date.UTC(2026, 2, 4)],
    ['2000-01-01T00:00:00Z', Date.UTC(2000, 0, 1)],
    ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
  ])('%s', (text, time) => {
    expect(parseDate(text)).toBe(time);
  });

  it.each(
    each(
      '1999-12-31T23:59:59Z',
      '+275760-09-13T00:00:00Z',
      '+010000-01-01T00:00:00Z',
      '-000001-01-01T00:00:00Z',
      '-271821-04-20T00:00:00Z',
      '2026-13-01T00:00:00Z',
      'yesterday',
      '',
      null,
      undefined,
      0,
      1_772_600_767_000,
      -1,
      {},
      [],
      true,
    ),
  )('does not know %j', (value) => {
    expect(parseDate(value)).toBeNull();
  });
});

describe('readKey', () => {
  it('reads a row', () => {
    expect(readKey(wireKey(1), 0)).toEqual(KEY);
  });

  it('ignores fields that it does not know', () => {
    expect(readKey(wireKey(1, { last_used: 'now', value: 'whole-key', __proto__: { a: 1 } }), 0)).toEqual(
      KEY,
    );
  });

  it.each<readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>]>([
    [{ created_date: null }, { createdAt: null }],
    [{ created_date: '+275760-09-13T00:00:00Z' }, { createdAt: null }],
    [{ created_date: undefined }, { createdAt: null }],
    [{ creator_id: null }, { creatorId: null }],
    [{ creator_id: undefined }, { creatorId: null }],
    [{ name: '' }, { name: '' }],
    [{ name: '<img src=x onerror=alert(1)>' }, { name: '<img src=x onerror=alert(1)>' }],
    [{ name: 'x'.repeat(10_000) }, { name: 'x'.repeat(10_000) }],
    [{ permissions: ['calls.view'] }, { permissions: [] }],
    [{ permissions: 'all' }, { permissions: [] }],
    [
      { restricted: true, permissions: null },
      { restricted: true, permissions: [] },
    ],
    [
      { restricted: true, permissions: undefined },
      { restricted: true, permissions: [] },
    ],
    [
      { restricted: true, permissions: [] },
      { restricted: true, permissions: [] },
    ],
    [
      { restricted: true, permissions: ['calls.create', 'new.thing', 'odd', 'calls.create'] },
      { restricted: true, permissions: ['calls.create', 'new.thing', 'odd', 'calls.create'] },
    ],
  ])('with %j still is a key', (changes, expected) => {
    expect(readKey(wireKey(1, changes), 0)).toEqual({ ...KEY, ...expected });
  });

  const readable = { id: KEY.id, name: KEY.name, lastFour: KEY.lastFour, createdAt: KEY.createdAt };

  it.each<readonly [Readonly<Record<string, unknown>>, Readonly<Record<string, unknown>>, readonly string[]]>(
    [
      [{ id: undefined }, { id: null }, ['key id']],
      [{ id: 'not-an-id' }, { id: null }, ['key id']],
      [{ id: `${idOf(1)}/../x` }, { id: null }, ['key id']],
      [{ id: 7 }, { id: null }, ['key id']],
      [{ name: null }, { name: null }, ['name']],
      [{ name: { first: 'x' } }, { name: null }, ['name']],
      [{ last_four_digits: undefined }, { lastFour: null }, ['last four']],
      [{ last_four_digits: 1234 }, { lastFour: null }, ['last four']],
      [{ last_four_digits: 'a-whole-secret-key-that-should-not-be-here' }, { lastFour: null }, ['last four']],
      [{ creator_id: 5 }, {}, ['creator']],
      [{ restricted: 'yes' }, {}, ['restricted']],
      [{ restricted: undefined }, {}, ['restricted']],
      [{ restricted: true, permissions: 'calls.view' }, {}, ['permissions']],
      [{ restricted: true, permissions: ['calls.view', 3] }, {}, ['permissions']],
      [{ name: null, last_four_digits: null }, { name: null, lastFour: null }, ['name', 'last four']],
    ],
  )('with %j is shown as unreadable', (changes, expected, problems) => {
    expect(readKey(wireKey(1, changes), 3)).toEqual({
      kind: 'unreadable',
      ...readable,
      ...expected,
      position: 3,
      problems,
    });
  });

  it.each(each(null, undefined, 'row', 7, [], {}))('reads %j as a row without anything', (row) => {
    expect(readKey(row, 9)).toEqual({
      kind: 'unreadable',
      id: null,
      name: null,
      lastFour: null,
      createdAt: null,
      position: 9,
      problems: ['key id', 'name', 'last four', 'restricted'],
    });
  });
});

describe('newKeyOnWire', () => {
  it.each<readonly [NewKey, unknown]>([
    [
      { name: '  My key ', access: { kind: 'unrestricted' } },
      { name: 'My key', restricted: false },
    ],
    [
      { name: 'k', access: { kind: 'restricted', permissions: ['calls.view'] } },
      { name: 'k', restricted: true, permissions: ['calls.view'] },
    ],
    [
      { name: 'k', access: { kind: 'restricted', permissions: [] } },
      { name: 'k', restricted: true, permissions: [] },
    ],
    [
      {
        name: 'k',
        access: { kind: 'unrestricted' },
        expiresAt: Date.UTC(2027, 2, 1),
        replaces: { id: 'a', name: 'old', lastFour: 'wxyz' },
      },
      { name: 'k', restricted: false, expiry_date: '2027-03-01T00:00:00.000Z' },
    ],
  ])('%j', (key, body) => {
    expect(JSON.parse(JSON.stringify(newKeyOnWire(key)))).toEqual(body);
  });
});

describe('readCreateAnswer', () => {
  const sent: NewKey = { name: ' Sent ', access: { kind: 'restricted', permissions: ['calls.view'] } };

  it('reads key and secret', () => {
    expect(readCreateAnswer(wireKey(1, { value: 'whole-key' }), sent)).toEqual({
      kind: 'created',
      created: { key: { ...KEY, lastFour: '-key' }, secret: 'whole-key' },
    });
  });

  it.each([undefined, null, '', 5, {}])('knows that the secret is missing: %j', (value) => {
    expect(readCreateAnswer(wireKey(1, { value }), sent)).toEqual({ kind: 'secret-missing', keyId: idOf(1) });
  });

  it('does not take a name that tells the secret', () => {
    const answer = wireKey(1, { value: 'whole-key', name: 'Key whole-key' });
    expect(readCreateAnswer(answer, sent)).toMatchObject({ created: { key: { name: 'Sent' } } });
  });

  it('does not give up a secret for another field that is odd', () => {
    expect(readCreateAnswer({ id: idOf(1), value: 'whole-key-9876' }, sent)).toEqual({
      kind: 'created',
      created: {
        key: {
          kind: 'key',
          id: idOf(1),
          name: 'Sent',
          lastFour: '9876',
          createdAt: null,
          creatorId: null,
          restricted: true,
          permissions: ['calls.view'],
        },
        secret: 'whole-key-9876',
      },
    });
  });

  it.each(each(null, 'text', [], {}, { value: 'whole-key' }, { id: 'x', value: 'whole-key' }))(
    'cannot read %j',
    (answer) => {
      expect(readCreateAnswer(answer, sent)).toEqual({ kind: 'unreadable' });
    },
  );
});

describe('readPage', () => {
  it('takes the cursor of the server, or the last row’s', () => {
    const rows = [wireKey(1), wireKey(2)];
    expect(readPage(wirePage(rows, { has_more: true, last_id: idOf(5) }))?.cursor).toBe(idOf(5));
    expect(readPage(wirePage(rows, { has_more: true }))?.cursor).toBe(idOf(2));
    expect(readPage(wirePage(rows, { has_more: true, last_id: 'x' }))?.cursor).toBe(idOf(2));
    expect(readPage(wirePage([null]))?.cursor).toBeNull();
  });

  it.each(
    each(
      null,
      [],
      'x',
      {},
      { data: [] },
      { has_more: false },
      { data: {}, has_more: false },
      { data: [], has_more: 'no' },
    ),
  )('is not in %j', (answer) => {
    expect(readPage(answer)).toBeNull();
  });

  it('does without what only helps', () => {
    expect(readPage({ data: [], has_more: false, total_pages: 'many', last_id: 4 })).toEqual({
      rows: [],
      hasMore: false,
      cursor: null,
      totalPages: null,
    });
  });
});

describe('readProject', () => {
  it('names a project without a name by its id', () => {
    expect(readProject({ id: idOf(1), name: 'Shop' })).toEqual({ id: idOf(1), name: 'Shop' });
    expect(readProject({ id: idOf(1) })).toEqual({ id: idOf(1), name: idOf(1) });
    expect(readProject({ name: 'Shop' })).toBeNull();
  });
});

describe('readMember', () => {
  it.each([
    [{ first_name: 'Ada', last_name: 'Byron' }, 'Ada Byron'],
    [{ first_name: 'Ada', last_name: null }, 'Ada'],
    [{ last_name: 'Byron' }, 'Byron'],
    [{ first_name: ' ', last_name: '' }, null],
    [{}, null],
  ])('%j', (names, name) => {
    const member = {
      id: idOf(1),
      email: 'ada@example.com',
      role: { id: 'r', name: 'admin', permissions: [] },
      ...names,
    };
    expect(readMember(member)).toEqual({
      user: { id: idOf(1), name, email: 'ada@example.com' },
      role: 'admin',
    });
  });

  it('makes nobody an administrator for want of a role', () => {
    expect(readMember({ id: idOf(1), email: 'a@b' })?.role).toBeNull();
    expect(readMember({ id: idOf(1), email: 'a@b', role: 'admin' })?.role).toBeNull();
    expect(readMember({ email: 'a@b', role: { name: 'admin' } })).toBeNull();
  });
});
