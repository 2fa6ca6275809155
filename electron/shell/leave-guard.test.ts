import { describe, expect, it } from 'vitest';
import { createLeaveGuard } from './leave-guard.ts';

/** `stubborn`: what is unstored stays so, as a create does until its call has ended. */
function setUp({ unstored = true, stubborn = false } = {}) {
  const events: string[] = [];
  let held = unstored;
  const guard = createLeaveGuard({
    hasUnstoredKey: () => held,
    forgetKey: () => {
      held = stubborn;
      events.push('forget');
    },
    ask: (action) => events.push(`ask ${action}`),
    closeWindow: () => events.push('close'),
    quit: () => events.push('quit'),
  });
  return { guard, events };
}

describe('createLeaveGuard', () => {
  it('lets go where no key waits', () => {
    const { guard, events } = setUp({ unstored: false });
    expect(guard.mayClose()).toBe(true);
    expect(events).toEqual([]);
  });

  it('asks before the window closes, and closes it when told so', () => {
    const { guard, events } = setUp();
    expect(guard.mayClose()).toBe(false);
    guard.leaveAnyway();
    expect(events).toEqual(['ask close', 'forget', 'close']);
    expect(guard.mayClose()).toBe(true);
  });

  it('asks before the program quits, and quits when told so', () => {
    const { guard, events } = setUp();
    guard.quitting();
    expect(guard.mayClose()).toBe(false);
    guard.leaveAnyway();
    expect(events).toEqual(['ask quit', 'forget', 'quit']);
  });

  it('forgets that it was quitting when the person stays', () => {
    const { guard, events } = setUp();
    guard.quitting();
    guard.mayClose();
    guard.mayClose();
    expect(events).toEqual(['ask quit', 'ask close']);
  });

  it('is not held by a create that is still being given up', () => {
    const { guard } = setUp({ stubborn: true });
    guard.quitting();
    guard.mayClose();
    guard.leaveAnyway();
    expect(guard.mayClose()).toBe(true);
  });
});
