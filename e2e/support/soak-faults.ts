import { answer, type Fault, json, redirect, tooManyRequests, webPage } from './fault.ts';
import { alterRows, emptyPageWithMore, sameCursorAgain, samePageAgain } from './fault-pages.ts';
import type { Call } from './fault-request.ts';
import type { Rule } from './fault-rules.ts';
import type { Random } from './random.ts';

/** A fault as it was drawn. */
export type DrawnFault =
  | { readonly kind: 'rule'; readonly label: string; readonly rule: Rule & { readonly call: Call } }
  /** The server is gone, until it comes back. */
  | { readonly kind: 'refuse'; readonly label: string }
  /** The program is killed and started again. */
  | { readonly kind: 'kill'; readonly label: string };

type Choice = readonly [weight: number, label: string, make: (random: Random, call: Call) => Fault];

const STATUSES = [400, 401, 403, 404, 409, 422, 429, 500, 500, 502, 503, 504] as const;
const BOMB_BYTES = 40 * 1024 * 1024;

function refusal(random: Random, call: Call): Fault {
  const drawn = random.pick(STATUSES);
  // "Not found" for a key that is there is a lie that nobody can see through.
  const status = call === 'delete' && drawn === 404 ? 400 : drawn;
  return json(status, { status: 'error', error_code: 'A_FAULT', message: `Answered ${status}` });
}

/** What can go wrong with any call. */
const ANY_CALL: readonly Choice[] = [
  [6, 'refusal', refusal],
  [1, 'page', (random) => webPage(random.pick([200, 403, 502]))],
  [1, 'empty 200', () => answer(200)],
  [1, '204', () => answer(204)],
  [
    1,
    'half of a JSON',
    () => answer(200, { headers: { 'content-type': 'application/json' }, body: '{"a":' }),
  ],
  [1, 'another JSON', () => json(200, [])],
  [2, 'cut', () => ({ kind: 'cut' })],
  [2, 'reset before', () => ({ kind: 'reset', carriedOut: false })],
  [2, 'reset after', () => ({ kind: 'reset', carriedOut: true })],
  [1, 'hang before', () => ({ kind: 'hang', carriedOut: false })],
  [2, 'hang after', () => ({ kind: 'hang', carriedOut: true })],
  [1, 'drip', () => ({ kind: 'drip', bytes: 700, milliseconds: 5, endless: false })],
  [1, 'delay', (random) => ({ kind: 'delay', milliseconds: 50 + random.below(500) })],
  [1, 'delayed reset', (random) => delayed(random, { kind: 'reset', carriedOut: true })],
  [1, 'not HTTP', () => ({ kind: 'raw', bytes: 'SSH-2.0-OpenSSH_9.6\r\n' })],
  [1, 'redirect', () => redirect('http://127.0.0.1:9/elsewhere', 307)],
  [1, '429', (random) => tooManyRequests(random.pick([undefined, '1', '0', 'soon']))],
  [0.5, 'gzip bomb', () => ({ kind: 'bomb', bytes: BOMB_BYTES })],
];

/** What can go wrong with a list besides. */
const LIST: readonly Choice[] = [
  [1, 'same page again', samePageAgain],
  [1, 'same cursor again', sameCursorAgain],
  [1, 'empty page with more', emptyPageWithMore],
  [2, 'rows without a field', (random) => spoil(random)],
  [1, 'rows twice', () => ({ kind: 'alter', change: twice })],
  [1, 'rows with more', () => alterRows((row) => ({ ...row, expires: 'never' }))],
];

/** What can go wrong with a create besides. */
const CREATE: readonly Choice[] = [
  [3, '500 after', () => answer(500, { carriedOut: true })],
  [2, '204 after', () => answer(204, { carriedOut: true })],
  [
    2,
    'page after',
    () => answer(200, { headers: { 'content-type': 'text/html' }, body: '<html>', carriedOut: true }),
  ],
  [
    2,
    'without its secret',
    () => ({ kind: 'alter', change: (key) => ({ ...(key as object), value: undefined }) }),
  ],
  [1, 'without its id', () => ({ kind: 'alter', change: (key) => ({ ...(key as object), id: undefined }) })],
];

const CALLS: readonly (readonly [number, Call])[] = [
  [8, 'create'],
  [7, 'list'],
  [4, 'delete'],
  [1.5, 'projects'],
  [1.5, 'me'],
];

function delayed(random: Random, then: Fault): Fault {
  return { kind: 'delay', milliseconds: 50 + random.below(300), then };
}

function spoil(random: Random): Fault {
  const field = random.pick(['id', 'name', 'last_four_digits', 'restricted', 'created_date']);
  const every = 1 + random.below(4);
  return alterRows((row, index) => (index % every === 0 ? { ...row, [field]: undefined } : row));
}

function twice(json: unknown): unknown {
  const page = json as { readonly data: readonly unknown[] };
  return { ...page, data: page.data.flatMap((row) => [row, row]) };
}

function choicesFor(call: Call): readonly Choice[] {
  if (call === 'list') return [...ANY_CALL, ...LIST];
  return call === 'create' ? [...ANY_CALL, ...CREATE] : ANY_CALL;
}

/** The next thing that goes wrong. */
export function drawFault(random: Random): DrawnFault {
  const sort = random.weighted([
    [90, 'rule'],
    [6, 'refuse'],
    [5, 'kill'],
  ] as const);
  if (sort === 'refuse') return { kind: 'refuse', label: 'the server is gone' };
  if (sort === 'kill') return { kind: 'kill', label: 'the program is killed' };
  const call = random.weighted(CALLS) ?? 'list';
  const choices = choicesFor(call).map((choice) => [choice[0], choice] as const);
  const [, label, make] = random.weighted(choices) ?? (choicesFor(call)[0] as Choice);
  const time = random.chance(0.5) ? 1 : 'always';
  return {
    kind: 'rule',
    label: `${call}: ${label} (${time})`,
    rule: { call, time, fault: make(random, call) },
  };
}
