import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from '@playwright/test';
import { test as base } from './keyring-app.ts';

/** A small disk of a test's own, with the profile on it. */
export type Disk = {
  /** Fills it to the last byte. */
  readonly fill: () => void;
  /** Makes room again. */
  readonly free: () => void;
  readonly become: (mode: 'read-only' | 'writable') => void;
};

const MEGABYTES = 32;

function mount(...args: readonly string[]): void {
  execFileSync('mount', args, { stdio: 'pipe' });
}

/** Writes until nothing fits any more, in ever smaller pieces. */
function fillUp(file: string): void {
  const handle = openSync(file, 'a');
  try {
    for (let bytes = 1024 * 1024; bytes >= 1; bytes = Math.floor(bytes / 8)) writeAll(handle, bytes);
  } finally {
    closeSync(handle);
  }
}

function writeAll(handle: number, bytes: number): void {
  const piece = Buffer.alloc(bytes);
  try {
    while (writeSync(handle, piece) === bytes);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
  }
}

/** The profile lies on a disk of its own, which can be filled and made read-only. */
export const diskTest = base.extend<{ readonly disk: Disk }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  profile: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-disk-'));
    try {
      mount('-t', 'tmpfs', '-o', `size=${MEGABYTES}m,mode=700`, 'tmpfs', folder);
    } catch {
      await rm(folder, { recursive: true });
      test.skip(true, 'A disk of its own needs root on Linux.');
    }
    await use(folder);
    execFileSync('umount', ['--lazy', folder]);
    await rm(folder, { recursive: true });
  },
  disk: async ({ profile }, use) => {
    const filler = path.join(profile, 'filler');
    await use({
      fill: () => fillUp(filler),
      free: () => rmSync(filler),
      become: (mode) => mount('-o', `remount,${mode === 'read-only' ? 'ro' : 'rw'}`, profile),
    });
  },
});
