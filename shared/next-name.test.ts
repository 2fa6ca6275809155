import { expect, test } from 'vitest';
import { nextName } from './next-name.ts';

test.each([
  ['CRM_Query', [], 'CRM_Query (2)'],
  ['CRM_Query (2)', [], 'CRM_Query (3)'],
  ['CRM_Query', ['CRM_Query (2)', 'CRM_Query (3)'], 'CRM_Query (4)'],
  [' CRM  ', [], 'CRM (2)'],
  ['CRM (old)', [], 'CRM (old) (2)'],
  ['(2)', [], '(2) (2)'],
  ['CRM(9)', [], 'CRM (10)'],
  ['CRM (9999999)', [], 'CRM (9999999) (2)'],
  ['', [], ' (2)'],
])('%j among %j becomes %j', (name, taken, next) => {
  expect(nextName(name, taken)).toBe(next);
});
