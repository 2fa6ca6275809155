import { describe, expect, it, vi } from 'vitest';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import { type Deletion, tallyOf, withStep } from '../../shared/deletion.ts';
import { createDeleteSeveral } from './delete-several.ts';

type Removed = Result<{ readonly alreadyGone: boolean }>;
const DELETED: Removed = ok({ alreadyGone: false });
const failed = (error: AppError): Removed => fail(error);

function setUp(remove: (id: string) => Promise<Removed> | Removed = () => DELETED) {
  let connection: string | null = 'c';
  const asked: string[] = [];
  const forgotten: (readonly string[])[] = [];
  /** What a page makes of what it is told. */
  let told: Deletion | null = null;
  const several = createDeleteSeveral({
    remove: async (id) => {
      asked.push(id);
      return remove(id);
    },
    forget: (_connection, ids) => forgotten.push(ids),
    connectionId: () => connection,
    rowsOf: (ids) =>
      ids.has('a')
        ? [
            {
              kind: 'unreadable',
              id: 'a',
              name: 'CRM',
              lastFour: 'a1b2',
              createdAt: null,
              position: 0,
              problems: [],
            },
          ]
        : [],
    onChange: (deletion) => {
      told = deletion;
    },
    onStep: (step) => {
      if (told) told = withStep(told, step);
    },
  });
  return {
    several,
    asked,
    forgotten,
    told: () => told,
    ended: () => vi.waitFor(() => expect(told?.phase.kind).not.toMatch(/running|stopping/)),
    open: (id: string | null) => {
      connection = id;
    },
  };
}

/** Deletes, but nothing before it is released. */
function heldBack() {
  let release = () => {};
  const held = new Promise<Removed>((resolve) => {
    release = () => resolve(DELETED);
  });
  return { remove: () => held, release: () => release() };
}

const outcomes = (deletion: Deletion | null) => deletion?.keys.map(({ outcome }) => outcome.kind);

describe('deleting several keys', () => {
  it('deletes one after another, each once, and tells what main knows of each', async () => {
    const { several, asked, forgotten, told, ended } = setUp((id) => ok({ alreadyGone: id === 'b' }));
    expect(several.begin(['a', 'b', 'a'])).toBe(true);
    expect(several.current()?.keys[0]).toMatchObject({ id: 'a', name: 'CRM', lastFour: 'a1b2' });
    expect(several.current()?.keys[1]).toMatchObject({ id: 'b', name: null });
    await ended();
    expect(asked).toEqual(['a', 'b']);
    expect(outcomes(told())).toEqual(['deleted', 'gone']);
    expect(told()?.phase).toEqual({ kind: 'done' });
    expect(told()).toEqual(several.current());
    expect(forgotten).toEqual([['a', 'b']]);
  });

  it('goes on after a failure, and tries the failed ones again on demand', async () => {
    let works = false;
    const { several, asked, told, ended } = setUp((id) =>
      id === 'b' && !works ? failed({ kind: 'server-error', status: 500 }) : DELETED,
    );
    several.begin(['a', 'b', 'c']);
    await ended();
    expect(outcomes(told())).toEqual(['deleted', 'failed', 'deleted']);
    works = true;
    several.goOn('failed');
    await ended();
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
    expect(outcomes(told())).toEqual(['deleted', 'deleted', 'deleted']);
  });

  it.each(['unauthorized', 'forbidden', 'no-session'] as const)('%s ends all of it', async (kind) => {
    const { several, asked, told, ended } = setUp((id) => (id === 'b' ? failed({ kind }) : DELETED));
    several.begin(['a', 'b', 'c']);
    await ended();
    expect(asked).toEqual(['a', 'b']);
    expect(told()?.phase).toEqual({ kind: 'ended-early', error: { kind } });
    expect(outcomes(told())).toEqual(['deleted', 'failed', 'waiting']);
  });

  it('ends where three in a row find no server, not where one in between is answered', async () => {
    const ids = ['x1', 'x2', 'ok', 'x3', 'x4', 'x5', 'rest'];
    const { several, asked, told, ended } = setUp((id) =>
      id.startsWith('x') ? failed({ kind: 'network', code: null }) : DELETED,
    );
    several.begin(ids);
    await ended();
    expect(asked).toEqual(ids.slice(0, -1));
    expect(told()?.phase).toMatchObject({ kind: 'ended-early', error: { kind: 'network' } });
  });

  it('stops after the key that is under way, and goes on with the rest on demand', async () => {
    const { remove, release } = heldBack();
    const { several, asked, told, ended } = setUp(remove);
    several.begin(['a', 'b', 'c']);
    several.stop();
    expect(told()?.phase).toEqual({ kind: 'stopping' });
    release();
    await ended();
    expect(asked).toEqual(['a']);
    expect(told()?.phase).toEqual({ kind: 'stopped' });
    several.goOn('waiting');
    await ended();
    expect(asked).toEqual(['a', 'b', 'c']);
    expect(tallyOf(several.current() ?? { keys: [], phase: { kind: 'done' } })).toMatchObject({ deleted: 3 });
  });

  it('begins nothing while one runs, and is dismissed only when it has ended', async () => {
    const { several, asked, ended } = setUp();
    several.begin(['a', 'b']);
    expect(several.begin(['z'])).toBe(false);
    several.dismiss();
    expect(several.current()).not.toBeNull();
    await ended();
    expect(asked).toEqual(['a', 'b']);
    several.dismiss();
    expect(several.current()).toBeNull();
  });

  it('begins nothing without a session', () => {
    const { several, open } = setUp();
    open(null);
    expect(several.begin(['a'])).toBe(false);
  });

  it('goes on in no other connection, and is told when its own is open again', async () => {
    const { several, asked, told, open } = setUp();
    several.begin(['a', 'b']);
    open('another');
    await vi.waitFor(() => expect(told()).toBeNull());
    expect(several.current()).toBeNull();
    open('c');
    await vi.waitFor(() => expect(several.current()?.phase.kind).toBe('ended-early'));
    expect(asked).toEqual(['a']);
    expect(outcomes(several.current())).toEqual(['deleted', 'waiting']);
  });

  it('is forgotten at a sign-out, and begins no further key', async () => {
    const { remove, release } = heldBack();
    const { several, asked, told, forgotten } = setUp(remove);
    several.begin(['a', 'b']);
    several.abandon();
    expect(told()).toBeNull();
    release();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['a']);
    expect(forgotten).toEqual([]);
    expect(told()).toBeNull();
  });

  it('lets one that was given up touch nothing of the next', async () => {
    const { remove, release } = heldBack();
    const { several, asked, told, ended } = setUp(remove);
    several.begin(['a', 'b']);
    several.abandon();
    several.begin(['x', 'y']);
    release();
    await ended();
    await new Promise((resolve) => setImmediate(resolve));
    expect(asked).toEqual(['a', 'x', 'y']);
    expect(outcomes(told())).toEqual(['deleted', 'deleted']);
  });
});
