import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type AppError, fail } from '../../shared/app-error.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { Unreachable } from './unreachable.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show(error: AppError) {
  const bridge = createFakeBridge({ retryConnection: async () => fail(error) });
  renderWith(
    <Unreachable
      name="Alpha"
      address="https://a.example.com"
      error={error}
      onResult={(result) => result}
      onSignOut={() => undefined}
    />,
    bridge,
  );
  return bridge;
}

const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1000));

it('tries again by itself, after pauses that grow', async () => {
  const bridge = show({ kind: 'connection-refused' });
  expect(screen.getByText('Trying again in 5 seconds')).toBeTruthy();
  await pass(5);
  expect(bridge.callsOf('retryConnection')).toHaveLength(1);
  await pass(8);
  expect(bridge.callsOf('retryConnection')).toHaveLength(1);
  await pass(3);
  expect(bridge.callsOf('retryConnection')).toHaveLength(2);
});

it('tries at once when the network is back', async () => {
  const bridge = show({ kind: 'server-not-found' });
  act(() => void window.dispatchEvent(new Event('online')));
  await pass(0);
  expect(bridge.callsOf('retryConnection')).toHaveLength(1);
});

it('leaves to the person what will not pass by itself', async () => {
  const bridge = show({ kind: 'certificate', reason: 'date' });
  await pass(3600);
  expect(bridge.callsOf('retryConnection')).toEqual([]);
});
