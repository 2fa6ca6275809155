import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { ClipboardState } from '../../shared/security-state.ts';
import { NewKeyDialog } from '../new-key/new-key-dialog.tsx';
import { createFakeBridge, type FakeBridge, PENDING } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { ClipboardNotice } from './clipboard-notice.tsx';
import { clipboardText } from './clipboard-text.ts';

const NOW = 1_000_000;
const HOLDING: ClipboardState = { kind: 'holding', clearsAt: NOW + 60_000, concealed: true };
const CLEAN: ClipboardState = { kind: 'clean' };

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

const pass = (milliseconds: number) => act(async () => void vi.advanceTimersByTime(milliseconds));
const spoken = () => document.querySelector('[aria-live="polite"]')?.textContent;

it.each([
  [HOLDING, 58, 'Copied. It leaves the clipboard in 58 seconds'],
  [HOLDING, 1, 'Copied. It leaves the clipboard in 1 second'],
  [HOLDING, 298, 'Copied. It leaves the clipboard in 4:58'],
  [HOLDING, 0, 'Copied. It leaves the clipboard now'],
  [{ ...HOLDING, clearsAt: null }, 0, 'Copied. It stays on the clipboard until you copy something else'],
  [
    { ...HOLDING, concealed: false },
    5,
    'Copied. It leaves the clipboard in 5 seconds; a clipboard history may keep it',
  ],
  [{ kind: 'left-alone' }, 0, 'The key may still be on the clipboard: this system did not let Keydesk look.'],
  [CLEAN, 0, ''],
] as const)('%o at %d: %s', (state, seconds, words) => {
  expect(clipboardText(state, 'this', seconds)).toBe(words);
});

/** Copies as main does: the event, then the answer. */
function copyingBridge(state: ClipboardState): FakeBridge {
  const bridge: FakeBridge = createFakeBridge({
    copySecret: async () => {
      bridge.emit('clipboardChanged', state);
      return { ok: true, value: undefined };
    },
  });
  return bridge;
}

async function copyIn(bridge: FakeBridge): Promise<void> {
  renderWith(<NewKeyDialog pending={PENDING} onStored={() => {}} />, bridge);
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Copy key' })));
}

it('in the dialog it counts down for the eye, and is read out at the beginning and the end', async () => {
  const bridge = copyingBridge(HOLDING);
  await copyIn(bridge);
  expect(spoken()).toBe('Copied. It leaves the clipboard in 60 seconds');
  expect(screen.getByRole('status').textContent).toBe('');
  await pass(2000);
  expect(screen.getByText('Copied. It leaves the clipboard in 58 seconds')).toBeTruthy();
  expect(spoken()).toBe('Copied. It leaves the clipboard in 60 seconds');
  act(() => bridge.emit('clipboardChanged', CLEAN));
  expect(spoken()).toBe('The key is no longer on the clipboard');
  expect(screen.getByRole('status').textContent).toBe('');
});

it('"Clear now" clears, and the focus goes back to "Copy key"', async () => {
  const bridge = copyingBridge(HOLDING);
  await copyIn(bridge);
  fireEvent.click(screen.getByRole('button', { name: 'Clear now' }));
  expect(bridge.callsOf('clearClipboard')).toHaveLength(1);
  expect(document.activeElement?.textContent).toBe('Copy key');
});

it('a key that was copied before is not taken for this one', async () => {
  const bridge = createFakeBridge({ getClipboard: async () => HOLDING });
  renderWith(<NewKeyDialog pending={PENDING} onStored={() => {}} />, bridge);
  await act(async () => {});
  expect(screen.getAllByText('A copied key leaves the clipboard in 60 seconds')).not.toEqual([]);
});

it('an event is newer than the first answer; a refused question is quiet', async () => {
  const bridge = createFakeBridge({ getClipboard: () => Promise.reject(new Error('Refused')) });
  renderWith(<NewKeyDialog pending={PENDING} onStored={() => {}} />, bridge);
  await act(async () => bridge.emit('clipboardChanged', HOLDING));
  expect(screen.getByRole('button', { name: 'Clear now' })).toBeTruthy();
});

it('in the status bar it goes when the key goes; what was left alone can be dismissed', () => {
  const bar = (state: ClipboardState) => (
    <ClipboardNotice state={state} copied="some" place="bar" onClear={() => {}} />
  );
  const { rerender } = renderWith(bar(HOLDING));
  expect(screen.getByText('A copied key leaves the clipboard in 60 seconds')).toBeTruthy();
  rerender(bar(CLEAN));
  expect(screen.queryByTitle(/./)).toBeNull();
  expect(spoken()).toBe('The key is no longer on the clipboard');
  rerender(bar({ kind: 'left-alone' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByTitle(/./)).toBeNull();
});
