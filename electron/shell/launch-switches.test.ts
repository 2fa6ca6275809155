import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  BACK_DOOR_VARIABLES,
  isShipped,
  readDevelopmentSwitches,
  removeBackDoors,
} from './launch-switches.ts';

function commandLine(switches: Readonly<Record<string, string>>) {
  return {
    hasSwitch: (name: string) => name in switches,
    getSwitchValue: (name: string) => switches[name] ?? '',
  };
}

describe('the start', () => {
  it('takes every back door out of the environment and leaves the rest', () => {
    const environment = { ...Object.fromEntries(BACK_DOOR_VARIABLES.map((name) => [name, '1'])), HOME: '/h' };
    removeBackDoors(environment);
    expect(environment).toEqual({ HOME: '/h' });
  });

  it('is that of a shipped program by its name, and in an archive by any name', () => {
    const archive = join('/opt', 'Keydesk', 'resources', 'app.asar', 'out', 'main');
    const folder = join('/home', 'me', 'keydesk', 'out', 'main');
    expect(isShipped(true, folder)).toBe(true);
    expect(isShipped(false, archive)).toBe(true);
    expect(isShipped(false, folder)).toBe(false);
  });

  it('reads what a program for development understands', () => {
    const all = { 'open-demo': '', 'user-data-dir': '/tmp/p', 'policy-file': '/tmp/policy.json' };
    expect(readDevelopmentSwitches(commandLine(all))).toEqual({
      openDemo: true,
      profileFolder: '/tmp/p',
      policyFile: '/tmp/policy.json',
    });
    expect(readDevelopmentSwitches(commandLine({}))).toEqual({
      openDemo: false,
      profileFolder: null,
      policyFile: null,
    });
  });
});
