import { expect, it } from 'vitest';
import { listRow } from '../keys/listed-row.ts';
import { sampleKey } from '../test/sample-key.ts';
import { neighbourOf } from './use-several.ts';

const SHOWN = ['a', 'b', 'c', 'd'].map((id) => listRow(sampleKey(id)));

it.each([
  [['b'], 'c'],
  [['a', 'c'], 'd'],
  [['c', 'd'], 'b'],
  [['a', 'b', 'c', 'd'], null],
  [['elsewhere'], 'a'],
])('beside %s is %s', (ids, neighbour) => {
  expect(neighbourOf(SHOWN, new Set(ids))).toBe(neighbour);
});
