import { describe, expect, it } from 'vitest';
import { parseToken } from './token.ts';

describe('parseToken', () => {
  it.each([
    ['abc', 'abc'],
    ['  abc\n', 'abc'],
    ['\r\nabc\r\n', 'abc'],
    ['a.b-c_d~e+f/g=', 'a.b-c_d~e+f/g='],
    ['!"#$%&\'()*', '!"#$%&\'()*'],
    ['x'.repeat(10_000), 'x'.repeat(10_000)],
  ])('takes %j', (typed, value) => {
    expect(parseToken(typed)).toEqual({ ok: true, value });
  });

  it.each(['', ' ', '\n', '\u00a0'])('finds %j empty', (typed) => {
    expect(parseToken(typed)).toEqual({ ok: false, error: { kind: 'invalid-token', reason: 'empty' } });
  });

  it.each([
    'ab c',
    'Bearer abc',
    'ab\nc',
    'ab\r\nX-Other: 1',
    'ключ',
    'abс',
    'ab\u200bc',
    'ab\u0000',
    'ab\u007f',
    '🔑',
    'é',
  ])('refuses %j without telling it', (typed) => {
    const result = parseToken(typed);
    expect(result).toEqual({ ok: false, error: { kind: 'invalid-token', reason: 'characters' } });
    expect(JSON.stringify(result)).not.toContain(typed);
  });
});
