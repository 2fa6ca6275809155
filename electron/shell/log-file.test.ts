import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The library keeps the console's functions when it is loaded. */
const complain = vi.hoisted(() => {
  const spy = vi.fn();
  Object.assign(console, { error: spy, warn: spy, log: spy, info: spy });
  return spy;
});

import { openLogFile } from './log-file.ts';

const LINE = 'x'.repeat(99);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'keydesk-log-'));
});
afterEach(() => rm(folder, { recursive: true }));

const sizeOf = (name: string): Promise<number> => stat(join(folder, name)).then(({ size }) => size);

describe('the log file', () => {
  it('is made with its folder at the first line, and holds the lines as they are', async () => {
    const logs = join(folder, 'new', 'logs');
    const write = openLogFile(logs);
    expect(existsSync(logs)).toBe(false);
    write('{"percent":"100%c %s"}');
    write('second');
    expect(await readdir(logs)).toEqual(['keydesk.log']);
    expect((await readFile(join(logs, 'keydesk.log'), 'utf8')).split(/\r?\n/)).toEqual([
      '{"percent":"100%c %s"}',
      'second',
      '',
    ]);
  });

  it('stays within its size, with one older file', async () => {
    const write = openLogFile(folder, 1_000);
    for (let count = 0; count < 100; count += 1) write(LINE);
    expect((await readdir(folder)).sort()).toEqual(['keydesk.log', 'keydesk.old.log']);
    expect(await sizeOf('keydesk.log')).toBeLessThanOrEqual(1_200);
    expect(await sizeOf('keydesk.old.log')).toBeLessThanOrEqual(1_200);
  });

  it('goes on where the last run ended, and counts what that has written', async () => {
    await writeFile(join(folder, 'keydesk.log'), 'y'.repeat(1_001));
    openLogFile(folder, 1_000)('first');
    expect(await sizeOf('keydesk.old.log')).toBe(1_001);
    expect(await readFile(join(folder, 'keydesk.log'), 'utf8')).toMatch(/^first\r?\n$/);
  });

  it('stays within its size also where the older file cannot be replaced', async () => {
    await mkdir(join(folder, 'keydesk.old.log', 'in the way'), { recursive: true });
    const write = openLogFile(folder, 1_000);
    for (let count = 0; count < 100; count += 1) write(LINE);
    expect(await sizeOf('keydesk.log')).toBeLessThanOrEqual(1_500);
  });
});

describe('a disk that refuses', () => {
  beforeEach(() => complain.mockClear());

  it('costs the lines and nothing else, where no folder can be made', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    const write = openLogFile(join(file, 'logs'));
    write(LINE);
    write(LINE);
    expect(complain).not.toHaveBeenCalled();
  });

  it.skipIf(!existsSync('/dev/full'))('costs the lines until it has room again', async () => {
    const file = join(folder, 'keydesk.log');
    await symlink('/dev/full', file);
    const write = openLogFile(folder);
    write('lost');
    await rm(file);
    write('kept');
    expect(await readFile(file, 'utf8')).toMatch(/^kept\r?\n$/);
    expect(complain).not.toHaveBeenCalled();
  });
});
