import { describe, expect, it, vi } from 'vitest';
import type { ApiKey, KeyRow, NewKey } from '../../shared/api-key.ts';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { CopyLoaded, KeysEnded, KeysLoaded } from '../../shared/contract.ts';
import { rowsOfText, rowsText } from '../../shared/rows-text.ts';
import type { Done } from '../activity/activity-log.ts';
import type { KeyApiClient } from '../key-api/client.ts';
import type { CreatedKey } from '../key-api/wire.ts';
import { fakeClient, fakeConnections, fakeLists, refuse } from '../session/fake-client.ts';
import { createSession } from '../session/session.ts';
import { createAttempts } from './attempts.ts';
import type { KeyList } from './key-list.ts';
import { createKeyService, type KeyServiceParts } from './key-service.ts';
import { createOneTimeSecret } from './one-time-secret.ts';

const SECRET = 'whole-key-wxyz';
const KEY: ApiKey = {
  kind: 'key',
  id: '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c',
  name: 'CRM_Query',
  lastFour: 'wxyz',
  createdAt: 0,
  creatorId: null,
  restricted: true,
  permissions: [],
};
const NEW_KEY: NewKey = { name: 'CRM_Query', access: { kind: 'restricted', permissions: [] } };

/** Notes what it is told. */
function fakeFacts(told: unknown[]): KeyServiceParts['facts'] {
  return {
    created: async (key, newKey) => {
      told.push({ created: key.id, replaces: newKey.replaces ?? null });
      return fail({ kind: 'no-session' });
    },
    deleted: async (keyId) => {
      told.push({ deleted: keyId });
      return fail({ kind: 'no-session' });
    },
  };
}

async function setUp(changes: Partial<KeyApiClient> = {}, listChanges: Partial<KeyList> = {}) {
  const told: unknown[] = [];
  const copies: CopyLoaded[] = [];
  const pages: KeysLoaded[] = [];
  const ends: KeysEnded[] = [];
  const done: Done[] = [];
  const client = fakeClient({ createKey: async () => ok({ key: KEY, secret: SECRET }), ...changes });
  const session = createSession({
    connections: fakeConnections(),
    lists: fakeLists(),
    clientFor: () => client,
    openDemoProject: async () => ({
      client: fakeClient(),
      clientWith: () => client,
      reset: async () => undefined,
    }),
    onChange: () => undefined,
    whyNotLeave: () => null,
    mayReachServer: async () => true,
  });
  await session.connect({ address: 'https://api.example.com', token: 'token' });
  const attempts = createAttempts({
    store: { read: async () => [], write: async () => undefined, remove: async () => undefined },
    seal: { seal: async () => null, open: async (attempt) => attempt },
    connection: () => 'here',
    onChange: () => undefined,
  });
  const secret = createOneTimeSecret((pending) => {
    if (!pending) attempts.stored();
  });
  const keys = createKeyService({
    session,
    secret,
    list: fakeLists(listChanges),
    onCopy: (copy) => copies.push(copy),
    attempts,
    facts: fakeFacts(told),
    onLoaded: (page) => pages.push(page),
    onEnded: (end) => ends.push(end),
    activity: { record: (_connection, entry) => done.push(entry) },
    onDeletion: () => undefined,
    onDeletionStep: () => undefined,
  });
  return { session, secret, attempts, keys, copies, pages, ends, done, told };
}

describe('what was done', () => {
  it('is noted as the call ends, with the key', async () => {
    const { keys, done } = await setUp(
      {},
      { current: () => ({ savedAt: 0, project: null, user: null, rows: [KEY] }) },
    );
    await keys.create(NEW_KEY);
    await keys.remove(KEY.id);
    const key = { id: KEY.id, name: 'CRM_Query', lastFour: 'wxyz' };
    expect(done).toEqual([
      { action: 'create', key, result: { kind: 'done' } },
      { action: 'delete', key, result: { kind: 'done' } },
    ]);
  });

  it.each([
    [{ kind: 'forbidden' }, { kind: 'failed', error: 'forbidden' }],
    [{ kind: 'timeout' }, { kind: 'unknown' }],
  ] as const)('a delete that ended with %o is noted as %o', async (error, result) => {
    const { keys, done } = await setUp({ deleteKey: async () => fail(error) });
    await keys.remove(KEY.id);
    expect(done).toMatchObject([{ action: 'delete', key: { id: KEY.id }, result }]);
  });

  it('is unknown where nobody answered, and nothing where nothing was sent', async () => {
    const answers: AppError[] = [{ kind: 'cancelled' }, { kind: 'outcome-unknown', cause: 'timeout' }];
    const { keys, done } = await setUp({
      createKey: async () => fail(answers.shift() ?? { kind: 'unexpected' }),
    });
    await keys.create(NEW_KEY);
    await keys.create(NEW_KEY);
    expect(done).toEqual([
      { action: 'create', key: { id: null, name: 'CRM_Query', lastFour: null }, result: { kind: 'unknown' } },
    ]);
  });
});

