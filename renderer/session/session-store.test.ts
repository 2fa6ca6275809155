import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { createFakeBridge, SIGNED_IN, SIGNED_OUT } from '../test/fake-bridge.ts';
import { createSessionStore } from './session-store.ts';

describe('session store', () => {
  it('opens until main has answered', async () => {
    const store = createSessionStore({ bridge: createFakeBridge() });
    expect(store.state.getState()).toEqual({ kind: 'opening' });
    store.start();
    await vi.waitFor(() => expect(store.state.getState()).toEqual(SIGNED_IN));
  });

  it('follows main, and stops when told to', async () => {
    const bridge = createFakeBridge({ getSession: async () => SIGNED_OUT });
    const store = createSessionStore({ bridge });
    const stop = store.start();
    bridge.emit('sessionChanged', SIGNED_IN);
    await Promise.resolve();
    expect(store.state.getState()).toEqual(SIGNED_IN);
    stop();
    bridge.emit('sessionChanged', SIGNED_OUT);
    expect(store.state.getState()).toEqual(SIGNED_IN);
  });

  it('takes over what a call answered, and nothing from a failure', () => {
    const store = createSessionStore({ bridge: createFakeBridge() });
    store.take(ok(SIGNED_IN));
    store.take(fail({ kind: 'timeout' }));
    expect(store.state.getState()).toEqual(SIGNED_IN);
  });

  it('is signed out where main does not answer at all', async () => {
    const store = createSessionStore({
      bridge: createFakeBridge({ getSession: () => Promise.reject(new Error('gone')) }),
    });
    store.start();
    await vi.waitFor(() => expect(store.state.getState().kind).toBe('signed-out'));
  });
});
