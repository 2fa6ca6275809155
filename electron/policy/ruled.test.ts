import { describe, expect, it } from 'vitest';
import { NO_POLICY, type Policy } from '../../shared/policy.ts';
import type { SecuritySettings } from '../../shared/security-state.ts';
import type { OfflineCopies } from '../keys/offline-copy.ts';
import { fakeSettings } from '../settings/fake-settings.ts';
import { ruledCopies } from './ruled-copies.ts';
import { ruledSettings } from './ruled-settings.ts';

describe('settings under a policy', () => {
  const rules = { ...NO_POLICY.rules, clipboardSeconds: 30, lockMinutes: 10 };

  it.each<[SecuritySettings, SecuritySettings]>([
    [
      { clipboardSeconds: null, lockMinutes: null },
      { clipboardSeconds: 30, lockMinutes: 10 },
    ],
    [
      { clipboardSeconds: 300, lockMinutes: 15 },
      { clipboardSeconds: 30, lockMinutes: 10 },
    ],
    [
      { clipboardSeconds: 15, lockMinutes: 1 },
      { clipboardSeconds: 15, lockMinutes: 1 },
    ],
  ])('%o become %o, found and chosen', (wanted, held) => {
    expect(ruledSettings(fakeSettings(wanted), rules).values()).toMatchObject(held);
    const ruled = ruledSettings(fakeSettings({ clipboardSeconds: 15, lockMinutes: 1 }), rules);
    expect(ruled.change(wanted)).toMatchObject(held);
    expect(ruled.values()).toMatchObject(held);
    expect(ruled.reset()).toMatchObject({ clipboardSeconds: 30, lockMinutes: 10 });
  });

  it('stay what they are where nothing is ruled', () => {
    const never = { clipboardSeconds: null, lockMinutes: null };
    expect(ruledSettings(fakeSettings(never), NO_POLICY.rules).values()).toMatchObject(never);
  });
});

describe('offline copies under a policy', () => {
  function copies() {
    const done: string[] = [];
    const under: OfflineCopies = {
      read: async () => ({ kind: 'unreadable' }),
      save: async () => 'saved',
      remove: async (id) => void done.push(`remove ${id}`),
      removeAll: async () => void done.push('removeAll'),
      keepOnly: async () => void done.push('keepOnly'),
    };
    return { under, done };
  }
  const off = { ...NO_POLICY.rules, offlineCopy: false };
  const copy = { savedAt: 1, project: null, user: null, rows: [] };

  it('are the same where they are allowed', () => {
    const { under, done } = copies();
    expect(ruledCopies(under, NO_POLICY)).toBe(under);
    expect(done).toEqual([]);
  });

  it.each<[Policy, readonly string[]]>([
    [{ kind: 'in-force', rules: off }, ['removeAll']],
    [{ kind: 'broken', problem: 'malformed', rules: off }, []],
  ])('are neither read nor written where they are off: %o', async (policy, before) => {
    const { under, done } = copies();
    const ruled = ruledCopies(under, policy);
    expect(done).toEqual(before);
    expect(await ruled.read('a')).toEqual({ kind: 'none' });
    expect(await ruled.save('a', copy, () => true)).toBe('off');
    await ruled.keepOnly(() => false);
    await ruled.remove('a');
    expect(done).toEqual([...before, 'remove a']);
  });
});