describe('createKeyService', () => {
  it('hands the rows on with the id of their walk', async () => {
    const { keys, pages, ends } = await setUp({
      listKeys: async (onPage) => {
        onPage({ rows: [KEY], estimatedTotal: 1 });
        return ok({ kind: 'complete' });
      },
    });
    await keys.load({ loadId: 7, wantsCopy: false });
    expect(ends).toEqual([{ loadId: 7, result: { ok: true, value: { kind: 'complete' } } }]);
    expect(pages).toEqual([{ loadId: 7, rows: rowsText([KEY]), estimatedTotal: 1 }]);
  });

  it('ends the walk before when a new one begins, and hands on no more of its rows', async () => {
    const walks: {
      onPage: (page: { rows: readonly KeyRow[]; estimatedTotal: null }) => void;
      signal: AbortSignal;
    }[] = [];
    const { keys, pages, ends } = await setUp({
      listKeys: (onPage, signal) => {
        walks.push({ onPage, signal });
        return walks.length === 1
          ? new Promise<Result<never>>((resolve) => {
              signal.addEventListener('abort', () => resolve(fail({ kind: 'cancelled' })));
            })
          : Promise.resolve(ok({ kind: 'complete' }));
      },
    });
    const first = keys.load({ loadId: 1, wantsCopy: false });
    await vi.waitFor(() => expect(walks).toHaveLength(1));
    await keys.load({ loadId: 2, wantsCopy: false });
    walks[0]?.onPage({ rows: [KEY], estimatedTotal: null });
    await first;
    expect(ends).toContainEqual({ loadId: 1, result: { ok: false, error: { kind: 'cancelled' } } });
    expect(ends).toContainEqual({ loadId: 2, result: { ok: true, value: { kind: 'complete' } } });
    expect(pages).toEqual([]);
  });

  it('keeps the secret of a new key in the slot and out of the answer', async () => {
    const { keys, secret } = await setUp();
    const created = await keys.create(NEW_KEY);
    expect(created).toEqual({ ok: true, value: { keyId: KEY.id, name: 'CRM_Query', lastFour: 'wxyz' } });
    expect(secret.reveal()).toBe(SECRET);
  });

  it('tells what is known locally of a key that was made, and of one that was deleted', async () => {
    const { keys, told } = await setUp();
    const replaces = { id: 'old', name: 'CRM', lastFour: 'abcd' };
    await keys.create({ ...NEW_KEY, replaces });
    await keys.remove('old');
    expect(told).toEqual([{ created: KEY.id, replaces }, { deleted: 'old' }]);
  });

  it('tells nothing of a delete that failed', async () => {
    const { keys, told } = await setUp({ deleteKey: async () => fail({ kind: 'forbidden' }) });
    await keys.remove('old');
    expect(told).toEqual([]);
  });

  it('makes no second key while one waits to be stored', async () => {
    const { keys, secret } = await setUp();
    await keys.create(NEW_KEY);
    expect(await keys.create(NEW_KEY)).toEqual({ ok: false, error: { kind: 'secret-pending' } });
    secret.forget();
    expect((await keys.create(NEW_KEY)).ok).toBe(true);
  });

  it('makes no second key while the first is on its way', async () => {
    let calls = 0;
    const { keys } = await setUp({
      createKey: async () => {
        calls += 1;
        return ok({ key: KEY, secret: SECRET });
      },
    });
    const answers = await Promise.all([keys.create(NEW_KEY), keys.create(NEW_KEY)]);
    expect(calls).toBe(1);
    expect(answers.map(({ ok: made }) => made)).toEqual([true, false]);
  });

  it('tells the session what a refusal means', async () => {
    const { keys, session } = await setUp({ createKey: refuse('forbidden'), listKeys: refuse('forbidden') });
    await keys.create(NEW_KEY);
    expect(session.state()).toMatchObject({ connection: { refused: { create: true } } });
    await keys.load({ loadId: 1, wantsCopy: false });
    expect(session.state().kind).toBe('not-administrator');
  });

  it('hands on the last whole list before it asks, in parts, where it is asked for', async () => {
    const rows = Array.from({ length: 4_500 }, (_, position) => ({ ...KEY, id: `id-${position}` }));
    const copy = { savedAt: 5, project: null, user: null, rows };
    const { keys, copies, pages } = await setUp({}, { recall: async () => copy });
    await keys.load({ loadId: 1, wantsCopy: true });
    expect(copies.map((part) => [rowsOfText(part.rows).length, part.isLast])).toEqual([
      [2_000, false],
      [2_000, false],
      [500, true],
    ]);
    expect(copies.flatMap((part) => rowsOfText(part.rows))).toEqual(rows);
    await keys.load({ loadId: 2, wantsCopy: false });
    expect(copies).toHaveLength(3);
    expect(pages).toEqual([]);
  });

  it('keeps a list that came whole, without what was deleted meanwhile, and no other', async () => {
    const replaced: (readonly KeyRow[])[] = [];
    const OTHER = { ...KEY, id: '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2d' };
    const kinds = ['complete', 'partial'] as const;
    let walks = 0;
    const { keys } = await setUp(
      {
        listKeys: async (onPage) => {
          onPage({ rows: [KEY, OTHER], estimatedTotal: 2 });
          if (walks === 0) await keys.remove(OTHER.id);
          const kind = kinds[walks];
          walks += 1;
          return kind ? ok({ kind }) : fail({ kind: 'timeout' });
        },
      },
      { replace: (_connection, rows) => void replaced.push(rows) },
    );
    for (const loadId of [1, 2, 3]) await keys.load({ loadId, wantsCopy: false });
    expect(replaced).toEqual([[KEY]]);
  });

  it('keeps a key that is there again, as after a reset of the demo', async () => {
    const replaced: (readonly KeyRow[])[] = [];
    const { keys } = await setUp(
      {
        listKeys: async (onPage) => {
          onPage({ rows: [KEY], estimatedTotal: 1 });
          return ok({ kind: 'complete' });
        },
      },
      { replace: (_connection, rows) => void replaced.push(rows) },
    );
    await keys.remove(KEY.id);
    await keys.load({ loadId: 1, wantsCopy: false });
    expect(replaced).toEqual([[KEY]]);
  });

  it('takes a deleted key out of the list that is kept', async () => {
    const gone: string[] = [];
    const { keys } = await setUp({}, { without: (_connection, id) => void gone.push(id) });
    await keys.remove(KEY.id);
    expect(gone).toEqual([KEY.id]);
  });

  it('does nothing for a window that has left the connection it asks about', async () => {
    const { keys, ends, pages } = await setUp();
    await keys.load({ loadId: 1, wantsCopy: true, connectionId: 'another' });
    expect(ends).toEqual([{ loadId: 1, result: { ok: false, error: { kind: 'no-session' } } }]);
    expect(pages).toEqual([]);
  });

  it('sends a delete to the server that was open when it was asked for', async () => {
    const asked: string[] = [];
    const { keys, session, attempts } = await setUp({
      deleteKey: async (id) => {
        asked.push(id);
        return ok({ alreadyGone: false });
      },
    });
    // It is written down first, and the window may go on to the demo meanwhile.
    const { begin } = attempts;
    attempts.begin = (begun) => ({ ...begin(begun), written: session.openDemo().then(() => undefined) });
    const removed = await keys.remove(KEY.id);
    expect(session.connection()?.kind).toBe('demo');
    expect(removed.ok).toBe(true);
    expect(asked).toEqual([KEY.id]);
  });

  it('does nothing where nobody is signed in', async () => {
    const { keys, session, ends } = await setUp();
    await session.signOut(async () => undefined);
    const expected = { ok: false, error: { kind: 'no-session' } } as const;
    await keys.load({ loadId: 1, wantsCopy: false });
    expect(ends).toEqual([{ loadId: 1, result: expected }]);
    expect(await keys.create(NEW_KEY)).toEqual(expected);
    expect(await keys.remove(KEY.id)).toEqual(expected);
  });
});

