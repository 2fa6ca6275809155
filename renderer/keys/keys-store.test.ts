import { describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import type { LoadOutcome } from '../../shared/contract.ts';
import { rowsText } from '../../shared/rows-text.ts';
import { createFakeBridge, type FakeBridge } from '../test/fake-bridge.ts';
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
      bridge.emit('keysLoaded', {
        loadId: loadId(),
        rows: rowsText(ids.map((id) => sampleKey(id))),
        estimatedTotal,
      }),
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
    expect(load()).toEqual({
      kind: 'loading',
      loaded: 0,
      estimatedTotal: null,
      refreshing: false,
      after: null,
    });
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
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'timeout' }, retryAt: 1_005_000 });
    store.refresh();
    expect(load()).toMatchObject({ kind: 'loading', refreshing: true, after: { kind: 'timeout' } });
    store.cancel();
    expect(bridge.callsOf('cancel')).toEqual([{ call: 'loadKeys' }]);
    answer(fail({ kind: 'cancelled' }));
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'timeout' }, retryAt: null });
  });

  it('says when a first load was cancelled, keeps what came, and begins anew', async () => {
    const { store, send, answer, ids, load } = setUp();
    store.start();
    send(['a']);
    answer(fail({ kind: 'cancelled' }));
    expect(ids()).toEqual(['a']);
    expect(load()).toEqual({ kind: 'failed', error: { kind: 'cancelled' }, retryAt: null });
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

  it.each([8 * 3_600_000, 365 * 86_400_000, -365 * 86_400_000])(
    'refreshes once when the clock has gone by %d ms',
    (milliseconds) => {
      const { store, bridge, answer, pass } = setUp();
      store.start();
      answer(COMPLETE);
      pass(milliseconds);
      for (let look = 0; look < 5; look += 1) store.refreshIfStale();
      answer(COMPLETE);
      store.refreshIfStale();
      store.networkIsBack();
      expect(bridge.callsOf('loadKeys')).toHaveLength(2);
    },
  );

  it('hears nothing of another walk, nor after it was stopped', async () => {
    const { store, bridge, tick, ids, send } = setUp();
    const stop = store.start();
    bridge.emit('keysLoaded', { loadId: 1, rows: rowsText([sampleKey('x')]), estimatedTotal: null });
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

  describe('the last whole list', () => {
    const copy = (bridge: FakeBridge, ids: readonly string[], isLast = true) => {
      const { loadId } = bridge.callsOf('loadKeys').at(-1) as { loadId: number };
      bridge.emit('copyLoaded', {
        loadId,
        rows: rowsText(ids.map((id) => sampleKey(id))),
        savedAt: 500,
        isLast,
      });
    };

    it('is asked for only where nothing is shown yet', () => {
      const { store, answer, bridge } = setUp();
      store.start();
      answer(COMPLETE);
      store.refresh();
      expect(bridge.callsOf('loadKeys')).toMatchObject([{ wantsCopy: true }, { wantsCopy: false }]);
    });

    it('does not bring back a key that is deleted while it comes', () => {
      const { store, bridge, ids } = setUp();
      store.start();
      copy(bridge, ['a'], false);
      store.removeKey('b');
      copy(bridge, ['b', 'c']);
      expect(ids()).toEqual(['a', 'c']);
    });

    it('shows its first rows at once and the others in batches', () => {
      const { store, bridge, tick, ids, timers } = setUp();
      store.start();
      copy(bridge, ['a'], false);
      expect(ids()).toEqual(['a']);
      copy(bridge, ['b'], false);
      copy(bridge, ['c'], false);
      expect(ids()).toEqual(['a']);
      expect(timers).toHaveLength(1);
      tick();
      expect(ids()).toEqual(['a', 'b', 'c']);
      copy(bridge, ['d'], false);
      copy(bridge, ['e']);
      expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
      expect(timers).toEqual([]);
    });

    it('is shown at once, with its time, until the fresh one takes its place', () => {
      const { store, bridge, send, tick, answer, ids, load } = setUp();
      store.start();
      copy(bridge, ['a', 'b'], false);
      copy(bridge, ['c']);
      expect(ids()).toEqual(['a', 'b', 'c']);
      expect(load()).toMatchObject({ kind: 'loading', refreshing: true });
      expect(store.state.getState().loadedAt).toBe(500);
      send(['d']);
      tick();
      expect(ids()).toEqual(['a', 'b', 'c']);
      answer(COMPLETE);
      expect(ids()).toEqual(['d']);
      expect(store.state.getState().loadedAt).toBe(1_000_000);
    });

    it('stays where the fresh one fails, is cancelled or may not be whole', () => {
      const { store, bridge, send, answer, ids, load } = setUp();
      store.start();
      copy(bridge, ['a', 'b']);
      send(['a']);
      answer(fail({ kind: 'network', code: null }));
      expect(ids()).toEqual(['a', 'b']);
      expect(load().kind).toBe('failed');
      store.refresh();
      send(['a']);
      answer(ok({ kind: 'partial' }));
      expect(ids()).toEqual(['a', 'b']);
      expect(load()).toEqual({ kind: 'partial' });
      expect(store.state.getState().loadedAt).toBe(500);
      store.refresh();
      answer(fail({ kind: 'cancelled' }));
      expect(ids()).toEqual(['a', 'b']);
      expect(load()).toEqual({ kind: 'partial' });
    });

    it('of another walk is not taken', () => {
      const { store, bridge, ids } = setUp();
      store.start();
      bridge.emit('copyLoaded', { loadId: 1, rows: rowsText([sampleKey('x')]), savedAt: 500, isLast: true });
      expect(ids()).toEqual([]);
    });
  });

  describe('a failure that may pass', () => {
    const NETWORK = fail({ kind: 'network', code: null } as const);

    it('is tried again by itself, less and less often, and anew after a success', () => {
      const { store, answer, timers, tick, bridge } = setUp();
      store.start();
      const pauses: (number | undefined)[] = [];
      for (let failure = 0; failure < 9; failure += 1) {
        answer(NETWORK);
        pauses.push(timers.at(-1)?.milliseconds);
        tick();
      }
      expect(pauses.map((pause) => (pause ?? 0) / 1000)).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300]);
      expect(bridge.callsOf('loadKeys')).toHaveLength(10);
      answer(COMPLETE);
      store.refresh();
      answer(NETWORK);
      expect(timers.at(-1)?.milliseconds).toBe(5_000);
    });

    it('waits as long as the server asks for', () => {
      const { store, answer, timers } = setUp();
      store.start();
      answer(fail({ kind: 'rate-limited', retryAfterSeconds: 3600 }));
      expect(timers.at(-1)?.milliseconds).toBe(3_600_000);
    });

    it.each([{ kind: 'forbidden' }, { kind: 'unauthorized' }, { kind: 'answer-too-large' }] as const)(
      '$kind is left to the person',
      (error) => {
        const { store, answer, timers, load } = setUp();
        store.start();
        answer(fail(error));
        expect(timers).toEqual([]);
        expect(load()).toMatchObject({ retryAt: null });
      },
    );

    it('is tried at once when the network is back, but never twice within two seconds', () => {
      const { store, answer, timers, pass, tick, bridge } = setUp();
      store.start();
      answer(NETWORK);
      pass(1_500);
      store.networkIsBack();
      store.networkIsBack();
      expect(bridge.callsOf('loadKeys')).toHaveLength(1);
      expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([500]);
      tick();
      expect(bridge.callsOf('loadKeys')).toHaveLength(2);
      answer(NETWORK);
      pass(3_000);
      store.networkIsBack();
      expect(bridge.callsOf('loadKeys')).toHaveLength(3);
    });

    it('is not cut short by a network or a window that comes back, where the server asked to wait', () => {
      const { store, answer, pass, bridge } = setUp();
      store.start();
      answer(fail({ kind: 'rate-limited', retryAfterSeconds: 3600 }));
      pass(10 * 60_000);
      store.networkIsBack();
      store.refreshIfStale();
      expect(bridge.callsOf('loadKeys')).toHaveLength(1);
      store.refresh();
      expect(bridge.callsOf('loadKeys')).toHaveLength(2);
    });

    it('a clock that was set back by a year holds nothing up', () => {
      const { store, answer, timers, pass } = setUp();
      store.start();
      answer(NETWORK);
      pass(-365 * 86_400_000);
      store.networkIsBack();
      expect(timers.at(-1)?.milliseconds).toBe(2_000);
    });

    it('is not tried any more once the list is left', () => {
      const { store, answer, timers } = setUp();
      const stop = store.start();
      answer(NETWORK);
      stop();
      expect(timers).toEqual([]);
    });
  });
});
