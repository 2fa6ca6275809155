import { describe, expect, it } from 'vitest';
import type { ApiKey, KeyRow } from '../../shared/api-key.ts';
import { sampleKey } from '../test/sample-key.ts';
import { listRow } from './listed-row.ts';
import { createSorter, filterRows, nextSort, type Sort, sortRows, USUAL_SORT } from './visible-rows.ts';

const named = (name: string, more: Partial<ApiKey> = {}): ApiKey =>
  sampleKey(name, { name, createdAt: 0, ...more });

const UNREADABLE: KeyRow = {
  kind: 'unreadable',
  id: 'unreadable',
  name: null,
  lastFour: null,
  createdAt: null,
  position: 3,
  problems: ['name'],
};

const names = (rows: readonly { row: KeyRow }[]) => rows.map(({ row }) => row.name);
const sorted = (rows: readonly KeyRow[], sort: Sort) => names(sortRows([], rows.map(listRow), sort));

describe('filterRows', () => {
  const rows = ['Équipe_CRM', 'BOOKING app', 'naïve', 'İstanbul'].map((name) => listRow(named(name)));

  it.each([
    ['equipe', ['Équipe_CRM']],
    ['  crm ', ['Équipe_CRM']],
    ['ÉQ', ['Équipe_CRM']],
    ['booking A', ['BOOKING app']],
    ['istanbul', ['İstanbul']],
    ['', ['Équipe_CRM', 'BOOKING app', 'naïve', 'İstanbul']],
    ['.*', []],
  ])('%s', (query, found) => {
    expect(names(filterRows(rows, query))).toEqual(found);
  });
});

describe('sortRows', () => {
  it('sorts names as people do, what has no name last', () => {
    const rows = ['key 10', 'Zoe', UNREADABLE, 'key 9', 'éclair', 'eclair', 'alpha', 'key 009'].map((name) =>
      typeof name === 'string' ? named(name) : name,
    );
    const expected = ['alpha', 'eclair', 'éclair', 'key 9', 'key 009', 'key 10', 'Zoe'];
    expect(sorted(rows, { column: 'name', direction: 'ascending' })).toEqual([...expected, null]);
    expect(sorted(rows, { column: 'name', direction: 'descending' }).at(-1)).toBeNull();
    expect(sorted(rows, { column: 'name', direction: 'descending' })[0]).toBe('Zoe');
  });

  it('sorts dates, unknown ones last in both directions, equal ones in their order', () => {
    const rows = [
      named('none', { createdAt: null }),
      named('a', { createdAt: 5 }),
      named('b', { createdAt: 5 }),
      named('c', { createdAt: 9 }),
    ];
    expect(sorted(rows, USUAL_SORT)).toEqual(['c', 'a', 'b', 'none']);
    expect(sorted(rows, { column: 'created', direction: 'ascending' })).toEqual(['a', 'b', 'c', 'none']);
  });

  it('brings the unrestricted keys to the top', () => {
    const rows = [named('a'), UNREADABLE, named('b', { restricted: false }), named('c')];
    const first = nextSort(USUAL_SORT, 'permissions');
    expect(sorted(rows, first)).toEqual(['b', 'a', 'c', null]);
    expect(sorted(rows, nextSort(first, 'permissions'))).toEqual(['a', 'c', 'b', null]);
  });
});

describe('createSorter', () => {
  it('gives the same order for a list that grew as for the whole of it', () => {
    const rows = ['m10', 'm9', 'a', 'z', 'b', 'É', 'e', 'm1'].map((name) => listRow(named(name)));
    const sort: Sort = { column: 'name', direction: 'ascending' };
    const growing = createSorter();
    growing({ generation: 1, rows: rows.slice(0, 3) }, sort);
    growing({ generation: 1, rows: rows.slice(0, 5) }, sort);
    const whole = createSorter()({ generation: 1, rows }, sort);
    expect(growing({ generation: 1, rows }, sort)).toEqual(whole);
  });

  it('gives the same order for a list of which some rows have gone and some come', () => {
    const rows = ['m10', 'm9', 'a', 'z', 'b', 'É', 'e', 'm1'].map((name) => listRow(named(name)));
    const sort: Sort = { column: 'name', direction: 'ascending' };
    const sorter = createSorter();
    sorter({ generation: 1, rows: rows.slice(0, 5) }, sort);
    const after = { generation: 2, rows: rows.slice(2) };
    expect(sorter(after, sort)).toEqual(createSorter()(after, sort));
    const shorter = { generation: 3, rows: rows.slice(4) };
    expect(sorter(shorter, sort)).toEqual(createSorter()(shorter, sort));
  });

  it('sorts by project where it is told their order, and anew where that changes', () => {
    const sorter = createSorter();
    const list = { generation: 1, rows: ['b1', 'a1', 'b2', 'a2'].map((name) => listRow(named(name))) };
    const by = (order: string) => (row: KeyRow) => order.indexOf(row.name?.[0] ?? '');
    const sort = nextSort(USUAL_SORT, 'project');
    expect(names(sorter(list, sort, by('ab')))).toEqual(['a1', 'a2', 'b1', 'b2']);
    expect(names(sorter(list, sort, by('ba')))).toEqual(['b1', 'b2', 'a1', 'a2']);
    expect(names(sorter(list, nextSort(sort, 'project'), by('ab')))).toEqual(['b1', 'b2', 'a1', 'a2']);
  });

  it('begins anew with another list', () => {
    const sorter = createSorter();
    sorter({ generation: 1, rows: [listRow(named('old'))] }, USUAL_SORT);
    const list = { generation: 2, rows: [listRow(named('new'))] };
    expect(names(sorter(list, USUAL_SORT))).toEqual(['new']);
  });
});
