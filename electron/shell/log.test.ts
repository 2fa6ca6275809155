import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  createErrorStream,
  createLog,
  createRefusalLog,
  faultEntry,
  formatEntry,
  type LogEntry,
} from './log.ts';

const NOW = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
const SECRET = 'kdemo_a-secret-that-no-line-may-tell';

const REQUEST = {
  number: 7,
  method: 'DELETE',
  route: '/v1/api_key/{id}',
  status: 404,
  attempts: 1,
  outcome: 'not-found',
  ms: 12,
  endedAt: NOW,
} as const;

const ENTRIES: readonly LogEntry[] = [
  {
    event: 'start',
    versions: { keydesk: '0.1.0', electron: '45.4.1', chromium: '150.0.1', platform: 'linux', arch: 'x64' },
    policy: 'none',
  },
  { event: 'session', state: 'signed-in' },
  { event: 'lock', state: 'locked' },
  { event: 'request', request: REQUEST },
  { event: 'call-refused', channel: 'connect', count: 3 },
  { event: 'fault', where: 'loadKeys', error: 'TypeError', at: 'load main.js:1:2' },
  { event: 'page-gone', reason: 'crashed' },
];

describe('formatEntry', () => {
  it('is one line of JSON with its time', () => {
    expect(ENTRIES.map((entry) => formatEntry(entry, NOW))).toEqual([
      '{"time":"2026-01-02T03:04:05.006Z","event":"start","keydesk":"0.1.0","electron":"45.4.1","chromium":"150.0.1","platform":"linux","arch":"x64","policy":"none"}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"session","state":"signed-in"}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"lock","state":"locked"}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"request","number":7,"method":"DELETE","route":"/v1/api_key/{id}","status":404,"attempts":1,"outcome":"not-found","ms":12}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"call-refused","channel":"connect","count":3}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"fault","where":"loadKeys","error":"TypeError","at":"load main.js:1:2"}',
      '{"time":"2026-01-02T03:04:05.006Z","event":"page-gone","reason":"crashed"}',
    ]);
  });

  it.each(ENTRIES)('tells no field that it does not know: $event', (entry) => {
    const more = { ...entry, token: SECRET, message: SECRET };
    expect(formatEntry(more, NOW)).toBe(formatEntry(entry, NOW));
  });

  it('tells no more of a request than its kinds and numbers', () => {
    const request = { ...REQUEST, name: SECRET, host: SECRET };
    expect(formatEntry({ event: 'request', request }, NOW)).not.toContain(SECRET);
  });

  it('leaves out what does not look like a word of the system', () => {
    expect(formatEntry({ event: 'page-gone', reason: SECRET }, NOW)).toContain('"reason":"?"');
  });
});

describe('faultEntry', () => {
  it('tells where it was, without its message and the folder of the program', () => {
    const entry = faultEntry('connect', new TypeError(`it quotes ${SECRET}`));
    const line = formatEntry(entry, NOW);
    expect(entry).toMatchObject({ event: 'fault', where: 'connect', error: 'TypeError' });
    expect(line).toContain('log.test.ts:');
    expect(line).not.toContain(SECRET);
    expect(line).not.toContain(import.meta.dirname);
  });

  it('takes no line of the message for a place', () => {
    const line = formatEntry(faultEntry('connect', new Error(`lines\n    at ${SECRET}:1:2\nmore`)), NOW);
    expect(line).toContain('log.test.ts:');
    expect(line).not.toContain(SECRET);
    const changed = new Error(`    at ${SECRET}:1:2`);
    changed.message = 'another';
    expect(formatEntry(faultEntry('connect', changed), NOW)).not.toContain(SECRET);
  });

  it('knows nothing of what is no error', () => {
    expect(JSON.stringify(faultEntry('uncaught', SECRET))).not.toContain(SECRET);
  });
});

it('a sink that fails holds back neither the program nor the other sinks', () => {
  const lines: string[] = [];
  const failing = () => {
    throw new Error('no space');
  };
  const write = createLog([failing, (line) => lines.push(line)], () => NOW);
  write({ event: 'lock', state: 'locked' });
  expect(lines).toHaveLength(1);
});

it('a terminal that is closed is no fault', async () => {
  const closed = new PassThrough();
  const write = createErrorStream(closed as unknown as NodeJS.WriteStream);
  closed.destroy(new Error('EPIPE'));
  write('a line');
  await new Promise((resolve) => closed.once('close', resolve));
});

it('counts the calls that were refused', () => {
  const entries: LogEntry[] = [];
  const refused = createRefusalLog((entry) => entries.push(entry));
  refused('connect');
  refused('unlock');
  expect(entries).toEqual([
    { event: 'call-refused', channel: 'connect', count: 1 },
    { event: 'call-refused', channel: 'unlock', count: 2 },
  ]);
});
