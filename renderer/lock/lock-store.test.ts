import { expect, it, vi } from 'vitest';
import type { LockState } from '../../shared/lock-state.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, LOCKED, UNLOCKED } from '../test/fake-bridge.ts';
import { createLockStore } from './lock-store.ts';

it('knows nothing until main has told, then follows it', async () => {
  const bridge = createFakeBridge({ getLock: async () => LOCKED });
  const store = createLockStore({ bridge });
  expect(store.state.getState()).toEqual({ lock: null, wasOpen: false });
  const stop = store.start();
  await vi.waitFor(() => expect(store.state.getState()).toEqual({ lock: LOCKED, wasOpen: false }));
  bridge.emit('lockChanged', UNLOCKED);
  bridge.emit('lockChanged', LOCKED);
  expect(store.state.getState()).toEqual({ lock: LOCKED, wasOpen: true });
  stop();
  bridge.emit('lockChanged', UNLOCKED);
  expect(store.state.getState().lock).toEqual(LOCKED);
});

it('an event is newer than the first answer', async () => {
  const { promise, resolve } = deferred<LockState>();
  const bridge = createFakeBridge({ getLock: () => promise });
  const store = createLockStore({ bridge });
  store.start();
  bridge.emit('lockChanged', LOCKED);
  resolve(UNLOCKED);
  await promise;
  expect(store.state.getState().lock).toEqual(LOCKED);
});

it('where main does not answer, the screens have the word', async () => {
  const bridge = createFakeBridge({ getLock: () => Promise.reject(new Error('Refused')) });
  const store = createLockStore({ bridge });
  store.start();
  await vi.waitFor(() => expect(store.state.getState().lock?.kind).toBe('unlocked'));
});
