import { expect, it } from 'vitest';
import { nameInLabel, oneLine, shownName } from './format.ts';

const NOTHING_VISIBLE = 'Name without visible characters';
const ISOLATE = '\u2068';
const END = '\u2069';

/** What a server may call a key, and what stands in the table. */
const NAMES: readonly (readonly [string, string])[] = [
  ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ['<script>alert(1)</script>', '<script>alert(1)</script>'],
  ['"><svg onload=alert(1)>', '"><svg onload=alert(1)>'],
  ["'-alert(1)-'", "'-alert(1)-'"],
  ['javascript:alert(1)', 'javascript:alert(1)'],
  ['{{constructor.constructor("alert(1)")()}}', '{{constructor.constructor("alert(1)")()}}'],
  ['<%= 7*7 %>', '<%= 7*7 %>'],
  ['#{7*7}', '#{7*7}'],
  ['%s%n%d', '%s%n%d'],
  ['&lt;b&gt;', '&lt;b&gt;'],
  ['__proto__', '__proto__'],
  ['constructor', 'constructor'],
  ['toString', 'toString'],
  ['null', 'null'],
  ['undefined', 'undefined'],
  ['NaN', 'NaN'],
  ['=HYPERLINK("https://example.com","x")', '=HYPERLINK("https://example.com","x")'],
  ["'; DROP TABLE keys; --", "'; DROP TABLE keys; --"],
  ['../../etc/passwd', '../../etc/passwd'],
  ['..\\..\\windows', '..\\..\\windows'],
  ['C:\\CON', 'C:\\CON'],
  ['a\nb', 'a b'],
  ['a\r\nb', 'a b'],
  ['a\tb', 'a b'],
  ['a\u0000b', 'a b'],
  ['a\u001b[31mb', 'a [31mb'],
  ['a\u0007b', 'a b'],
  ['a\u2028b', 'a b'],
  ['a\u2029b', 'a b'],
  ['a\u00a0\u00a0b', 'a b'],
  ['  padded  ', 'padded'],
  ['', NOTHING_VISIBLE],
  ['   ', NOTHING_VISIBLE],
  ['\n\n', NOTHING_VISIBLE],
  ['\u200b', NOTHING_VISIBLE],
  ['\u200b\u200c\u200d\u2060', NOTHING_VISIBLE],
  ['\u202e', NOTHING_VISIBLE],
  ['\u2066\u2069', NOTHING_VISIBLE],
  ['\u3164', NOTHING_VISIBLE],
  ['\u115f\u1160', NOTHING_VISIBLE],
  ['\uffa0', NOTHING_VISIBLE],
  ['\u2800', NOTHING_VISIBLE],
  ['\u0301\u0302', NOTHING_VISIBLE],
  ['\u{e0001}\u{e0041}', NOTHING_VISIBLE],
  ['\u00ad', NOTHING_VISIBLE],
  ['\ud800', NOTHING_VISIBLE],
  ['Équipe ω 🔑', 'Équipe ω 🔑'],
  ['مفتاح', 'مفتاح'],
  ['x'.repeat(10_000), `${'x'.repeat(500)}…`],
  [`${'\n'.repeat(5_000)}late`, NOTHING_VISIBLE],
];

it.each(NAMES)('%j is shown as %j', (name, shown) => {
  expect(shownName(name)).toBe(shown);
  expect(oneLine(name)).not.toMatch(/[\n\r\t\u2028\u2029\p{Cc}]/u);
});

/** Names that would turn the sentence around them. */
const TURNING = [
  'a\u202eb',
  'a\u202db',
  'a\u2066b',
  'a\u2067b',
  'a\u2068b',
  'a\u200fb',
  'a\u200eb',
  'a\u061cb',
];

it.each(TURNING)('%j keeps its direction to itself within a label', (name) => {
  expect(nameInLabel(name)).toBe(`${ISOLATE}${name}${END}`);
});
