import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { fail, ok, type Result } from '../../shared/app-error.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, type FakeBridge, PENDING } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { NewKeyDialog } from './new-key-dialog.tsx';

const SECRET = 'sk_test_the_whole_key_a1b2';

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const dialog = () => screen.queryByRole('dialog', { name: 'Your new API key' });
const question = () => screen.queryByRole('alertdialog');

async function click(name: string): Promise<void> {
  await act(async () => {
    fireEvent.click(button(name));
  });
}

function show(bridge: FakeBridge = createFakeBridge()) {
  const onStored = vi.fn();
  const view = renderWith(<NewKeyDialog pending={PENDING} onStored={onStored} />, bridge);
  return { ...view, onStored };
}

function setVisibility(state: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

afterEach(() => Reflect.deleteProperty(document, 'visibilityState'));

test('shows the name and the last four, and asks for nothing by itself', () => {
  const { bridge } = show();
  expect(screen.getByText('CRM_Query')).toBeTruthy();
  expect(screen.getByRole('group', { name: 'API key' }).textContent).toMatch(/•+.*a1b2$/);
  expect(screen.getByText(/not possible to recover a key once the creation modal is closed\./)).toBeTruthy();
  expect(bridge.callsOf('revealSecret')).toEqual([]);
});

test('copies, and says so', async () => {
  const { bridge } = show();
  await waitFor(() => expect(document.activeElement).toBe(button('Copy key')));
  await click('Copy key');
  expect(bridge.callsOf('copySecret')).toHaveLength(1);
  expect(screen.getByRole('status').textContent).toBe('Copied');
  expect(document.body.textContent).not.toContain(SECRET);
});

test('a failed copy says so and keeps the dialog', async () => {
  show(createFakeBridge({ copySecret: async () => fail({ kind: 'clipboard' }) }));
  await click('Copy key');
  expect(screen.getByRole('alert').textContent).toContain('Could not copy');
  await click('I have stored this key');
  expect(question()).toBeTruthy();
});

test('shows the key and drops it on hide', async () => {
  show();
  await click('Show key');
  expect(screen.getByText(SECRET)).toBeTruthy();
  await click('Hide key');
  expect(document.body.innerHTML).not.toContain(SECRET);
});

test.each([
  [SECRET, 1],
  ['CRM_Query', 0],
])(
  'what is selected and copied by the system is copied as by the button if it is the key: %s',
  async (text, copies) => {
    const { bridge } = show();
    await click('Show key');
    getSelection()?.selectAllChildren(screen.getByText(text));
    expect(fireEvent.copy(document.body)).toBe(copies === 0);
    await waitFor(() => expect(bridge.callsOf('copySecret')).toHaveLength(copies));
  },
);

test('drops the key when the window is hidden, and does not bring it back', async () => {
  show();
  await click('Show key');
  act(() => setVisibility('hidden'));
  expect(document.body.innerHTML).not.toContain(SECRET);
  act(() => setVisibility('visible'));
  expect(document.body.innerHTML).not.toContain(SECRET);
  expect(button('Show key')).toBeTruthy();
});

test('an answer that comes after the window was hidden is not shown', async () => {
  const { promise, resolve } = deferred<Result<string>>();
  show(createFakeBridge({ revealSecret: () => promise }));
  await click('Show key');
  act(() => setVisibility('hidden'));
  act(() => setVisibility('visible'));
  await act(async () => resolve(ok(SECRET)));
  expect(document.body.innerHTML).not.toContain(SECRET);
});

test('drops the key when another takes its place', async () => {
  const { rerender } = show();
  await click('Show key');
  rerender(<NewKeyDialog pending={{ keyId: 'k2', name: 'Other', lastFour: 'zzzz' }} onStored={vi.fn()} />);
  expect(document.body.innerHTML).not.toContain(SECRET);
  expect(screen.getByRole('group', { name: 'API key' }).textContent).toContain('zzzz');
});

test('drops the key when the dialog goes', async () => {
  const { rerender } = show();
  await click('Show key');
  rerender(<NewKeyDialog pending={null} onStored={vi.fn()} />);
  expect(document.body.innerHTML).not.toContain(SECRET);
});

test('a key that main no longer holds says so', async () => {
  show(createFakeBridge({ revealSecret: async () => fail({ kind: 'no-secret' }) }));
  await click('Show key');
  expect(screen.getByRole('alert').textContent).toContain('The key is no longer held');
});

test('Escape does not close it, but says what to do', () => {
  const { onStored, bridge } = show();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(dialog()).toBeTruthy();
  expect(screen.getByRole('status').textContent).toBe('Store the key first');
  expect(screen.queryByRole('button', { name: 'Close' })).toBeNull();
  expect(onStored).not.toHaveBeenCalled();
  expect(bridge.callsOf('discardSecret')).toEqual([]);
});

test('a key that was copied is forgotten at a word', async () => {
  const order: string[] = [];
  const bridge = createFakeBridge({
    discardSecret: async () => {
      order.push('discarded');
    },
  });
  const onStored = vi.fn(() => order.push('stored'));
  renderWith(<NewKeyDialog pending={PENDING} onStored={onStored} />, bridge);
  await click('Copy key');
  await click('I have stored this key');
  expect(order).toEqual(['discarded', 'stored']);
});

test('a key that was neither copied nor shown is asked about', async () => {
  const { bridge, onStored } = show();
  await click('I have stored this key');
  expect(screen.getByText('You have neither copied nor shown this key.')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button('Go back')));
  await click('Go back');
  expect(bridge.callsOf('discardSecret')).toEqual([]);
  await click('I have stored this key');
  await click('Close and lose the key');
  expect(bridge.callsOf('discardSecret')).toHaveLength(1);
  expect(onStored).toHaveBeenCalledOnce();
});

test('a hostile name is literal text on one line', () => {
  const name = `<img src=x onerror=alert(1)>\n\u202E${'x'.repeat(10_000)}`;
  renderWith(<NewKeyDialog pending={{ ...PENDING, name }} onStored={vi.fn()} />);
  expect(document.querySelector('img')).toBeNull();
  const shown = document.querySelector('bdi');
  expect(shown?.textContent).toMatch(/^<img src=x/);
  expect(shown?.textContent?.length).toBeLessThan(600);
});
