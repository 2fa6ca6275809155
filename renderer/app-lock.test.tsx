import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { PendingSecret } from '../shared/api-key.ts';
import { ok, type Result } from '../shared/app-error.ts';
import type { Bridge } from '../shared/contract.ts';
import type { Connection, SessionState } from '../shared/session-state.ts';
import { App } from './app.tsx';
import { deferred } from './test/deferred.ts';
import {
  CAN_LOCK,
  createFakeBridge,
  DEMO_CONNECTION,
  type FakeBridge,
  LOCKED,
  PENDING,
  UNLOCKED,
} from './test/fake-bridge.ts';
import { renderWith } from './test/render-with.tsx';
import { sampleKey } from './test/sample-key.ts';

const KEYS = [sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query' })];
const CONNECTION: Connection = {
  ...DEMO_CONNECTION,
  kind: 'api',
  name: 'Voice',
  tokenStorage: { kind: 'keyring' },
};
const API: SessionState = { kind: 'signed-in', connection: CONNECTION };

async function open(overrides: Parameters<typeof createFakeBridge>[0] = {}): Promise<FakeBridge> {
  const bridge = createFakeBridge(
    { getLock: async () => CAN_LOCK, getSession: async () => API, ...overrides },
    KEYS,
  );
  renderWith(<App />, bridge);
  await act(async () => {});
  return bridge;
}

const lock = (bridge: FakeBridge) => act(async () => bridge.emit('lockChanged', LOCKED));
const unlock = (bridge: FakeBridge) => act(async () => bridge.emit('lockChanged', CAN_LOCK));
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const lockScreen = () => screen.queryByRole('heading', { name: 'Keydesk is locked' });

async function openMenu(): Promise<void> {
  await press('Connection');
  await screen.findByRole('menuitem', { name: 'Lock now' });
}

describe('a locked window', () => {
  it('that starts locked asks main for nothing but the lock', async () => {
    const bridge = await open({ getLock: async () => LOCKED });
    expect(lockScreen()).toBeTruthy();
    for (const channel of ['getSession', 'getPendingSecret', 'loadKeys', 'getClipboard'] as const) {
      expect(bridge.callsOf(channel)).toEqual([]);
    }
  });

  it('holds no row, no name and no dialog; unlocked, it begins anew', async () => {
    const bridge = await open({ getPendingSecret: async () => PENDING });
    expect(await screen.findByRole('dialog', { name: 'Your new API key' })).toBeTruthy();
    await press('Show key');
    await lock(bridge);
    expect(lockScreen()).toBeTruthy();
    for (const word of ['CRM_Query', 'Voice', 'ada@example.com', 'a1b2', 'sk_test']) {
      expect(document.documentElement.outerHTML).not.toContain(word);
    }
    expect(screen.queryByRole('dialog')).toBeNull();
    const asked = bridge.callsOf('getSession').length;
    fireEvent.keyDown(window, { key: 'F5' });
    fireEvent(window, new Event('focus'));
    expect(bridge.callsOf('loadKeys')).toHaveLength(1);

    await unlock(bridge);
    expect(bridge.callsOf('getSession')).toHaveLength(asked + 1);
    expect(bridge.callsOf('loadKeys')).toHaveLength(2);
    expect(await screen.findByRole('dialog', { name: 'Your new API key' })).toBeTruthy();
    expect(document.body.textContent).not.toContain('sk_test');
  });

  it('an answer that comes after the lock is shown nowhere, not even after unlocking', async () => {
    const { promise, resolve } = deferred<PendingSecret | null>();
    let asked = 0;
    const getPendingSecret = () => {
      asked += 1;
      return asked === 1 ? promise : Promise.resolve(null);
    };
    const bridge = await open({ getPendingSecret });
    await lock(bridge);
    await act(async () => resolve({ ...PENDING, name: 'Late_Key' }));
    expect(document.documentElement.outerHTML).not.toContain('Late_Key');
    await unlock(bridge);
    expect(document.documentElement.outerHTML).not.toContain('Late_Key');
  });

  it('calls that the lock has cut off reject without a sound', async () => {
    let refuse: (reason: Error) => void = () => {};
    const cutOff = new Promise<never>((_resolve, reject) => {
      refuse = reject;
    });
    const pending = () => cutOff;
    const bridge = await open({ getSession: pending, getClipboard: pending, getPendingSecret: pending });
    await lock(bridge);
    await act(async () => refuse(new Error('Refused')));
    expect(lockScreen()).toBeTruthy();
  });
});

describe('locking', () => {
  it.each([
    ['the menu of the window', (bridge: FakeBridge) => bridge.emit('menuCommand', 'lock')],
    ['Ctrl+L', () => void fireEvent.keyDown(window, { key: 'l', ctrlKey: true })],
    ['Cmd+L', () => void fireEvent.keyDown(window, { key: 'l', metaKey: true })],
  ])('by %s, also over a dialog', async (_name, command) => {
    const bridge = await open({ getPendingSecret: async () => PENDING });
    await screen.findByRole('dialog', { name: 'Your new API key' });
    await act(async () => command(bridge));
    expect(bridge.callsOf('lockNow')).toHaveLength(1);
  });

  it('by the menu of the connection', async () => {
    const bridge = await open();
    await openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Lock now' }));
    expect(bridge.callsOf('lockNow')).toHaveLength(1);
  });

  it('where nothing can unlock, it explains itself and opens the settings', async () => {
    const bridge = await open({ getLock: async () => UNLOCKED });
    await openMenu();
    const item = screen.getByRole('menuitem', { name: 'Lock now' });
    expect(item.textContent).toContain('The lock is off until a pass phrase is set');
    await act(async () => void fireEvent.click(item));
    expect(bridge.callsOf('lockNow')).toEqual([]);
    await screen.findByRole('dialog', { name: 'Settings' });
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: 'Pass phrase' }));
  });
});

