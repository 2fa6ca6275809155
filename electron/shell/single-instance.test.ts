import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { mayStart } from './single-instance.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keydesk-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const readOnly = () => {
  throw new Error('EROFS');
};
const refused = () => false;

describe('an instance', () => {
  it('starts where it gets the lock', () => {
    expect(mayStart({ folder, requestLock: () => true })).toBe(true);
  });

  it('does not where the lock is refused in a folder that can be written', () => {
    expect(mayStart({ folder, requestLock: refused })).toBe(false);
  });

  it('starts where no lock can be made', () => {
    expect(mayStart({ folder, requestLock: refused, checkWritable: readOnly })).toBe(true);
    const missing = join(folder, 'missing');
    expect(mayStart({ folder: missing, requestLock: refused })).toBe(true);
  });

  it.skipIf(process.platform === 'win32')(
    'does not where another one runs in a folder that has become read-only',
    () => {
      symlinkSync(`a-host-${process.pid}`, join(folder, 'SingletonLock'));
      expect(mayStart({ folder, requestLock: refused, checkWritable: readOnly })).toBe(false);
    },
  );

  it.skipIf(process.platform === 'win32')('starts where the lock is left over from one that has died', () => {
    symlinkSync('a-host-4711', join(folder, 'SingletonLock'));
    const parts = { folder, requestLock: refused, checkWritable: readOnly };
    expect(mayStart({ ...parts, isAlive: () => false })).toBe(true);
    expect(mayStart({ ...parts, isAlive: (pid) => pid === 4711 })).toBe(false);
  });

  it('does not where the lock file of Windows is there', () => {
    writeFileSync(join(folder, 'lockfile'), '');
    expect(mayStart({ folder, requestLock: refused, checkWritable: readOnly })).toBe(false);
  });
});
