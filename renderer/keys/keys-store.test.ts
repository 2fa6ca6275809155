import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { LoadOutcome } from '../../shared/contract.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { sampleKey } from '../test/sample-key.ts';
import { createKeysStore } from './keys-store.ts';

/** A store with a clock and a timer in the test's hand. */
function setUp() {
  const timers: { callback: () => void; milliseconds: number }[] = [];
  const bridge = createFakeBridge({ loadKeys: async () => undefined });
  let time = 1_000_000;
  const store = createKeysStore({
    bridge,
    now: () => time,
    later: (callback, milliseconds) => {
      const timer = { callback, milliseconds };
      timers.push(timer);
      return () => timers.splice(timers.indexOf(timer), 1);
    },
  });
  const loadId = () => (bridge.callsOf('loadKeys').at(-1) as { loadId: number }).loadId;
  return {
    store,
    bridge,
    timers,
    pass: (milliseconds: number) => {
      time += milliseconds;
    },
    send: (ids: readonly string[], estimatedTotal: number | null = null) =>
      bridge.emit('keysLoaded', { loadId: loadId(), rows: ids.map((id) => sampleKey(id)), estimatedTotal }),
    tick: () => {
      for (const { callback } of timers.splice(0)) callback();
    },
    answer: (result: Result<LoadOutcome>) => bridge.emit('keysEnded', { loadId: loadId(), result }),
    ids: () => store.state.getState().list.rows.map(({ id }) => id),
    load: () => store.state.getState().load,
  };
}

const COMPLETE = ok({ kind: 'complete' } as const);

describe('keys store', () => {
  it('shows the rows of the first load in batches as they come', async () => {
    const { store, send, tick, answer, ids, load, timers } = setUp();
    store.start();
    expect(load()).toEqual({ kind: 'loading', loaded: 0, estimatedTotal: null, refreshing: false });
    send(['a', 'b'], 100);
    send(['c', 'a'], 100);
    expect(ids()).toEqual([]);
    expect(timers).toHaveLength(1);
    expect(timers[0]?.milliseconds).toBe(100);
    tick();
    expect(ids()).toEqual(['a', 'b', 'c']);
    expect(load()).toMatchObject({ loaded: 3, estimatedTotal: 100 });
    send(['d']);
    answer(COMPLETE);
    expect(ids()).toEqual(['a', 'b', 'c', 'd']);
    expect(load()).toEqual({ kind: 'ready' });
    expect(store.state.getState().loadedAt).toBe(1_000_000);
  });

  it('reads again from the beginning: a walk that began before counts no more', () => {
    const { store, bridge, send, answer, ids, load } = setUp();
    store.readAgain();
    expect(bridge.callsOf('loadKeys')).toEqual([]);
    store.start();
    send(['a']);
    answer(COMPLETE);
    store.refresh();
    send(['b']);
    store.readAgain();
    expect(bridge.callsOf('loadKeys')).toHaveLength(3);
    expect(ids()).toEqual(['a']);
    expect(load()).toMatchObject({ kind: 'loading', loaded: 0, refreshing: true });
    send(['c']);
    answer(COMPLETE);
    expect(ids()).toEqual(['c']);
    store.refresh();
    store.readAgain();
    answer(fail({ kind: 'cancelled' }));
    expect(load()).toEqual({ kind: 'ready' });
  });

  it('keeps the old rows while it refreshes and swaps them at once', async () => {
    const { store, send, tick, answer, ids, load } = setUp();
    store.start();
    send(['a', 'b']);
    answer(COMPLETE);
    const { generation } = store.state.getState().list;
    store.refresh();
    send(['c', 'a']);
    tick();
    expect(ids()).toEqual(['a', 'b']);
    expect(load()).toMatchObject({ kind: 'loading', loaded: 2, refreshing: true });
    answer(COMPLETE);
    expect(ids()).toEqual(['c', 'a']);
    expect(store.state.getState().list.generation).toBeGreaterThan(generation);
  });

  it('keeps the old rows when a refresh fails, and quietly when it is cancelled', async () => {
    const { store, send, answer, ids, load, bridge } = setUp();
    store.start();
    send(['a']);
    answer(COMPLETE);
    store.refresh();
    send(['b']);
    answer(fail({ kind: 'timeout' }));
    expect(ids()).toEqual(['a']);
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'timeout' } });
    store.refresh();
    store.cancel();
    expect(bridge.callsOf('cancel')).toEqual([{ call: 'loadKeys' }]);
    answer(fail({ kind: 'cancelled' }));
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'timeout' } });
  });

  it('says when a first load was cancelled, keeps what came, and begins anew', async () => {
    const { store, send, answer, ids, load } = setUp();
    store.start();
    send(['a']);
    answer(fail({ kind: 'cancelled' }));
    expect(ids()).toEqual(['a']);
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'cancelled' } });
    store.refresh();
    expect(ids()).toEqual([]);
    send(['a', 'b']);
    answer(ok({ kind: 'partial' }));
    expect(ids()).toEqual(['a', 'b']);
    expect(load()).toEqual({ kind: 'partial' });
  });

  it('takes a deleted key out, also of a walk that is under way', async () => {
    const { store, send, answer, ids } = setUp();
    store.start();
    send(['a', 'b', 'c']);
    answer(COMPLETE);
    store.refresh();
    send(['a', 'b']);
    store.removeKey('b');
    expect(ids()).toEqual(['a', 'c']);
    send(['b', 'c']);
    answer(COMPLETE);
    expect(ids()).toEqual(['a', 'c']);
  });

  it('refreshes by itself only five minutes after the last walk began', async () => {
    const { store, answer, pass, bridge } = setUp();
    store.start();
    answer(COMPLETE);
    pass(4 * 60_000);
    store.refreshIfStale();
    expect(bridge.callsOf('loadKeys')).toHaveLength(1);
    pass(2 * 60_000);
    store.refreshIfStale();
    store.refreshIfStale();
    expect(bridge.callsOf('loadKeys')).toHaveLength(2);
  });

  it('hears nothing of another walk, nor after it was stopped', async () => {
    const { store, bridge, tick, ids, send } = setUp();
    const stop = store.start();
    bridge.emit('keysLoaded', { loadId: 1, rows: [sampleKey('x')], estimatedTotal: null });
    tick();
    expect(ids()).toEqual([]);
    stop();
    send(['a']);
    tick();
    expect(ids()).toEqual([]);
  });

  it('starts over with another list', async () => {
    const { store, send, answer, ids, load } = setUp();
    store.start();
    send(['a']);
    answer(COMPLETE);
    store.startOver();
    expect(ids()).toEqual([]);
    expect(load()).toMatchObject({ kind: 'loading', refreshing: false });
  });
});
