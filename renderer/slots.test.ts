import { expect, test } from 'vitest';
import { createSlots } from './slots.ts';

test('a row keeps its element while it is in view, and leaves it to one that comes', () => {
  const slotsOf = createSlots();
  expect(slotsOf('', ['a', 'b', 'c'], null)).toEqual([0, 1, 2]);
  expect(slotsOf('', ['b', 'c', 'd'], null)).toEqual([1, 2, 0]);
  expect(slotsOf('', ['b', 'c', 'd'], null)).toEqual([1, 2, 0]);
  expect(slotsOf('', ['c', 'd', 'e', 'f'], null)).toEqual([2, 0, 1, 3]);
});

test('another list is shown in the elements as they stand: none is moved', () => {
  const slotsOf = createSlots();
  slotsOf('', ['a', 'b', 'c'], null);
  slotsOf('', ['b', 'c', 'd'], null);
  expect(slotsOf('b', ['d', 'x', 'b', 'y'], null)).toEqual([1, 2, 0, 3]);
});

test('the element that may have the focus is nobody else’s', () => {
  const slotsOf = createSlots();
  slotsOf('', ['a', 'b'], 'a');
  expect(slotsOf('', ['b', 'c'], 'a')).toEqual([1, 2]);
  expect(slotsOf('b', ['x', 'b', 'c'], 'c')).toEqual([1, 3, 2]);
});
