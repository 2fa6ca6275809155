import { describe, expect, it } from 'vitest';
import { createOneTimeSecret } from './one-time-secret.ts';

const PENDING = { keyId: '1', name: 'CRM_Query', lastFour: 'abcd' };

describe('createOneTimeSecret', () => {
  it('holds one secret until it is forgotten', () => {
    const slot = createOneTimeSecret();
    expect(slot.pending()).toBeNull();
    slot.hold('secret-abcd', PENDING);
    expect(slot.pending()).toEqual(PENDING);
    expect(slot.reveal()).toBe('secret-abcd');
    slot.forget();
    expect(slot.pending()).toBeNull();
    expect(slot.reveal()).toBeNull();
  });

  it('never replaces a secret that waits', () => {
    const slot = createOneTimeSecret();
    slot.hold('first', PENDING);
    expect(() => slot.hold('second', PENDING)).toThrow();
    expect(slot.reveal()).toBe('first');
  });

  it('tells of a secret nothing but its key', () => {
    const slot = createOneTimeSecret();
    slot.hold('whole-key-abcd', PENDING);
    expect(JSON.stringify(slot.pending())).not.toContain('whole-key');
  });
});
