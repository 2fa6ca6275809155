import { expect, it } from 'vitest';
import {
  COLUMN_GROUPS,
  COLUMNS,
  type Column,
  columnFilter,
  nextColumnFilter,
  withColumnFilter,
} from './columns.ts';

function column(id: string): Column {
  const found = COLUMNS.find((each) => each.id === id);
  if (!found) throw new Error(`No column ${id}`);
  return found;
}

/** The query after so many presses on the head of a column. */
function pressed(query: string, id: string, times: number): string {
  let after = query;
  for (let press = 0; press < times; press += 1) {
    after = withColumnFilter(after, column(id), nextColumnFilter(after, column(id)));
  }
  return after;
}

it('has a column for each of the 19 resources, and one for all else', () => {
  expect(COLUMNS).toHaveLength(20);
  expect(COLUMN_GROUPS.reduce((sum, { count }) => sum + count, 0)).toBe(19);
  expect(COLUMNS.filter(({ isFirst }) => isFirst).map(({ id }) => id)).toEqual([
    'calls',
    'agents',
    'contacts',
    'phones',
    'other',
  ]);
});

it('asks who can write, then who gets there at all, then nothing', () => {
  expect(pressed('crm', 'billing', 1)).toBe('crm billing:write');
  expect(pressed('crm', 'billing', 2)).toBe('crm billing:any');
  expect(pressed('crm', 'billing', 3)).toBe('crm');
});

it('asks who can write only where there is something to write', () => {
  expect(pressed('', 'messages', 1)).toBe('messages:any');
  expect(pressed('', 'messages', 2)).toBe('');
});

it('leaves the filters of other columns, and takes over what was typed', () => {
  expect(pressed('calls:any', 'billing', 1)).toBe('calls:any billing:write');
  expect(pressed('Billing:READ crm', 'billing', 1)).toBe('crm');
  expect(columnFilter('-billing:write', column('billing'))).toBeNull();
});