describe('the offer of a pass phrase', () => {
  const offer = () => screen.queryByText('Set a pass phrase to lock Keydesk when you are away');

  it('is made where nothing can unlock, and once', async () => {
    const bridge = await open({ getLock: async () => UNLOCKED });
    expect(offer()).toBeTruthy();
    await press('Not now');
    expect(offer()).toBeNull();
    // Neither a lock nor another sign-in brings it back.
    await lock(bridge);
    await act(async () => bridge.emit('lockChanged', UNLOCKED));
    expect(screen.getByRole('heading', { name: 'API Keys' })).toBeTruthy();
    expect(offer()).toBeNull();
  });

  it('leads to the form', async () => {
    await open({ getLock: async () => UNLOCKED });
    await press('Set a pass phrase');
    expect(await screen.findByRole('textbox', { name: 'Repeat it' })).toBeTruthy();
    expect(offer()).toBeNull();
  });

  it('is not made where something can unlock, nor in the demo', async () => {
    await open();
    expect(offer()).toBeNull();
  });

  it('is not made in the demo', async () => {
    await open({
      getLock: async () => UNLOCKED,
      getSession: async () => ({ kind: 'signed-in', connection: DEMO_CONNECTION }),
    });
    expect(offer()).toBeNull();
  });
});

describe('a token in memory only', () => {
  const inMemory: SessionState = {
    kind: 'signed-in',
    connection: { ...CONNECTION, tokenStorage: { kind: 'memory', reason: 'keyring-locked' } },
  };

  it('can be offered to the keyring again, from the menu', async () => {
    const answers = [inMemory, API];
    const checkKeyring: Bridge['checkKeyring'] = async (): Promise<Result<SessionState>> =>
      ok(answers.shift() ?? API);
    await open({ getSession: async () => inMemory, checkKeyring });
    await openMenu();
    fireEvent.click(screen.getByRole('menuitem', { name: 'Check again' }));
    await screen.findByText('Checked just now: nothing has changed.');
    fireEvent.click(screen.getByRole('menuitem', { name: 'Check again' }));
    await screen.findByText(/kept encrypted/);
    await waitFor(() => expect(screen.queryByRole('menuitem', { name: 'Check again' })).toBeNull());
  });
});

it('a main process that refuses everything leaves a calm page', async () => {
  const refuse = () => Promise.reject(new Error('Refused'));
  const bridge = await open({
    getSession: refuse,
    connect: refuse,
    openDemo: refuse,
    retryConnection: refuse,
  });
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Keydesk');
  for (const name of ['Connect', 'Open the demo project']) {
    await press(name);
    expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Keydesk');
  }
  act(() =>
    bridge.emit('sessionChanged', {
      kind: 'unreachable',
      name: 'Voice',
      address: 'https://a.example',
      error: { kind: 'timeout' },
    }),
  );
  await press('Retry');
  expect(screen.getByRole('alert').textContent).toContain('Something went wrong in Keydesk');
});
