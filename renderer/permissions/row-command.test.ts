import { expect, test, vi } from 'vitest';
import { LEVELS } from '../../shared/permissions.ts';
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

test('in Spanish the letters are those of the Spanish levels', async () => {
  document.documentElement.lang = 'es';
  vi.resetModules();
  const { t } = await import('../../shared/language/words.ts');
  const { LEVEL_KEYS, rowCommand: spanish } = await import('./row-command.ts');
  for (const level of LEVELS) {
    expect(LEVEL_KEYS[level]).toBe(t(`permissions.${level}`).charAt(0));
    expect(spanish({ key: LEVEL_KEYS[level].toLowerCase(), ...PLAIN })).toEqual({ kind: 'level', level });
  }
  expect(spanish({ key: 'w', ...PLAIN })).toBeNull();
  document.documentElement.lang = 'en';
});
