import { expect, it } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { ROWS_A_TURN } from '../key-api/turns.ts';
import { copyOfText, copyToText } from './copy-text.ts';
import type { ListCopy } from './offline-copy.ts';

const key = (index: number): KeyRow => ({
  kind: 'key',
  id: `id-${index}`,
  name: `Line\nbreak, "comma",\r\n${index}],`,
  lastFour: 'wxyz',
  createdAt: index,
  creatorId: null,
  restricted: true,
  permissions: ['calls.view'],
});

const copyOf = (length: number): ListCopy => ({
  savedAt: 5,
  project: { id: 'p1', name: 'A\nB' },
  user: null,
  rows: Array.from({ length }, (_, index) => key(index)),
});

it.each([0, 1, ROWS_A_TURN, ROWS_A_TURN + 1, 3 * ROWS_A_TURN])('comes back with %i rows', async (length) => {
  const text = (await copyToText(copyOf(length))).toString('utf8');
  expect(await copyOfText(text)).toEqual(copyOf(length));
  expect(JSON.parse(text)).toEqual(copyOf(length));
});

it('is read as an earlier version wrote it', async () => {
  expect(await copyOfText(JSON.stringify(copyOf(3)))).toEqual(copyOf(3));
});

it('is no copy where it is no JSON', async () => {
  await expect(copyOfText('{"rows":[\nx\n]}')).rejects.toThrow();
  await expect(copyOfText('')).rejects.toThrow();
});
