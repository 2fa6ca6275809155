import { expect, it } from 'vitest';
import { inTurns, ownTurn, ROWS_A_TURN } from './turns.ts';

it('lets what is due come between two of those that wait', async () => {
  const done: string[] = [];
  const work = async (name: string) => {
    await ownTurn();
    done.push(name);
    setImmediate(() => done.push(`after ${name}`));
  };
  await Promise.all([work('one'), work('two'), work('three')]);
  expect(done).toEqual(['one', 'after one', 'two', 'after two', 'three']);
});

it('takes rows in pieces, all of them and in their order', async () => {
  const rows = Array.from({ length: 2 * ROWS_A_TURN + 1 }, (_, index) => index);
  const pieces: (readonly number[])[] = [];
  for await (const piece of inTurns(rows)) pieces.push(piece);
  expect(pieces.map(({ length }) => length)).toEqual([ROWS_A_TURN, ROWS_A_TURN, 1]);
  expect(pieces.flat()).toEqual(rows);
});

it('takes no rows as one empty piece', async () => {
  const pieces: (readonly number[])[] = [];
  for await (const piece of inTurns<number>([])) pieces.push(piece);
  expect(pieces).toEqual([[]]);
});
