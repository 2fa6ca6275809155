import { describe, expect, it } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import { errorOfNetwork } from './network-errors.ts';

const chromium = (code: string) => new Error(`net::${code}`);
const node = (code: string) =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('secret detail'), { code }) });

const table: readonly (readonly [unknown, AppError])[] = [
  [chromium('ERR_NAME_NOT_RESOLVED'), { kind: 'server-not-found' }],
  [node('ENOTFOUND'), { kind: 'server-not-found' }],
  [node('EAI_AGAIN'), { kind: 'server-not-found' }],
  [chromium('ERR_CONNECTION_REFUSED'), { kind: 'connection-refused' }],
  [node('ECONNREFUSED'), { kind: 'connection-refused' }],
  [
    new TypeError('fetch failed', {
      cause: new AggregateError([Object.assign(new Error('v6'), { code: 'ECONNREFUSED' })]),
    }),
    { kind: 'connection-refused' },
  ],
  [chromium('ERR_CERT_AUTHORITY_INVALID'), { kind: 'certificate', reason: 'authority' }],
  [node('DEPTH_ZERO_SELF_SIGNED_CERT'), { kind: 'certificate', reason: 'authority' }],
  [node('SELF_SIGNED_CERT_IN_CHAIN'), { kind: 'certificate', reason: 'authority' }],
  [node('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), { kind: 'certificate', reason: 'authority' }],
  [chromium('ERR_CERT_DATE_INVALID'), { kind: 'certificate', reason: 'date' }],
  [node('CERT_HAS_EXPIRED'), { kind: 'certificate', reason: 'date' }],
  [chromium('ERR_CERT_COMMON_NAME_INVALID'), { kind: 'certificate', reason: 'name' }],
  [node('ERR_TLS_CERT_ALTNAME_INVALID'), { kind: 'certificate', reason: 'name' }],
  [chromium('ERR_CERT_REVOKED'), { kind: 'certificate', reason: 'other' }],
  [chromium('ERR_CERT_WEAK_SIGNATURE_ALGORITHM'), { kind: 'certificate', reason: 'other' }],
  [node('CERT_REVOKED'), { kind: 'certificate', reason: 'other' }],
  [chromium('ERR_PROXY_AUTH_UNSUPPORTED'), { kind: 'proxy-login' }],
  [chromium('ERR_PROXY_AUTH_REQUESTED'), { kind: 'proxy-login' }],
  [chromium('ERR_TOO_MANY_REDIRECTS'), { kind: 'redirect-refused' }],
  [new Error("Attempted to redirect, but redirect policy was 'error'"), { kind: 'redirect-refused' }],
  [new TypeError('fetch failed', { cause: new Error('unexpected redirect') }), { kind: 'redirect-refused' }],
  [chromium('ERR_TIMED_OUT'), { kind: 'timeout' }],
  [node('UND_ERR_HEADERS_TIMEOUT'), { kind: 'timeout' }],
  [chromium('ERR_UNSAFE_PORT'), { kind: 'invalid-address', reason: 'port' }],
  [
    new TypeError('fetch failed', { cause: new Error('bad port') }),
    { kind: 'invalid-address', reason: 'port' },
  ],
  [chromium('ERR_CONNECTION_RESET'), { kind: 'network', code: 'ERR_CONNECTION_RESET' }],
  [chromium('ERR_INTERNET_DISCONNECTED'), { kind: 'network', code: 'ERR_INTERNET_DISCONNECTED' }],
  [node('ECONNRESET'), { kind: 'network', code: 'ECONNRESET' }],
  [node('https://user:secret@host is bad'), { kind: 'network', code: null }],
  [new Error('net::ERR_FAILED for https://api.diga.io/secret'), { kind: 'network', code: null }],
  [
    new TypeError('network error', { cause: chromium('ERR_NAME_NOT_RESOLVED') }),
    { kind: 'server-not-found' },
  ],
  ['a text', { kind: 'network', code: null }],
  [undefined, { kind: 'network', code: null }],
];

describe('errorOfNetwork', () => {
  it.each(table)('%o', (thrown, error) => {
    expect(errorOfNetwork(thrown)).toEqual(error);
  });

  it('ends with causes that go in a circle', () => {
    const first = new Error('first');
    first.cause = new Error('second', { cause: first });
    expect(errorOfNetwork(first)).toEqual({ kind: 'network', code: null });
  });
});
