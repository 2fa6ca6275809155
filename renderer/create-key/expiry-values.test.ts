import { expect, test } from 'vitest';
import { dayOf, endOfDay, expiryProblem } from './expiry-values.ts';

test('a day goes in and comes out', () => {
  expect(dayOf(endOfDay('2027-03-01') ?? 0)).toBe('2027-03-01');
  expect(endOfDay('2027-03-01')).toBe(new Date(2027, 2, 1, 23, 59, 59).getTime());
});

test.each(['', '2027', 'soon', '27-03-01'])('%j is no day', (day) => {
  expect(endOfDay(day)).toBeNull();
});

test('a day that is over is said', () => {
  const now = new Date(2027, 2, 1, 12).getTime();
  expect(expiryProblem(endOfDay('2027-03-01'), now)).toBeNull();
  expect(expiryProblem(endOfDay('2027-02-28'), now)).toBe('This day is over');
  expect(expiryProblem(null, now)).toBeNull();
  expect(dayOf(endOfDay('0002-03-01') ?? 0)).toBe('0002-03-01');
});
