import { act, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { renderWith } from './test/render-with.tsx';
import { useSecondsUntil } from './use-seconds-until.ts';

function Countdown({ time }: { readonly time: number | null }) {
  return <p role="timer">{useSecondsUntil(time)}</p>;
}

const shown = () => screen.getByRole('timer').textContent;
const pass = (milliseconds: number) => act(() => vi.advanceTimersByTime(milliseconds));

function setVisibility(state: 'hidden' | 'visible'): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true });
  act(() => void document.dispatchEvent(new Event('visibilitychange')));
}

beforeEach(() => void vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => {
  Reflect.deleteProperty(document, 'visibilityState');
  vi.useRealTimers();
});

it('counts down once a second and stops at zero', () => {
  renderWith(<Countdown time={1_003_000} />);
  expect(shown()).toBe('3');
  pass(1000);
  expect(shown()).toBe('2');
  pass(5000);
  expect(shown()).toBe('0');
  expect(vi.getTimerCount()).toBe(0);
});

it('stands still out of sight, and is right again in sight', () => {
  renderWith(<Countdown time={1_060_000} />);
  setVisibility('hidden');
  pass(10_000);
  expect(shown()).toBe('60');
  setVisibility('visible');
  expect(shown()).toBe('50');
});

it('counts eight hours of sleep', () => {
  renderWith(<Countdown time={1_060_000} />);
  vi.setSystemTime(1_000_000 + 8 * 3_600_000);
  pass(1000);
  expect(shown()).toBe('0');
});

it('goes on where the clock is set back by a year', () => {
  renderWith(<Countdown time={1_060_000} />);
  vi.setSystemTime(1_000_000 - 365 * 86_400_000);
  pass(1000);
  expect(shown()).toBe('60');
  pass(10_000);
  expect(shown()).toBe('50');
  pass(50_000);
  expect(shown()).toBe('0');
});

it('begins anew with another moment, whenever the last one was', () => {
  const { rerender } = renderWith(<Countdown time={null} />);
  expect(shown()).toBe('0');
  vi.setSystemTime(1_500_000);
  rerender(<Countdown time={1_504_000} />);
  expect(shown()).toBe('4');
});
