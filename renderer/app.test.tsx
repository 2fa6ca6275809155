import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { fail, ok, type Result } from '../shared/app-error.ts';
import type { Connection, SessionState } from '../shared/session-state.ts';
import { App } from './app.tsx';
import { createFakeBridge, DEMO_CONNECTION, PENDING, SIGNED_IN, SIGNED_OUT } from './test/fake-bridge.ts';
import { renderWith } from './test/render-with.tsx';

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });

async function open(session: SessionState, overrides: Parameters<typeof createFakeBridge>[0] = {}) {
  const bridge = createFakeBridge({ getSession: async () => session, ...overrides });
  renderWith(<App />, bridge);
  await act(async () => {});
  return bridge;
}

describe('before main has told of the lock', () => {
  const never = () => new Promise<never>(() => undefined);
  afterEach(() => document.documentElement.removeAttribute('data-locked'));

  it('the outline of the main view is painted', async () => {
    await open(SIGNED_OUT, { getLock: never });
    expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
  });

  it('nothing is painted where the window begins locked', async () => {
    document.documentElement.setAttribute('data-locked', '');
    await open(SIGNED_OUT, { getLock: never });
    expect(screen.queryByRole('main')).toBeNull();
  });
});

describe('sign-in', () => {
  it('connects with what was typed and keeps nothing of the token', async () => {
    const bridge = await open(SIGNED_OUT);
    expect(screen.getByRole('heading', { name: 'Connect a project' })).toBeTruthy();
    expect(field('API address').value).toBe('https://api.diga.io');
    const token = field('Admin token');
    token.value = 'secret-token';
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    expect(bridge.callsOf('connect')).toEqual([{ address: 'https://api.diga.io', token: 'secret-token' }]);
    await screen.findByRole('heading', { name: 'API Keys' });
    expect(token.value).toBe('');
  });

  it.each([
    [{ kind: 'invalid-address', reason: 'http-only-loopback' } as const, 'API address'],
    [{ kind: 'invalid-token', reason: 'characters' } as const, 'Admin token'],
  ])('says %o at its field and keeps what was typed', async (error, name) => {
    await open(SIGNED_OUT, { connect: async () => fail(error) });
    field('Admin token').value = 'typed token';
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    await waitFor(() => expect(field(name).getAttribute('aria-invalid')).toBe('true'));
    expect(document.activeElement).toBe(field(name));
    expect(field('Admin token').value).toBe('typed token');
    expect(document.body.textContent).not.toContain('typed token');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('can be cancelled, quietly', async () => {
    let answer: (result: Result<SessionState>) => void = () => {};
    const connect = () =>
      new Promise<Result<SessionState>>((resolve) => {
        answer = resolve;
      });
    const bridge = await open(SIGNED_OUT, { connect });
    fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    expect(bridge.callsOf('cancel')).toEqual([{ call: 'connect' }]);
    await act(async () => answer(fail({ kind: 'cancelled' })));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
  });

  it('says why a saved connection was left, and begins with its address', async () => {
    await open({ kind: 'signed-out', address: 'https://keys.example.com', notice: { kind: 'unauthorized' } });
    expect(screen.getByRole('alert').textContent).toContain('The server does not accept this token');
    expect(field('API address').value).toBe('https://keys.example.com');
  });

  it('shows and hides the token', async () => {
    await open(SIGNED_OUT);
    const hidden = field('Admin token').className;
    fireEvent.click(screen.getByRole('button', { name: 'Show token' }));
    expect(field('Admin token').className).not.toBe(hidden);
    expect(screen.getByRole('button', { name: 'Hide token' })).toBeTruthy();
  });

  it('opens the demo', async () => {
    const bridge = await open(SIGNED_OUT);
    fireEvent.click(screen.getByRole('button', { name: 'Open the demo project' }));
    await screen.findByRole('heading', { name: 'API Keys' });
    expect(bridge.callsOf('openDemo')).toHaveLength(1);
  });
});

describe('the other screens', () => {
  it('lets a project be chosen', async () => {
    const bridge = await open({
      kind: 'choosing-project',
      address: 'https://api.diga.io',
      projects: [
        { id: 'a', name: 'First' },
        { id: 'b', name: 'Second' },
      ],
    });
    fireEvent.click(screen.getByRole('radio', { name: 'Second' }));
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: 'API Keys' });
    expect(bridge.callsOf('chooseProject')).toEqual([{ projectId: 'b' }]);
  });

  it('is for administrators only', async () => {
    await open({ kind: 'not-administrator', connection: DEMO_CONNECTION, role: 'member' });
    expect(screen.getByRole('heading', { name: 'Administrators only' })).toBeTruthy();
    const words = 'Only users with the Administrator role in the project can access the API Keys section.';
    expect(screen.getByText(words)).toBeTruthy();
    expect(document.body.textContent).toContain('ada@example.com');
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await screen.findByRole('heading', { name: 'Connect a project' });
  });

  it('still shows a new key that waits to be stored, when the list was taken away', async () => {
    const bridge = await open(
      { kind: 'not-administrator', connection: DEMO_CONNECTION, role: 'member' },
      { getPendingSecret: async () => PENDING },
    );
    expect(await screen.findByRole('dialog', { name: 'Your new API key' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Copy key' }));
    await screen.findByText('Copied');
    fireEvent.click(screen.getByRole('button', { name: 'I have stored this key' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(bridge.callsOf('discardSecret')).toHaveLength(1);
  });

  it('tries an unreachable project again', async () => {
    await open(
      { kind: 'unreachable', name: 'Voice', address: 'https://api.diga.io', error: { kind: 'timeout' } },
      {
        retryConnection: async () => ok(SIGNED_IN),
      },
    );
    await screen.findByText('The server did not answer in time');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    await screen.findByRole('heading', { name: 'API Keys' });
  });
});

describe('the bar', () => {
  it('tells the project and asks before it signs out', async () => {
    const bridge = await open(SIGNED_IN);
    expect(screen.getByText('Demo')).toBeTruthy();
    act(() => bridge.emit('menuCommand', 'sign-out'));
    const dialog = await screen.findByRole('alertdialog', { name: 'Sign out' });
    expect(dialog.textContent).toContain('deleted from this computer');
    fireEvent.click(screen.getByRole('button', { name: 'Sign out' }));
    await screen.findByRole('heading', { name: 'Connect a project' });
    expect(bridge.callsOf('signOut')).toHaveLength(1);
  });

  it('resets the demo and loads anew', async () => {
    const bridge = await open(SIGNED_IN);
    fireEvent.click(screen.getByRole('button', { name: 'Connection' }));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Reset the demo' }));
    fireEvent.click(await screen.findByRole('button', { name: 'Reset' }));
    await waitFor(() => expect(bridge.callsOf('loadKeys')).toHaveLength(2));
    expect(bridge.callsOf('resetDemo')).toHaveLength(1);
  });
});

it('reads the list again with another token, also while a walk of the one before goes on', async () => {
  const standing = (standing: Connection['standing']): SessionState => ({
    kind: 'signed-in',
    connection: { ...DEMO_CONNECTION, kind: 'api', standing },
  });
  const bridge = await open(standing('token-refused'), { loadKeys: async () => undefined });
  expect(bridge.callsOf('loadKeys')).toHaveLength(1);
  await act(async () => bridge.emit('sessionChanged', standing('confirmed')));
  expect(bridge.callsOf('loadKeys')).toHaveLength(2);
});
