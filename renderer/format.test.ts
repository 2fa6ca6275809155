import { describe, expect, it } from 'vitest';
import {
  fullDate,
  isOld,
  keyCount,
  maskedKey,
  monthsSince,
  nameInLabel,
  oneLine,
  relativeDate,
  shownName,
} from './format.ts';

const NOW = Date.UTC(2026, 5, 15, 12);
const DAY = 86_400_000;

describe('relativeDate', () => {
  it.each([
    [NOW - 5_000, 'just now'],
    [NOW + 5_000, 'just now'],
    [NOW - 120_000, '2 minutes ago'],
    [NOW - 3 * 3_600_000, '3 hours ago'],
    [NOW - 1.5 * DAY, 'yesterday'],
    [NOW - 92 * DAY, '3 months ago'],
    [NOW - 800 * DAY, '2 years ago'],
    [NOW + 3 * DAY, 'in 3 days'],
    [null, 'unknown'],
    [Number.NaN, 'unknown'],
    [8.65e15, 'unknown'],
    [Number.NEGATIVE_INFINITY, 'unknown'],
  ])('%s → %s', (time, words) => {
    expect(relativeDate(time, NOW)).toBe(words);
  });

  it('takes every date that can be', () => {
    expect(fullDate(8.64e15)).toContain('275760');
    expect(fullDate(null)).toBe('unknown');
  });
});

it('knows an old key', () => {
  expect(isOld(NOW - 366 * DAY, NOW)).toBe(true);
  expect(isOld(NOW - 364 * DAY, NOW)).toBe(false);
  expect(isOld(null, NOW)).toBe(false);
  expect(monthsSince(NOW - 430 * DAY, NOW)).toBe(14);
});

it('counts and masks', () => {
  expect(keyCount(1)).toBe('1 key');
  expect(keyCount(100_000)).toBe('100,000 keys');
  expect(maskedKey('a1b2')).toBe('••••••••a1b2');
  expect(maskedKey(null)).toBe('••••••••');
});

describe('names', () => {
  it('stand on one line and are capped', () => {
    expect(oneLine(' a\n\tb\u0000c  ')).toBe('a b c');
    expect(oneLine('x'.repeat(10_000))).toHaveLength(501);
    expect(oneLine('😀'.repeat(10), 3)).toBe('😀…');
  });

  it('can be seen even where nothing of them is visible', () => {
    expect(shownName('\u200b\u2060 \u3164')).toBe('Name without visible characters');
    expect(shownName(null)).toBe('Unreadable name');
    expect(shownName('<img src=x onerror=alert(1)>')).toBe('<img src=x onerror=alert(1)>');
  });

  it('keep their direction to themselves within a label', () => {
    expect(nameInLabel('CRM_Query')).toBe('CRM_Query');
    expect(nameInLabel('a\u202eb')).toBe('\u2068a\u202eb\u2069');
  });
});
