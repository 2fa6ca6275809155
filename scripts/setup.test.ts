import { describe, expect, it } from 'vitest';
import { isInstalled } from './setup.mjs';

describe('whether the dependencies are those of the lock file', () => {
  const locked = {
    '': { version: '0.1.0' },
    'node_modules/ky': { version: '2.1.0' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
  };

  it('allows optional packages of other platforms to be missing', () => {
    expect(isInstalled(locked, { 'node_modules/ky': { version: '2.1.0' } })).toBe(true);
  });

  it.each([
    ['one is missing', {}],
    ['one is of another version', { 'node_modules/ky': { version: '2.0.0' } }],
    [
      'one is there that is not wanted any more',
      { 'node_modules/ky': { version: '2.1.0' }, 'node_modules/got': { version: '1.0.0' } },
    ],
  ])('says no where %s', (_, installed) => {
    expect(isInstalled(locked, installed)).toBe(false);
  });
});
