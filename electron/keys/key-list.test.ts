import { describe, expect, it } from 'vitest';
import type { ApiKey } from '../../shared/api-key.ts';
import { USUAL_LOOK } from '../../shared/connections.ts';
import type { Notice } from '../../shared/notice.ts';
import type { Connection } from '../../shared/session-state.ts';
import { createKeyList } from './key-list.ts';
import type { CopyRead, CopySaved, ListCopy, OfflineCopies } from './offline-copy.ts';

const CONNECTION: Connection = {
  id: 'c',
  name: 'First',
  look: USUAL_LOOK,
  address: 'https://api.example.com',
  kind: 'api',
  project: null,
  standing: 'confirmed',
  user: null,
  refused: { create: false, delete: false },
  tokenStorage: { kind: 'keyring' },
};
const key = (id: string): ApiKey => ({
  kind: 'key',
  id,
  name: id,
  lastFour: 'wxyz',
  createdAt: 0,
  creatorId: null,
  restricted: true,
  permissions: [],
});
const KEPT: ListCopy = { savedAt: 1, project: null, user: null, rows: [key('old')] };

/** Copies whose reads and writes are in the test's hand. */
function setUp({ read = { kind: 'none' } as CopyRead, saved = 'saved' as CopySaved } = {}) {
  const written: (readonly string[])[] = [];
  const notices = new Map<Notice['kind'], Notice>();
  let outcome = saved;
  let hold: Promise<void> = Promise.resolve();
  const copies: OfflineCopies = {
    read: async () => {
      await hold;
      return read;
    },
    save: async (_id, copy, isWanted) => {
      await hold;
      if (!isWanted()) return 'not-wanted';
      written.push(copy.rows.map(({ id }) => id ?? ''));
      return outcome;
    },
    remove: async (id) => void written.push([`removed ${id}`]),
    removeAll: async () => void written.push(['removed all']),
    keepOnly: async () => undefined,
  };
  const watched: string[] = [];
  const list = createKeyList({
    watcher: {
      replaced: (_connection, rows) => watched.push(`list of ${rows.length}`),
      deleted: (_connection, ids) => watched.push(`without ${ids.join()}`),
    },
    copies,
    raise: (notice) => notices.set(notice.kind, notice),
    withdraw: (kind) => notices.delete(kind),
    clock: () => 77,
  });
  return {
    list,
    watched,
    written,
    notices: () => [...notices.keys()],
    saves: (next: CopySaved) => {
      outcome = next;
    },
    /** Holds every read and write until the answered function is called. */
    pause: () => {
      let go = (): void => undefined;
      hold = new Promise((resolve) => {
        go = resolve;
      });
      return go;
    },
  };
}

describe('the list that is kept', () => {
  it('is the last whole one, with its time', async () => {
    const { list, written } = setUp();
    expect(list.current('c')).toBeNull();
    list.replace(CONNECTION, [key('a')]);
    list.replace(CONNECTION, [key('a'), key('b')]);
    await list.settled();
    expect(list.current('c')).toMatchObject({ savedAt: 77, rows: [{ id: 'a' }, { id: 'b' }] });
    expect(list.current('another')).toBeNull();
    expect(written.at(-1)).toEqual(['a', 'b']);
  });

  it('writes only the last one of those that came while it wrote', async () => {
    const { list, written, pause } = setUp();
    const go = pause();
    for (const id of ['a', 'b', 'c', 'd']) list.replace(CONNECTION, [key(id)]);
    go();
    await list.settled();
    expect(written.at(-1)).toEqual(['d']);
    expect(written.length).toBeLessThanOrEqual(2);
  });

  it('loses deleted keys, in memory and on the disk', async () => {
    const { list, written, watched } = setUp();
    list.replace(CONNECTION, [key('a'), key('b'), key('c')]);
    list.without(CONNECTION, 'a', 'c');
    await list.settled();
    expect(list.current('c')?.rows).toMatchObject([{ id: 'b' }]);
    expect(written.at(-1)).toEqual(['b']);
    expect(watched).toEqual(['list of 3', 'without a,c']);
  });

  it.each([{ kind: 'memory', reason: 'no-keyring' }, { kind: 'demo' }] as const)(
    'is in memory only where the token is: %o',
    async (tokenStorage) => {
      const { list, written } = setUp();
      list.replace({ ...CONNECTION, tokenStorage }, [key('a')]);
      await list.settled();
      expect(list.current('c')).not.toBeNull();
      expect(written).toEqual([]);
    },
  );

  it('tells of a disk that has not even taken the token', async () => {
    const { list, written, notices } = setUp();
    const tokenStorage = { kind: 'memory', reason: 'not-saved' } as const;
    list.replace({ ...CONNECTION, tokenStorage }, [key('a')]);
    await list.settled();
    expect(notices()).toEqual(['copy-not-saved']);
    expect(written).toEqual([]);
  });

  it('is recalled from the disk once', async () => {
    const { list } = setUp({ read: { kind: 'copy', copy: KEPT } });
    expect(await list.recall('c')).toBe(KEPT);
    expect(list.current('c')).toBe(KEPT);
  });

  it('is not brought back by a reading that a sign-out overtook', async () => {
    const { list, pause } = setUp({ read: { kind: 'copy', copy: KEPT } });
    const go = pause();
    const recalled = list.recall('c');
    await list.forgetAll();
    go();
    expect(await recalled).toBeNull();
    expect(list.current('c')).toBeNull();
  });

  it('is not written any more once it was forgotten', async () => {
    const { list, written, pause } = setUp();
    const go = pause();
    list.replace(CONNECTION, [key('a')]);
    list.replace(CONNECTION, [key('b')]);
    // A keyring that asks its person holds up no sign-out.
    await list.forget('c');
    go();
    await list.settled();
    expect(written).toEqual([['removed c']]);
    expect(list.current('c')).toBeNull();
  });

  it('tells what its storage cannot do, and takes it back when it can again', async () => {
    const { list, notices, saves } = setUp({ saved: 'not-saved' });
    list.replace(CONNECTION, [key('a')]);
    await list.settled();
    expect(notices()).toEqual(['copy-not-saved']);
    saves('saved');
    list.replace(CONNECTION, [key('a')]);
    await list.settled();
    expect(notices()).toEqual([]);
  });

  it.each([
    ['unreadable', 'copy-unreadable'],
    ['newer', 'copy-newer'],
  ] as const)('tells of a copy that is %s', async (kind, notice) => {
    const { list, notices } = setUp({ read: { kind } });
    expect(await list.recall('c')).toBeNull();
    expect(notices()).toEqual([notice]);
  });

  it.each([
    ['unprotected', 'copy-unprotected'],
    ['newer', 'copy-newer'],
  ] as const)(
    'tells of a copy that is %s when it is to be saved, until one is saved',
    async (saved, notice) => {
      const { list, notices, saves } = setUp({ saved });
      list.replace(CONNECTION, [key('a')]);
      await list.settled();
      expect(notices()).toEqual([notice]);
      saves('saved');
      list.replace(CONNECTION, [key('a')]);
      await list.settled();
      expect(notices()).toEqual([]);
    },
  );

  it('tells nothing of copies any more once all is forgotten', async () => {
    const { list, notices } = setUp({ read: { kind: 'unreadable' } });
    await list.recall('c');
    await list.forgetAll();
    expect(notices()).toEqual([]);
  });
});
