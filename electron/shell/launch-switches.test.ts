import { describe, expect, it } from 'vitest';
import {
  BACK_DOOR_VARIABLES,
  BACK_DOORS,
  EARLY_DOORS,
  isWatched,
  readLaunchOptions,
  removeBackDoors,
} from './launch-switches.ts';

function commandLine(switches: Record<string, string>) {
  const held = new Map(Object.entries(switches));
  return {
    held,
    hasSwitch: (name: string) => held.has(name),
    getSwitchValue: (name: string) => held.get(name) ?? '',
    removeSwitch: (name: string) => void held.delete(name),
  };
}

describe('launch switches', () => {
  it('takes every back door off and leaves the rest', () => {
    const line = commandLine({
      ...Object.fromEntries(BACK_DOORS.map((name) => [name, '1'])),
      'user-data-dir': '/tmp/profile',
    });
    const environment = { ...Object.fromEntries(BACK_DOOR_VARIABLES.map((name) => [name, '1'])), HOME: '/h' };
    removeBackDoors(line, environment);
    expect([...line.held.keys()]).toEqual(['user-data-dir']);
    expect(environment).toEqual({ HOME: '/h' });
  });

  it('knows what has watched the program from before its first line', () => {
    expect(EARLY_DOORS.filter((name) => !isWatched(commandLine({ [name]: '' })))).toEqual([]);
    expect(isWatched(commandLine({ 'user-data-dir': '/tmp/profile', 'open-demo': '' }))).toBe(false);
  });

  it('reads what the program understands', () => {
    expect(readLaunchOptions(commandLine({ 'open-demo': '', 'user-data-dir': '/tmp/p' }))).toEqual({
      openDemo: true,
      profileFolder: '/tmp/p',
    });
    expect(readLaunchOptions(commandLine({}))).toEqual({ openDemo: false, profileFolder: null });
  });
});
