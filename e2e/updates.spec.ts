import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test as base, expect } from '@playwright/test';
import { AppImageUpdater } from 'electron-updater';
import { createUpdater, type Updater } from '../electron/updates/updater.ts';
import { startUpdateFeed, TestExecutor, type UpdateFeed } from './support/update-feed.ts';

/*
 * The rehearsal of an update: the library's updater of Linux as Keydesk sets it up, against a feed on this machine.
 * Its network is Node's, which can be told to trust an authority for the tests; Chromium's is Electron's own.
 */
type Rehearsal = {
  readonly feed: UpdateFeed;
  readonly folder: string;
  /** The program that is to be replaced. */
  readonly program: string;
  /** An updater of version 1.0.0. @param trusts whether it trusts the feed's authority. */
  readonly updaterOf: (options?: { trusts?: boolean; url?: string }) => {
    readonly updater: Updater;
    /** Installs at once, without the end of the program. */
    readonly install: () => unknown;
  };
};

const OLD = '#!/bin/sh\necho old\n';

const test = base.extend<{ readonly rehearsal: Rehearsal }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures out of the pattern.
  rehearsal: async ({}, use) => {
    const folder = await mkdtemp(path.join(tmpdir(), 'keydesk-update-'));
    const feed = await startUpdateFeed();
    const program = path.join(folder, 'Keydesk.AppImage');
    await writeFile(program, OLD, { mode: 0o755 });
    const config = path.join(folder, 'app-update.yml');
    await writeFile(config, 'updaterCacheDirName: keydesk-updater\n');
    process.env['APPIMAGE'] = program;
    await use({
      feed,
      folder,
      program,
      updaterOf({ trusts = true, url = feed.url } = {}) {
        const library = new AppImageUpdater(null, {
          version: '1.0.0',
          name: 'keydesk',
          isPackaged: true,
          appUpdateConfigPath: config,
          userDataPath: path.join(folder, 'profile'),
          baseCachePath: path.join(folder, 'cache'),
          whenReady: async () => undefined,
          relaunch: () => undefined,
          quit: () => undefined,
          onQuit: () => undefined,
        });
        Reflect.set(library, 'httpExecutor', new TestExecutor(trusts ? feed.authority : undefined));
        const updater = createUpdater(library, url);
        return { updater, install: () => library.install(false, true) };
      },
    });
    delete process.env['APPIMAGE'];
    feed.close();
    await rm(folder, { recursive: true });
  },
});

test.skip(process.platform !== 'linux', 'An AppImage is for Linux.');
test.describe.configure({ mode: 'default' });

/** A program that leaves a trace when it is started. */
const programOf = (trace: string) =>
  Buffer.from(`#!/bin/sh\necho started > '${trace}'\n# ${randomBytes(60_000).toString('hex')}\n`);

/** All that lies in the cache, whole or half. */
const cached = async (folder: string) => {
  const entries = await readdir(path.join(folder, 'cache'), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name);
};

test('a newer version is found, fetched, checked, and takes the place of this one', async ({ rehearsal }) => {
  const { feed, folder, program, updaterOf } = rehearsal;
  const trace = path.join(folder, 'trace');
  const content = programOf(trace);
  feed.announce({ version: '1.1.0', content });
  const { updater, install } = updaterOf();
  expect(await updater.check()).toBe('1.1.0');
  expect(feed.asked).toEqual(['/keydesk/latest-linux.yml']);
  await updater.download();
  expect(await readFile(program, 'utf8'), 'nothing is installed unasked').toBe(OLD);
  install();
  expect(await readFile(program)).toEqual(content);
  await expect.poll(() => existsSync(trace)).toBe(true);
  expect(existsSync(path.join(folder, 'profile')), 'nothing is kept of it').toBe(false);
  expect(feed.headers, 'nothing tells this computer from another').not.toContain('x-user-staging-id');
});

test('a wrong checksum is refused, and nothing of it is left', async ({ rehearsal }) => {
  const { feed, folder, program, updaterOf } = rehearsal;
  const content = programOf(path.join(folder, 'trace'));
  feed.announce({ version: '1.1.0', content, announced: Buffer.from('another') });
  const { updater, install } = updaterOf();
  await updater.check();
  await expect(updater.download()).rejects.toThrow(/checksum/);
  install();
  expect(await readFile(program, 'utf8')).toBe(OLD);
  expect(await cached(folder)).toEqual([]);
});

test('a cut download is refused, and the next one is whole', async ({ rehearsal }) => {
  const { feed, folder, program, updaterOf } = rehearsal;
  const content = programOf(path.join(folder, 'trace'));
  feed.announce({ version: '1.1.0', content, cutAfter: 50_000 });
  const { updater, install } = updaterOf();
  await updater.check();
  await expect(updater.download()).rejects.toThrow();
  expect(await readFile(program, 'utf8')).toBe(OLD);
  expect(await cached(folder)).toEqual([]);
  feed.announce({ version: '1.1.0', content });
  await updater.check();
  await updater.download();
  install();
  expect(await readFile(program)).toEqual(content);
});

test('an older version, this one and a preview are none', async ({ rehearsal }) => {
  const { feed, updaterOf } = rehearsal;
  for (const version of ['0.9.0', '1.0.0', '1.0.0-rc.1']) {
    feed.announce({ version, content: Buffer.from('x') });
    expect(await updaterOf().updater.check(), version).toBeNull();
  }
  await expect(updaterOf().updater.download()).rejects.toThrow();
  expect(feed.asked).toEqual(Array(3).fill('/keydesk/latest-linux.yml'));
});

test('a feed whose certificate nobody vouches for is refused', async ({ rehearsal }) => {
  const { feed, updaterOf } = rehearsal;
  feed.announce({ version: '1.1.0', content: Buffer.from('x') });
  await expect(updaterOf({ trusts: false }).updater.check()).rejects.toThrow(/self-signed|certificate/);
  expect(feed.asked).toEqual([]);
});

test('nothing comes over a line that is not encrypted, wherever the feed leads', async ({ rehearsal }) => {
  const { feed, folder, updaterOf } = rehearsal;
  let isAsked = false;
  const plain = createServer((_request, answer) => {
    isAsked = true;
    answer.end('x');
  });
  plain.listen(0, '127.0.0.1');
  await once(plain, 'listening');
  const url = `http://127.0.0.1:${(plain.address() as AddressInfo).port}/Keydesk.AppImage`;
  await expect(updaterOf({ url }).updater.check()).rejects.toThrow(/https alone/);
  const content = Buffer.from('x');
  for (const way of [{ redirect: url }, { fileUrl: url }]) {
    feed.announce({ version: '1.1.0', content, ...way });
    const { updater } = updaterOf();
    await updater.check();
    await expect(updater.download()).rejects.toThrow(/https alone/);
  }
  expect(isAsked).toBe(false);
  expect(await cached(folder)).toEqual([]);
  plain.close();
});
