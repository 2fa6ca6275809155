import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ClipboardState } from '../../shared/security-state.ts';
import { createClipboardKeeper, type SystemClipboard } from './clipboard-keeper.ts';

function setUp({ seconds = 60 as number | null, readable = true, refuses = false } = {}) {
  const states: ClipboardState[] = [];
  let text = 'from before';
  const clipboard: SystemClipboard = {
    writeText: async (value) => {
      if (refuses) throw new Error('refused');
      text = value;
    },
    writeConcealed: async (value) => {
      if (refuses) throw new Error('refused');
      text = value;
      return true;
    },
    readText: async () => (readable ? text : null),
    clear: async () => {
      text = '';
    },
  };
  const keeper = createClipboardKeeper({
    clipboard,
    clearAfter: () => seconds,
    onChange: (state) => states.push(state),
    clock: () => 1_000,
  });
  return { keeper, clipboard, states, text: () => text };
}

describe('createClipboardKeeper', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('clears a copied key after its time, and tells when that will be', async () => {
    const { keeper, text, states } = setUp();
    await keeper.copyKey('whole-key');
    expect(states).toEqual([{ kind: 'holding', clearsAt: 61_000, concealed: true }]);
    await vi.advanceTimersByTimeAsync(59_999);
    expect(text()).toBe('whole-key');
    await vi.advanceTimersByTimeAsync(1);
    expect(text()).toBe('');
    expect(keeper.state()).toEqual({ kind: 'clean' });
  });

  it('leaves alone what somebody else has copied since', async () => {
    const { keeper, clipboard, text } = setUp();
    await keeper.copyKey('whole-key');
    await clipboard.writeText('a shopping list');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text()).toBe('a shopping list');
  });

  it('says so where the system does not let it look', async () => {
    const { keeper, text } = setUp({ readable: false });
    await keeper.copyKey('whole-key');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text()).toBe('whole-key');
    expect(keeper.state()).toEqual({ kind: 'left-alone' });
  });

  it('never clears by time where the setting says never, but at the end it does', async () => {
    const { keeper, text } = setUp({ seconds: null });
    await keeper.copyKey('whole-key');
    await vi.advanceTimersByTimeAsync(86_400_000);
    expect(text()).toBe('whole-key');
    await keeper.clear();
    expect(text()).toBe('');
  });

  it('gives a second copy its own full time', async () => {
    const { keeper, text } = setUp();
    await keeper.copyKey('first');
    await vi.advanceTimersByTimeAsync(50_000);
    await keeper.copyKey('second');
    await vi.advanceTimersByTimeAsync(50_000);
    expect(text()).toBe('second');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(text()).toBe('');
  });

  it('does not clear a key id that was copied after the key', async () => {
    const { keeper, text } = setUp();
    await keeper.copyKey('whole-key');
    await keeper.copyText('some-id');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(text()).toBe('some-id');
  });

  it('fails where the system refuses, and keeps what it knew', async () => {
    const { keeper } = setUp({ refuses: true });
    await expect(keeper.copyKey('whole-key')).rejects.toThrow('refused');
    expect(keeper.state()).toEqual({ kind: 'clean' });
  });

  it('can clear once more where a clearing has failed', async () => {
    const { keeper, clipboard, text } = setUp({ seconds: null });
    await keeper.copyKey('whole-key');
    const works = clipboard.clear;
    clipboard.clear = () => Promise.reject(new Error('busy'));
    await expect(keeper.clear()).rejects.toThrow('busy');
    clipboard.clear = works;
    await keeper.clear();
    expect(text()).toBe('');
  });

  it('keeps nothing to clear at the end when nothing was copied', async () => {
    const { keeper, text } = setUp();
    await keeper.clear();
    expect(text()).toBe('from before');
  });
});
