import { expect, it } from 'vitest';
import { APP_ERROR_KINDS } from '../../shared/app-error.ts';
import { resultText } from './activity-text.ts';

it.each([
  ['create', { kind: 'done' }, 'Created'],
  ['delete', { kind: 'done' }, 'Deleted'],
  ['delete', { kind: 'already-gone' }, 'Was already gone'],
  ['create', { kind: 'unknown' }, 'Not known: there was no clear answer'],
  ['delete', { kind: 'failed', error: 'forbidden' }, 'Failed: not allowed'],
] as const)('%s that came to %o', (action, result, words) => {
  expect(resultText({ action, result })).toBe(words);
});

it.each(APP_ERROR_KINDS)('a failure by %s is told in words, not by its code', (error) => {
  const words = resultText({ action: 'delete', result: { kind: 'failed', error } });
  expect(words).toMatch(/^Failed: [A-Za-z ]+$/);
});
