import { expect, it } from 'vitest';
import { COMMANDS, commandAt, commandInfo } from './commands.ts';

it('has no key for two commands', () => {
  const keys = COMMANDS.flatMap((command) => commandInfo(command).shortcut ?? []).map((key) =>
    JSON.stringify(key),
  );
  expect(new Set(keys).size).toBe(keys.length);
  expect(keys.length).toBeGreaterThan(5);
});

it('finds the command of a key, with and without the modifier', () => {
  expect(commandAt('n', true)).toBe('create-key');
  expect(commandAt('N', true)).toBe('create-key');
  expect(commandAt('n', false)).toBeNull();
  expect(commandAt('?', false)).toBe('shortcuts');
  expect(commandAt('?', true)).toBeNull();
});
