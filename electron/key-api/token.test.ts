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
    'ab\tc',
    'ab\vc',
    'ab\u0085c',
    'ab\u00a0c',
    'ab\u2028c',
    'ab\u2029c',
    'ab\u202ec',
    'ab\ufeffc',
    'ab\u00adc',
    'ab\u001b[31mc',
    'ab\ud800c',
    'ａｂｃ',
    'abс\nHost: example.com',
    'abc\r\n\r\nGET / HTTP/1.1',
    'abc, def',
    'Authorization: Bearer abc',
    '"abc def"',
    'ab–c',
    '“abc”',
    'ab…',
    `${'x'.repeat(10_000)} y`,
  ])('refuses %j without telling it', (typed) => {
    const result = parseToken(typed);
    expect(result).toEqual({ ok: false, error: { kind: 'invalid-token', reason: 'characters' } });
    expect(JSON.stringify(result)).not.toContain(typed);
  });
});
