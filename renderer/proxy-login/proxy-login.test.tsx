import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { SessionState } from '../../shared/session-state.ts';
import { App } from '../app.tsx';
import { ErrorAlert } from '../error-alert.tsx';
import { createFakeBridge, SIGNED_IN, SIGNED_OUT } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { ProxyLoginProvider } from './proxy-login-provider.tsx';

const OPEN = 'Log in to the proxy…';
const askedFor = (): AppError => ({ kind: 'proxy-login' });

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const dialog = () => screen.queryByRole('dialog', { name: 'Log in to the proxy' });
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));

function show(overrides: Parameters<typeof createFakeBridge>[0] = {}, onAction?: () => void) {
  const alert = (error: AppError) => (
    <ProxyLoginProvider>
      <ErrorAlert error={error} onAction={onAction} actionLabel="Retry" />
    </ProxyLoginProvider>
  );
  const view = renderWith(alert(askedFor()), createFakeBridge(overrides));
  return { ...view, fails: () => view.rerender(alert(askedFor())) };
}

async function logIn(): Promise<HTMLInputElement> {
  await click(OPEN);
  const password = field('Proxy password');
  field('User name').value = 'ada';
  password.value = 'proxy-secret';
  await click('Log in');
  return password;
}

it('gives the login to main, keeps nothing of it, and does again what failed', async () => {
  const onAction = vi.fn();
  const { bridge } = show({}, onAction);
  expect(screen.getByRole('alert').textContent).toContain('The proxy asks for a login');
  expect(screen.queryByRole('button', { name: 'Retry' })).toBeNull();
  const password = await logIn();
  expect(bridge.callsOf('setProxyLogin')).toEqual([{ username: 'ada', password: 'proxy-secret' }]);
  expect(onAction).toHaveBeenCalledOnce();
  expect(password.value).toBe('');
  expect(dialog()).toBeNull();
});

it('asked again, it says that the login was not taken', async () => {
  const { fails } = show({}, () => {});
  await logIn();
  fails();
  expect(screen.getByRole('alert').textContent).toContain('The proxy did not take this login');
});

it('without a retry of its own it leaves the next step to the person', async () => {
  show();
  await logIn();
  expect(screen.getByRole('alert').textContent).toContain('The proxy has its login now');
});

it('can be called off, and needs a user name', async () => {
  const { bridge } = show();
  await click(OPEN);
  expect(dialog()?.textContent).toContain('sent to the proxy alone and held in memory until Keydesk closes');
  await waitFor(() => expect(document.activeElement).toBe(field('User name')));
  await click('Log in');
  expect(screen.getByText('Enter the user name')).toBeTruthy();
  await click('Cancel');
  expect(dialog()).toBeNull();
  expect(bridge.callsOf('setProxyLogin')).toEqual([]);
});

it('a refused call ends calmly and keeps the user name', async () => {
  show({ setProxyLogin: () => Promise.reject(new Error('Refused')) });
  await logIn();
  expect(dialog()?.textContent).toContain('Something went wrong in Keydesk');
  expect(field('User name').value).toBe('ada');
});

it('sign-in connects again with what is still in the form', async () => {
  const answers: Result<SessionState>[] = [fail(askedFor()), fail(askedFor()), ok(SIGNED_IN)];
  const bridge = createFakeBridge({
    getSession: async () => SIGNED_OUT,
    connect: async () => answers.shift() ?? ok(SIGNED_IN),
  });
  renderWith(<App />, bridge);
  await act(async () => {});
  field('Admin token').value = 'some-token';
  await click('Connect');
  await logIn();
  await screen.findByText('The proxy did not take this login');
  await logIn();
  await screen.findByRole('heading', { name: 'API Keys' });
  const sent = { address: 'https://api.diga.io', token: 'some-token' };
  expect(bridge.callsOf('connect')).toEqual([sent, sent, sent]);
});

it('the list is loaded again; a key is not created again by itself', async () => {
  let walks = 0;
  const bridge = createFakeBridge({
    loadKeys: async ({ loadId }) => {
      walks += 1;
      const result = walks === 1 ? fail(askedFor()) : ok({ kind: 'complete' } as const);
      bridge.emit('keysEnded', { loadId, result });
    },
    createKey: async () => fail(askedFor()),
  });
  renderWith(<App />, bridge);
  await screen.findByRole('button', { name: OPEN });
  await logIn();
  expect(walks).toBe(2);

  await act(async () => bridge.emit('menuCommand', 'create-key'));
  fireEvent.change(await screen.findByLabelText('Name'), { target: { value: 'CRM' } });
  fireEvent.click(screen.getByLabelText('Restrict key'));
  await click('Save');
  await click(OPEN);
  // Escape is for the dialog in front.
  fireEvent.keyDown(field('User name'), { key: 'Escape' });
  expect(dialog()).toBeNull();
  expect(screen.queryByText('Discard what you typed?')).toBeNull();
  await logIn();
  expect(bridge.callsOf('createKey')).toHaveLength(1);
  expect(screen.getByText('The proxy has its login now')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('CRM');
}, 20_000);
