import { expect, it, vi } from 'vitest';
import type { Deletion, KeyOutcome } from '../../shared/deletion.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { createDeletionStore } from './deletion-store.ts';

const deletion = (...outcomes: readonly KeyOutcome['kind'][]): Deletion => ({
  keys: outcomes.map((kind, index) => ({
    id: `k${index}`,
    name: null,
    lastFour: null,
    outcome: { kind } as KeyOutcome,
  })),
  phase: { kind: 'running' },
});

function setUp(bridge = createFakeBridge()) {
  const removed: (readonly string[])[] = [];
  const timers: (() => void)[] = [];
  const store = createDeletionStore({
    bridge,
    removeKeys: (ids) => removed.push(ids),
    later: (callback) => {
      timers.push(callback);
      return () => {};
    },
  });
  return { bridge, store, removed, timers };
}

it('takes the rows of deleted keys out in batches, and the last at the end', () => {
  const { bridge, store, removed, timers } = setUp();
  store.start();
  bridge.emit('deletionChanged', deletion('waiting', 'waiting', 'waiting'));
  bridge.emit('deletionStep', { id: 'k0', outcome: { kind: 'deleted' } });
  bridge.emit('deletionStep', { id: 'k1', outcome: { kind: 'gone' } });
  expect(removed).toEqual([]);
  expect(timers).toHaveLength(1);
  timers[0]?.();
  expect(removed).toEqual([['k0', 'k1']]);
  bridge.emit('deletionStep', { id: 'k2', outcome: { kind: 'failed', error: { kind: 'timeout' } } });
  expect(store.state.getState()?.keys.map(({ outcome }) => outcome.kind)).toEqual([
    'deleted',
    'gone',
    'failed',
  ]);
});

it('finds the deletion that main holds, and takes out what is gone already', async () => {
  const { store, removed } = setUp(
    createFakeBridge({ getDeletion: async () => deletion('deleted', 'waiting') }),
  );
  store.start();
  await vi.waitFor(() => expect(store.state.getState()).not.toBeNull());
  expect(removed).toEqual([['k0']]);
});

it('believes an event rather than an answer that was asked for before it', async () => {
  const answer = deferred<Deletion | null>();
  const { bridge, store } = setUp(createFakeBridge({ getDeletion: () => answer.promise }));
  store.start();
  bridge.emit('deletionChanged', deletion('deleting'));
  answer.resolve(null);
  await answer.promise;
  expect(store.state.getState()).toEqual(deletion('deleting'));
});
