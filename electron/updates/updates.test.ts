import { describe, expect, it } from 'vitest';
import { looksForUpdates, UPDATE_FEED } from './feed.ts';
import { createUpdates, type UpdateNews } from './updates.ts';

type World = {
  readonly newer?: string | null | Error;
  readonly download?: Error;
  readonly says?: readonly boolean[];
  /** Whether the person is busy, each time it is asked. */
  readonly busy?: readonly boolean[];
};

function updatesIn({ newer = null, download, says = [true, true], busy = [] }: World) {
  const done: string[] = [];
  const answers = [...says];
  const business = [...busy];
  const say = (question: string) => async (version: string) => {
    done.push(`${question} ${version}?`);
    return answers.shift() ?? false;
  };
  const updates = createUpdates({
    updater: {
      async check() {
        done.push('check');
        if (newer instanceof Error) throw newer;
        return newer;
      },
      async download() {
        done.push('download');
        if (download) throw download;
      },
      install: () => void done.push('install'),
    },
    talk: {
      askToDownload: say('download'),
      askToInstall: say('install'),
      tell: async (news: UpdateNews) => void done.push(news.kind),
    },
    isBusy: () => business.shift() ?? false,
    beforeInstall: () => void done.push('let go'),
  });
  return { updates, done };
}

describe('updates', () => {
  it('asks before it fetches and before it installs', async () => {
    const { updates, done } = updatesIn({ newer: '2.0.0' });
    await updates.lookNow();
    expect(done).toEqual(['check', 'download 2.0.0?', 'download', 'install 2.0.0?', 'let go', 'install']);
  });

  it.each<[World, readonly string[]]>([
    [{ newer: null }, ['check', 'newest']],
    [{ newer: new Error('x') }, ['check', 'check-failed']],
    [{ newer: '2.0.0', says: [false] }, ['check', 'download 2.0.0?']],
    [
      { newer: '2.0.0', download: new Error('x') },
      ['check', 'download 2.0.0?', 'download', 'download-failed'],
    ],
    [{ newer: '2.0.0', says: [true, false] }, ['check', 'download 2.0.0?', 'download', 'install 2.0.0?']],
    [{ newer: '2.0.0', busy: [true] }, ['check', 'download 2.0.0?', 'download', 'busy']],
    [
      { newer: '2.0.0', busy: [false, true] },
      ['check', 'download 2.0.0?', 'download', 'install 2.0.0?', 'busy'],
    ],
  ])('asked for, in %o', async (world, expected) => {
    const { updates, done } = updatesIn(world);
    await updates.lookNow();
    expect(done).toEqual(expected);
  });

  it.each<[World, readonly string[]]>([
    [{ newer: null }, ['check']],
    [{ newer: new Error('x') }, ['check']],
    [{ newer: '2.0.0', busy: [true] }, ['check']],
  ])('by itself it says nothing, in %o', async (world, expected) => {
    const { updates, done } = updatesIn(world);
    await updates.lookQuietly();
    expect(done).toEqual(expected);
  });

  it('what is fetched is not fetched again, and offered once the person has time', async () => {
    const { updates, done } = updatesIn({ newer: '2.0.0', busy: [true, true] });
    await updates.lookNow();
    done.length = 0;
    await updates.lookQuietly();
    expect(done).toEqual([]);
    await updates.lookQuietly();
    expect(done).toEqual(['install 2.0.0?', 'let go', 'install']);
  });

  it('looks once at a time', async () => {
    const { updates, done } = updatesIn({});
    await Promise.all([updates.lookNow(), updates.lookNow(), updates.lookQuietly()]);
    expect(done).toEqual(['check', 'newest']);
    await updates.lookNow();
    expect(done).toHaveLength(4);
  });
});

describe('whether it looks for updates', () => {
  const here = {
    feed: 'https://updates.example/keydesk',
    isShipped: true,
    isAllowed: true,
    platform: 'linux',
    appImage: '/home/me/Keydesk.AppImage',
  } as const;

  it('does not, as long as there is no feed', () => {
    expect(UPDATE_FEED).toBe('');
    expect(looksForUpdates({ ...here, feed: UPDATE_FEED })).toBe(false);
  });

  it.each([
    ['an AppImage', {}, true],
    ['macOS', { platform: 'darwin', appImage: undefined }, true],
    ['Windows', { platform: 'win32', appImage: undefined }, true],
    ['a deb, an rpm or an archive', { appImage: undefined }, false],
    ['another system', { platform: 'freebsd' }, false],
    ['a policy that says no', { isAllowed: false }, false],
    ['a program for development', { isShipped: false }, false],
    ['a feed without encryption', { feed: 'http://updates.example' }, false],
    ['a feed that is no address', { feed: 'updates.example' }, false],
  ] as const)('%s: %o', (_what, other, expected) => {
    expect(looksForUpdates({ ...here, ...other })).toBe(expected);
  });
});
