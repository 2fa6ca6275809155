import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type AppError, fail } from '../../shared/app-error.ts';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import type { Bridge } from '../../shared/contract.ts';
import { App } from '../app.tsx';
import { createFakeBridge, DEMO_CONNECTION } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';

const known = (id: string, name: string, change: Partial<KnownConnection> = {}): KnownConnection => ({
  id,
  name,
  projectName: name,
  address: `https://${id}.example.com`,
  settings: USUAL_SETTINGS,
  standing: 'ready',
  ...change,
});
const LIST = [known('a', 'Alpha'), known('b', 'Beta'), known('c', 'Gamma', { standing: 'signed-out' })];

async function open(changes: Partial<Omit<Bridge, 'on'>> = {}) {
  const bridge = createFakeBridge({
    getConnections: async () => LIST,
    getSession: async () => ({
      kind: 'signed-in',
      connection: {
        ...DEMO_CONNECTION,
        kind: 'api',
        id: 'a',
        name: 'Alpha',
        address: 'https://a.example.com',
      },
    }),
    ...changes,
  });
  renderWith(<App />, bridge);
  const switcher = await screen.findByRole('button', { name: 'Project Alpha' });
  return { bridge, switcher };
}

const press = (key: string) => fireEvent.keyDown(document.body, { key, ctrlKey: true });

describe('the way to another connection', () => {
  it('is one key each, and none for the one that is open', async () => {
    const { bridge } = await open();
    press('1');
    press('9');
    expect(bridge.callsOf('openConnection')).toEqual([]);
    press('2');
    await waitFor(() => expect(bridge.callsOf('openConnection')).toEqual([{ connectionId: 'b' }]));
  });

  it('takes the page of this one out of reach until it is over', async () => {
    let answer = (_error: AppError): void => undefined;
    const { bridge, switcher } = await open({
      openConnection: () =>
        new Promise((resolve) => {
          answer = (error) => resolve(fail(error));
        }),
    });
    press('2');
    await waitFor(() => expect(switcher.closest('[inert]')).not.toBeNull());
    press('2');
    expect(bridge.callsOf('openConnection')).toHaveLength(1);
    answer({ kind: 'secret-pending' });
    expect((await screen.findByRole('alert')).textContent).toContain('Store that key first');
    expect(switcher.closest('[inert]')).toBeNull();
  });

  it.each([
    ['is signed out', '3', 'Gamma'],
    ['cannot be read', '2', 'Beta'],
  ])('asks for the token of one that %s', async (_why, key, name) => {
    const { bridge } = await open({ openConnection: async () => fail({ kind: 'token-unreadable' }) });
    press(key);
    const dialog = await screen.findByRole('dialog', { name: 'Sign in' });
    expect(dialog.textContent).toContain(`Enter a token for ${name}`);
    fireEvent.change(within(dialog).getByLabelText(/Admin token/), { target: { value: 'typed' } });
    fireEvent.submit(dialog.querySelector('form') ?? dialog);
    await waitFor(() => expect(bridge.callsOf('signInAgain')).toHaveLength(1));
    expect(screen.queryByText('Another new key has not been stored yet')).toBeNull();
  });

  it('is closed while a question is asked', async () => {
    const { bridge } = await open();
    act(() => bridge.emit('leaveRequested', { action: 'quit' }));
    await screen.findByRole('alertdialog');
    press('2');
    expect(bridge.callsOf('openConnection')).toEqual([]);
  });
});
