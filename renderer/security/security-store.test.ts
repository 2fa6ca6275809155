import { expect, it } from 'vitest';
import { DEFAULT_SECURITY, type SecuritySettings } from '../../shared/security-state.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { createSecurityStore } from './security-store.ts';

it('shows a choice at once and holds what main answers', async () => {
  const { promise, resolve } = deferred<SecuritySettings>();
  const bridge = createFakeBridge({ changeSecuritySettings: () => promise });
  const store = createSecurityStore({ bridge });
  await store.load();
  const changing = store.change({ lockMinutes: 5 });
  expect(store.state.getState().settings?.lockMinutes).toBe(5);
  expect(bridge.callsOf('changeSecuritySettings')).toEqual([{ ...DEFAULT_SECURITY, lockMinutes: 5 }]);
  resolve({ clipboardSeconds: 60, lockMinutes: 6 });
  await changing;
  expect(store.state.getState().settings?.lockMinutes).toBe(6);
});

it('takes a choice back that could not be saved, and says so', async () => {
  const refuse = () => Promise.reject(new Error('Keydesk could not do this'));
  const store = createSecurityStore({ bridge: createFakeBridge({ changeSecuritySettings: refuse }) });
  await store.load();
  await store.change({ clipboardSeconds: null });
  expect(store.state.getState()).toEqual({ settings: DEFAULT_SECURITY, error: { kind: 'not-saved' } });
});

it('a late answer does not undo a newer choice', async () => {
  const first = deferred<SecuritySettings>();
  const answers = [first.promise];
  const bridge = createFakeBridge({
    changeSecuritySettings: (settings) => answers.shift() ?? Promise.resolve(settings),
  });
  const store = createSecurityStore({ bridge });
  await store.load();
  const changing = store.change({ lockMinutes: 5 });
  await store.change({ lockMinutes: 30 });
  first.resolve({ ...DEFAULT_SECURITY, lockMinutes: 5 });
  await changing;
  expect(store.state.getState().settings?.lockMinutes).toBe(30);
});

it('changes nothing before it knows the settings', async () => {
  const bridge = createFakeBridge({ getSecuritySettings: () => Promise.reject(new Error('Refused')) });
  const store = createSecurityStore({ bridge });
  await store.load();
  await store.change({ lockMinutes: 5 });
  expect(bridge.callsOf('changeSecuritySettings')).toEqual([]);
  expect(store.state.getState().error).toEqual({ kind: 'unexpected' });
});