describe('an attempt', () => {
  const unknown: AppError = { kind: 'outcome-unknown', cause: 'timeout' };

  /** A whole list with an older key of the same name has been read. */
  async function setUpWithList(changes: Partial<KeyApiClient>) {
    const older = { ...KEY, id: '1f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c' };
    const parts = await setUp({
      listKeys: async (onPage) => {
        onPage({ rows: [older], estimatedTotal: 1 });
        return ok({ kind: 'complete' });
      },
      ...changes,
    });
    await parts.keys.load({ loadId: 1, wantsCopy: false });
    return { ...parts, older };
  }

  it.each<[AppError, string | null]>([
    [unknown, 'uncertain'],
    [{ kind: 'secret-missing', keyId: KEY.id }, 'created'],
    [{ kind: 'rejected', message: null, fields: [] }, null],
    [{ kind: 'connection-refused' }, null],
    [{ kind: 'cancelled' }, null],
  ])('of a create that ended with %o is left %s', async (error, stage) => {
    const { keys, attempts } = await setUp({ createKey: async () => fail(error) });
    expect(await keys.create(NEW_KEY)).toEqual({ ok: false, error });
    expect((await attempts.list()).map((left) => left.stage)).toEqual(stage === null ? [] : [stage]);
  });

  it('of a create remembers the keys of the name that were there, and those made in this run', async () => {
    const answers: Result<CreatedKey>[] = [ok({ key: KEY, secret: SECRET }), fail(unknown)];
    const { keys, secret, attempts, older } = await setUpWithList({
      createKey: async () => answers.shift() ?? fail(unknown),
    });
    await keys.create(NEW_KEY);
    secret.forget();
    await keys.create(NEW_KEY);
    expect(await attempts.list()).toMatchObject([
      { details: { name: 'CRM_Query', before: [KEY.id, older.id], beforeIsWhole: true, keyId: null } },
    ]);
  });

  it('is written down before the call is sent; one that is given up while it waits is never sent', async () => {
    const asked: string[] = [];
    const { keys, attempts } = await setUp({
      createKey: async (_key, signal) => {
        asked.push(signal.aborted ? 'given up' : 'sent');
        return fail({ kind: 'cancelled' });
      },
    });
    const begin = attempts.begin;
    attempts.begin = (begun) => ({ id: begin(begun).id, written: new Promise(() => undefined) });
    const creating = keys.create(NEW_KEY);
    await Promise.resolve();
    expect(asked).toEqual([]);
    keys.cancel('createKey');
    await creating;
    expect(asked).toEqual(['given up']);
    expect(await attempts.list()).toEqual([]);
  });

  it.each<[AppError, boolean]>([
    [{ kind: 'server-error', status: 503 }, true],
    [{ kind: 'timeout' }, true],
    [{ kind: 'network', code: 'ERR_CONNECTION_RESET' }, true],
    [{ kind: 'not-the-key-api', status: 200 }, true],
    [{ kind: 'outcome-unknown', cause: 'cancelled' }, true],
    [{ kind: 'cancelled' }, false],
    [{ kind: 'network', code: 'ERR_INTERNET_DISCONNECTED' }, false],
    [{ kind: 'forbidden' }, false],
    [{ kind: 'rate-limited', retryAfterSeconds: 1 }, false],
  ])('of a delete that ended with %o: left %s; gone once the key is', async (error, isLeft) => {
    const answers: Result<{ alreadyGone: boolean }>[] = [fail(error), ok({ alreadyGone: true })];
    const { keys, attempts, older } = await setUpWithList({
      deleteKey: async () => answers.shift() ?? fail(error),
    });
    await keys.remove(older.id);
    const details = { keyId: older.id, name: 'CRM_Query', lastFour: 'wxyz' };
    expect(await attempts.list()).toMatchObject(isLeft ? [{ kind: 'delete', details }] : []);
    expect(await keys.remove(older.id)).toEqual(ok({ alreadyGone: true }));
    expect(await attempts.list()).toEqual([]);
  });

  it('is left where the program has a fault', async () => {
    const { keys, attempts } = await setUp({ createKey: () => Promise.reject(new Error('fault')) });
    await expect(keys.create(NEW_KEY)).rejects.toThrow('fault');
    expect(await attempts.list()).toMatchObject([{ stage: 'uncertain' }]);
  });
});
