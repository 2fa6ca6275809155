import { describe, expect, it } from 'vitest';
import type { ApiKey, KeyRow } from './api-key.ts';
import { compareKeys } from './compare.ts';

const key = (more: Partial<ApiKey>): ApiKey => ({
  kind: 'key',
  id: 'a',
  name: 'A',
  lastFour: 'a1b2',
  createdAt: 1_700_000_000_000,
  creatorId: 'user-1',
  restricted: true,
  permissions: [],
  ...more,
});

const labels = (rows: readonly KeyRow[]) => compareKeys(rows, 'user-1').different.map(({ label }) => label);

describe('comparing keys', () => {
  it('finds what differs and what is the same, in the order of the page', () => {
    const rows = [
      key({ permissions: ['calls.view', 'billing.view'] }),
      key({ permissions: ['calls.view', 'billing.view', 'billing.update', 'agents.view'] }),
    ];
    const { different, same } = compareKeys(rows, null);
    expect(different.map(({ label }) => label)).toEqual(['Agents', 'Billing']);
    expect(different[1]?.values).toEqual([
      { kind: 'access', access: { kind: 'level', level: 'read' } },
      { kind: 'access', access: { kind: 'level', level: 'write' } },
    ]);
    expect(same).toHaveLength(3 + 17);
    expect(same.find(({ label }) => label === 'Calls')?.values).toHaveLength(2);
  });

  it('calls who is signed in as the details do', () => {
    const rows = [key({}), key({ creatorId: 'user-2' })];
    const [createdBy] = compareKeys(rows, 'user-1').different;
    expect(createdBy?.values).toEqual([
      { kind: 'text', text: 'you' },
      { kind: 'text', text: 'user-2' },
    ]);
  });

  it('takes the same verbs in another order for the same', () => {
    const rows = [
      key({ permissions: ['calls.create', 'calls.update'] }),
      key({ permissions: ['calls.update', 'calls.create'] }),
    ];
    expect(labels(rows)).toEqual([]);
  });

  it('gives an unrestricted key full access to each resource', () => {
    const { different } = compareKeys([key({ restricted: false }), key({})], null);
    expect(different).toHaveLength(1 + 19);
    expect(different[1]?.values).toEqual([
      { kind: 'full' },
      { kind: 'access', access: { kind: 'level', level: 'none' } },
    ]);
  });

  it('compares strings that the catalogue does not know, one by one', () => {
    const rows = [key({ permissions: ['workflows.view', 'logs.view'] }), key({ permissions: ['logs.view'] })];
    const { different, same } = compareKeys(rows, null);
    expect(different).toEqual([
      {
        label: 'workflows.view',
        exact: true,
        values: [
          { kind: 'held', held: true },
          { kind: 'held', held: false },
        ],
      },
    ]);
    expect(same.at(-1)?.label).toBe('logs.view');
  });

  it('says of a row that could not be read that its rest is unknown', () => {
    const unreadable: KeyRow = {
      kind: 'unreadable',
      id: 'b',
      name: null,
      lastFour: null,
      createdAt: null,
      position: 1,
      problems: ['name'],
    };
    const { different } = compareKeys([key({ permissions: ['calls.view'] }), unreadable], null);
    expect(different.map(({ values }) => values[1])).toEqual(different.map(() => ({ kind: 'unknown' })));
    expect(different).toHaveLength(3 + 19);
  });
});
