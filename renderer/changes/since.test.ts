import { expect, it } from 'vitest';
import { sinceLabel, timeOf } from './since.ts';

const NOW = Date.UTC(2026, 10, 24, 12);
const DAY = 86_400_000;
const parts = { lastVisit: NOW - 3 * DAY, date: '', now: NOW };

it.each([
  ['last-visit', NOW - 3 * DAY],
  ['day', NOW - DAY],
  ['week', NOW - 7 * DAY],
  ['month', NOW - 30 * DAY],
  ['all', 0],
] as const)('since %s', (since, time) => {
  expect(timeOf(since, parts)).toBe(time);
});

it('begins a date at its midnight here, and a date that is none at the beginning', () => {
  expect(timeOf('date', { ...parts, date: '2026-11-20' })).toBe(new Date(2026, 10, 20).getTime());
  expect(timeOf('date', parts)).toBe(0);
});

it('begins with everything where there was no visit before', () => {
  expect(timeOf('last-visit', { ...parts, lastVisit: null })).toBe(0);
  expect(sinceLabel('last-visit', NOW - 3 * DAY, NOW)).toBe('Since the last visit (3 days ago)');
});
