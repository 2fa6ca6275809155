import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Cell, targetCell } from './grid-moves.ts';

const SIZE = { rows: 100, columns: 20, page: 10 };
const MIDDLE: Cell = { row: 50, column: 5 };

it.each([
  ['ArrowUp', false, { row: 49, column: 5 }],
  ['ArrowDown', false, { row: 51, column: 5 }],
  ['ArrowLeft', false, { row: 50, column: 4 }],
  ['ArrowRight', false, { row: 50, column: 6 }],
  ['PageUp', false, { row: 40, column: 5 }],
  ['PageDown', false, { row: 60, column: 5 }],
  ['Home', false, { row: 50, column: -1 }],
  ['End', false, { row: 50, column: 19 }],
  ['ArrowUp', true, { row: -1, column: 5 }],
  ['ArrowDown', true, { row: 99, column: 5 }],
  ['Home', true, { row: 0, column: -1 }],
  ['End', true, { row: 99, column: 19 }],
  ['Enter', false, null],
] as const)('%s, far: %s', (key, far, target) => {
  expect(targetCell({ key, far }, MIDDLE, SIZE)).toEqual(target);
});

it('stays within the matrix, head and names included', () => {
  const keys = ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight', 'PageUp', 'PageDown', 'Home', 'End'];
  const move = fc.record({ key: fc.constantFrom(...keys), far: fc.boolean() });
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), fc.nat(30), (moves, rows) => {
      let cell: Cell = { row: -1, column: -1 };
      for (const each of moves) cell = targetCell(each, cell, { ...SIZE, rows }) ?? cell;
      expect(cell.row).toBeGreaterThanOrEqual(-1);
      expect(cell.row).toBeLessThan(Math.max(rows, 1));
      expect(cell.column).toBeGreaterThanOrEqual(-1);
      expect(cell.column).toBeLessThan(SIZE.columns);
    }),
  );
});
