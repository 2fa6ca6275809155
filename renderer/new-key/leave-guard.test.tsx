import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderWith } from '../test/render-with.tsx';
import { LeaveGuard } from './leave-guard.tsx';

function ask(action: 'close' | 'quit') {
  const view = renderWith(<LeaveGuard />);
  expect(screen.queryByRole('alertdialog')).toBeNull();
  act(() => view.bridge.emit('leaveRequested', { action }));
  expect(screen.getByRole('alertdialog', { name: 'This key has not been stored' })).toBeTruthy();
  return view;
}

test('"Go back" has the focus and stays', async () => {
  const { bridge } = ask('close');
  const back = screen.getByRole('button', { name: 'Go back' });
  await waitFor(() => expect(document.activeElement).toBe(back));
  fireEvent.click(back);
  expect(bridge.callsOf('leaveAnyway')).toEqual([]);
  expect(bridge.callsOf('leaveAnyway')).toEqual([]);
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

test('Escape stays', () => {
  const { bridge } = ask('quit');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(bridge.callsOf('leaveAnyway')).toEqual([]);
});

test.each([
  ['close', 'Close and lose the key'],
  ['quit', 'Quit and lose the key'],
] as const)('%s is named and carried out', (action, name) => {
  const { bridge } = ask(action);
  fireEvent.click(screen.getByRole('button', { name }));
  expect(bridge.callsOf('leaveAnyway')).toHaveLength(1);
});

test('listens no longer once it is gone', () => {
  const { bridge, unmount } = renderWith(<LeaveGuard />);
  unmount();
  bridge.emit('leaveRequested', { action: 'close' });
  expect(screen.queryByRole('alertdialog')).toBeNull();
});
