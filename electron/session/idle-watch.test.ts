import { describe, expect, it } from 'vitest';
import { createIdleWatch } from './idle-watch.ts';

function setUp(minutes: number | null) {
  let now = 1_000_000;
  let told = 0;
  const watch = createIdleWatch({ minutes: () => minutes, onIdle: () => (told += 1), clock: () => now });
  return { watch, told: () => told, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('createIdleWatch', () => {
  it('tells once when the time is over', () => {
    const { watch, told, pass } = setUp(15);
    pass(15 * 60 - 1);
    watch.look();
    expect(told()).toBe(0);
    pass(1);
    watch.look();
    watch.look();
    expect(told()).toBe(1);
  });

  it('begins anew with each touch', () => {
    const { watch, told, pass } = setUp(15);
    pass(14 * 60);
    watch.touch();
    pass(14 * 60);
    watch.look();
    expect(told()).toBe(0);
    pass(60);
    watch.look();
    expect(told()).toBe(1);
  });

  it('tells at the first look after hours of sleep', () => {
    const { watch, told, pass } = setUp(15);
    pass(8 * 3600);
    watch.look();
    expect(told()).toBe(1);
  });

  it('does not wait a year more because the clock was set back by one', () => {
    const { watch, told, pass } = setUp(15);
    pass(-365 * 86_400);
    watch.look();
    pass(15 * 60);
    watch.look();
    expect(told()).toBe(1);
  });

  it('tells once, and not again until somebody was there, when the clock goes on by a year', () => {
    const { watch, told, pass } = setUp(15);
    pass(365 * 86_400);
    watch.look();
    watch.touch();
    watch.look();
    expect(told()).toBe(1);
  });

  it('never tells where the setting says never', () => {
    const { watch, told, pass } = setUp(null);
    pass(86_400);
    watch.look();
    expect(told()).toBe(0);
  });
});
