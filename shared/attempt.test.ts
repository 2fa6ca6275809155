import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ApiKey, KeyRow } from './api-key.ts';
import { type CreateDetails, candidatesFor, namesakesOf } from './attempt.ts';

const AT = Date.UTC(2026, 4, 6, 12);
const MINUTE = 60_000;

function key(id: string, name: string, createdAt: number | null = AT): ApiKey {
  return {
    kind: 'key',
    id,
    name,
    lastFour: 'a1b2',
    createdAt,
    creatorId: null,
    restricted: true,
    permissions: [],
  };
}

const details = (more: Partial<CreateDetails> = {}): CreateDetails => ({
  name: 'CRM',
  access: { kind: 'unrestricted' },
  before: [],
  beforeIsWhole: true,
  keyId: null,
  ...more,
});

const idsOf = (attempt: Parameters<typeof candidatesFor>[0], rows: readonly KeyRow[]) =>
  candidatesFor(attempt, rows).map(({ id }) => id);

describe('candidatesFor', () => {
  it('takes keys of the same name that were not there before, whatever their date says', () => {
    const rows = [
      key('new', ' CRM ', 0),
      key('old', 'CRM'),
      key('other', 'CRM_2'),
      key('dateless', 'CRM', null),
    ];
    expect(idsOf({ at: AT, details: details({ before: ['old'] }) }, rows)).toEqual(['new', 'dateless']);
  });

  it('goes by the dates where no whole list told what was there before', () => {
    const rows = [
      key('early', 'CRM', AT - 11 * MINUTE),
      key('slow-clock', 'CRM', AT - 9 * MINUTE),
      key('new', 'CRM', AT + MINUTE),
      key('dateless', 'CRM', null),
      key('made-here', 'CRM', AT),
    ];
    const known = details({ before: ['made-here'], beforeIsWhole: false });
    expect(idsOf({ at: AT, details: known }, rows)).toEqual(['slow-clock', 'new', 'dateless']);
  });

  it('goes by the dates alone where nothing else was kept', () => {
    const rows = [key('new', 'A'), key('early', 'B', AT - 11 * MINUTE), key('dateless', 'C', null)];
    expect(idsOf({ at: AT, details: null }, rows)).toEqual(['new']);
  });

  it('takes the one key where its id is known', () => {
    const rows = [key('made', 'Renamed', 0), key('other', 'CRM')];
    expect(idsOf({ at: AT, details: details({ keyId: 'made' }) }, rows)).toEqual(['made']);
  });

  it('shows a row that cannot be read whole: it may be the one', () => {
    const row: KeyRow = {
      kind: 'unreadable',
      id: null,
      name: 'CRM',
      lastFour: null,
      createdAt: null,
      position: 0,
      problems: ['key id'],
    };
    expect(candidatesFor({ at: AT, details: details() }, [row])).toEqual([row]);
  });

  it('never takes a key that was there before, and never misses one that came since', () => {
    const name = fc.constantFrom('CRM', ' CRM', 'crm', 'Other', '');
    const date = fc.option(fc.integer({ min: 0, max: 2 * AT }));
    const rows = fc.uniqueArray(fc.record({ id: fc.uuid(), name, date, isOld: fc.boolean() }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(rows, name, (all, wanted) => {
        const listed = (some: typeof all) => some.map((row) => key(row.id, row.name, row.date));
        const before = namesakesOf(wanted, listed(all.filter(({ isOld }) => isOld)));
        const found = candidatesFor({ at: AT, details: details({ name: wanted, before }) }, listed(all));
        const expected = all.filter((row) => !row.isOld && row.name.trim() === wanted.trim());
        expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });
});
