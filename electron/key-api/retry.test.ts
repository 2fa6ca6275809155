import { describe, expect, it } from 'vitest';
import { LIMITS } from './limits.ts';
import { type Mishap, retryAfterSeconds, waitBeforeRetry } from './retry.ts';

const NOW = Date.UTC(2026, 4, 1, 12, 0, 0);
const inSeconds = (seconds: number) => new Date(NOW + seconds * 1000).toUTCString();

describe('retryAfterSeconds', () => {
  it.each([
    ['2', 2],
    [' 2 ', 2],
    ['3600', 3600],
    ['99999999999', 86_400],
    [inSeconds(5), 5],
    [inSeconds(0), null],
    [inSeconds(-100), null],
    ['0', null],
    ['-5', null],
    ['1.5', null],
    ['soon', null],
    ['1e9', null],
    ['Infinity', null],
    ['', null],
    [null, null],
  ])('%j', (header, seconds) => {
    expect(retryAfterSeconds(header, NOW)).toBe(seconds);
  });
});

describe('waitBeforeRetry', () => {
  const wait = (mishap: Mishap, failures = 1, remaining = 60_000) =>
    waitBeforeRetry(mishap, failures, remaining, NOW, LIMITS);
  const status = (code: number, retryAfter: string | null = null): Mishap => ({
    kind: 'status',
    status: code,
    retryAfter,
  });

  it('repeats after a broken line once', () => {
    expect([1, 2].map((failures) => wait({ kind: 'line' }, failures))).toEqual([300, null]);
  });

  it('sends at most three requests to a busy server', () => {
    expect([1, 2, 3].map((failures) => wait(status(503), failures))).toEqual([300, 600, null]);
  });

  it.each([408, 502, 503, 504])('repeats after %i', (code) => {
    expect(wait(status(code))).toBe(300);
  });

  it.each([400, 401, 403, 404, 409, 422, 500, 501])('does not repeat after %i', (code) => {
    expect(wait(status(code))).toBeNull();
  });

  it('waits as long as a server asks', () => {
    expect(wait(status(429, '2'))).toBe(2_000);
    expect(wait(status(503, '2'))).toBe(2_000);
    expect(wait(status(429, inSeconds(7)))).toBe(7_000);
  });

  it.each(['0', 'rubbish', inSeconds(-60), null])(
    'waits a second at least where it asks for %j',
    (header) => {
      expect([1, 2].map((failures) => wait(status(429, header), failures))).toEqual([1_000, 2_000]);
    },
  );

  it.each(['3600', '31', inSeconds(3600)])('does not begin a wait of %j', (header) => {
    expect(wait(status(429, header))).toBeNull();
    expect(wait(status(503, header))).toBeNull();
  });

  it('does not begin a wait that does not fit into the rest of the time', () => {
    expect(wait(status(429, '20'), 1, 19_000)).toBeNull();
    expect(wait({ kind: 'line' }, 1, 200)).toBeNull();
  });
});
