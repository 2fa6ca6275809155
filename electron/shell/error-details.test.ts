import { expect, it } from 'vitest';
import type { RequestRecord } from '../key-api/requests.ts';
import { createErrorDetails } from './error-details.ts';

const RECORD: RequestRecord = {
  number: 17,
  method: 'POST',
  route: '/v1/api_key/',
  status: 503,
  attempts: 1,
  outcome: 'outcome-unknown',
  ms: 812,
  endedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
};

const details = createErrorDetails({
  versions: { keydesk: '0.1.0', electron: '45.4.1', chromium: '150.0.1', platform: 'linux', arch: 'x64' },
  find: (number) => (number === 17 ? RECORD : number === 18 ? { ...RECORD, number, status: null } : null),
  clock: () => Date.UTC(2026, 5, 6, 7, 8, 9),
});

const VERSIONS = 'Keydesk: 0.1.0\nElectron: 45.4.1\nChromium: 150.0.1\nSystem: linux x64';

it('tells of the request as main remembers it, with the time of its end', () => {
  expect(details('outcome-unknown', 17)).toBe(
    `Time: 2026-01-02T03:04:05.000Z
Error: outcome-unknown
Request: 17
Call: POST /v1/api_key/
HTTP status: 503
Attempts: 1
Duration: 812 ms
${VERSIONS}`,
  );
  expect(details('network', 18)).toContain('\nHTTP status: none\n');
});

it('tells what there is of a failure without a request, and of one that is forgotten', () => {
  expect(details('unexpected', null)).toBe(`Time: 2026-06-06T07:08:09.000Z\nError: unexpected\n${VERSIONS}`);
  expect(details('timeout', 3)).toContain('\nRequest: 3 (not remembered)\n');
});
