import { expect, it } from 'vitest';
import { DEFAULT_VALUES } from '../../shared/settings.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, settingsState } from '../test/fake-bridge.ts';
import { createSettingsStore } from './settings-store.ts';

async function loaded(overrides: Parameters<typeof createFakeBridge>[0] = {}) {
  const bridge = createFakeBridge(overrides);
  const store = createSettingsStore({ bridge });
  await store.load();
  return { bridge, ...store };
}

it('shows a choice at once, and what main holds in the end', async () => {
  const answer = deferred<ReturnType<typeof settingsState>>();
  const { state, change } = await loaded({ changeSettings: () => answer.promise });
  const saving = change({ lockMinutes: null });
  expect(state.getState().values.lockMinutes).toBeNull();
  answer.resolve(settingsState({ lockMinutes: 10 }));
  await saving;
  expect(state.getState()).toMatchObject({ values: { lockMinutes: 10 }, error: null });
});

it('takes a choice back that could not be saved, and says so', async () => {
  const { state, change } = await loaded({ changeSettings: () => Promise.reject(new Error('no')) });
  await change({ theme: 'dark' });
  expect(state.getState()).toMatchObject({ values: { theme: 'system' }, error: { kind: 'not-saved' } });
});

it('of two choices the newer one holds, whichever answer comes last', async () => {
  const first = deferred<ReturnType<typeof settingsState>>();
  const answers = [first.promise, Promise.resolve(settingsState({ theme: 'light' }))];
  const { state, change } = await loaded({
    changeSettings: () => answers.shift() ?? Promise.reject(new Error('no more')),
  });
  const slow = change({ theme: 'dark' });
  await change({ theme: 'light' });
  first.resolve(settingsState({ theme: 'dark' }));
  await slow;
  expect(state.getState().values.theme).toBe('light');
});

it('sends only what was changed; a reset asks for all of it', async () => {
  const { bridge, state, change, reset } = await loaded();
  await change({ density: 'compact' });
  await reset();
  expect(bridge.callsOf('changeSettings')).toEqual([{ density: 'compact' }]);
  expect(bridge.callsOf('resetSettings')).toHaveLength(1);
  expect(state.getState().values).toEqual(DEFAULT_VALUES);
});

it('changes nothing before main has told', async () => {
  const bridge = createFakeBridge({ getSettings: () => Promise.reject(new Error('no')) });
  const store = createSettingsStore({ bridge });
  await store.load();
  await store.change({ theme: 'dark' });
  expect(bridge.callsOf('changeSettings')).toEqual([]);
  expect(store.state.getState().error).toEqual({ kind: 'unexpected' });
});
