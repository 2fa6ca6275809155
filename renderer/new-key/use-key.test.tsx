import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { CopyAs, TryKey } from './use-key.tsx';

test.each([
  ['.env line', 'env'],
  ['Authorization header', 'header'],
  ['curl call', 'curl'],
])('copies as %s by its name alone', (label, form) => {
  const onCopy = vi.fn();
  renderWith(<CopyAs onCopy={onCopy} />);
  fireEvent.click(screen.getByRole('button', { name: 'Copy as' }));
  fireEvent.click(screen.getByRole('menuitem', { name: label }));
  expect(onCopy).toHaveBeenCalledExactlyOnceWith(form);
});

test.each([
  ['The server accepts this key.', ok('accepted' as const)],
  ['The server refuses this key.', ok('refused' as const)],
  [/is not known/, ok('not-known' as const)],
  [/is not known/, fail({ kind: 'no-session' })],
])('says "%s"', async (words, answer) => {
  const bridge = createFakeBridge({ tryKey: async () => answer });
  renderWith(<TryKey>{null}</TryKey>, bridge);
  fireEvent.click(screen.getByRole('button', { name: 'Try this key' }));
  await screen.findByText(words);
});

test('tries once at a time', async () => {
  const { promise, resolve } = deferred<ReturnType<typeof ok<'accepted'>>>();
  const bridge = createFakeBridge({ tryKey: () => promise });
  renderWith(<TryKey>{null}</TryKey>, bridge);
  const button = screen.getByRole('button', { name: 'Try this key' });
  fireEvent.click(button);
  fireEvent.click(button);
  expect(bridge.callsOf('tryKey')).toHaveLength(1);
  resolve(ok('accepted'));
  await screen.findByText('The server accepts this key.');
});
