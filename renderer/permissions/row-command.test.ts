import { expect, test } from 'vitest';
import { rowCommand } from './row-command.ts';

const PLAIN = { ctrlKey: false, metaKey: false, altKey: false };

test.each([
  ['n', { kind: 'level', level: 'none' }],
  ['R', { kind: 'level', level: 'read' }],
  ['w', { kind: 'level', level: 'write' }],
  ['ArrowLeft', { kind: 'step', by: -1 }],
  ['ArrowRight', { kind: 'step', by: 1 }],
  ['ArrowUp', { kind: 'row', by: -1 }],
  ['ArrowDown', { kind: 'row', by: 1 }],
  ['PageUp', { kind: 'group', by: -1 }],
  ['PageDown', { kind: 'group', by: 1 }],
  ['Home', { kind: 'end', which: 'first' }],
  ['End', { kind: 'end', which: 'last' }],
  ['x', null],
  ['Tab', null],
  ['constructor', null],
] as const)('%s', (key, command) => {
  expect(rowCommand({ key, ...PLAIN })).toEqual(command);
});

test('leaves shortcuts of the menu alone', () => {
  expect(rowCommand({ key: 'r', ...PLAIN, ctrlKey: true })).toBeNull();
  expect(rowCommand({ key: 'w', ...PLAIN, metaKey: true })).toBeNull();
});
