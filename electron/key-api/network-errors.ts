import type { AppError, CertificateProblem } from '../../shared/app-error.ts';

/**
 * Codes of Chromium (net/base/net_error_list.h, without `net::`), of Node's TLS and sockets, and of undici.
 * The tests run on Node's fetch, the product on Chromium's.
 */
const KINDS: Readonly<Record<string, AppError>> = {
  ERR_NAME_NOT_RESOLVED: { kind: 'server-not-found' },
  ERR_NAME_RESOLUTION_FAILED: { kind: 'server-not-found' },
  ERR_DNS_TIMED_OUT: { kind: 'server-not-found' },
  ENOTFOUND: { kind: 'server-not-found' },
  EAI_AGAIN: { kind: 'server-not-found' },
  ERR_CONNECTION_REFUSED: { kind: 'connection-refused' },
  ECONNREFUSED: { kind: 'connection-refused' },
  ERR_TIMED_OUT: { kind: 'timeout' },
  ERR_CONNECTION_TIMED_OUT: { kind: 'timeout' },
  ETIMEDOUT: { kind: 'timeout' },
  UND_ERR_CONNECT_TIMEOUT: { kind: 'timeout' },
  UND_ERR_HEADERS_TIMEOUT: { kind: 'timeout' },
  UND_ERR_BODY_TIMEOUT: { kind: 'timeout' },
  ERR_TOO_MANY_REDIRECTS: { kind: 'redirect-refused' },
  ERR_UNSAFE_REDIRECT: { kind: 'redirect-refused' },
  ERR_INVALID_REDIRECT: { kind: 'redirect-refused' },
  ERR_PROXY_AUTH_REQUESTED: { kind: 'proxy-login' },
  ERR_PROXY_AUTH_REQUESTED_WITH_NO_CONNECTION: { kind: 'proxy-login' },
  ERR_PROXY_AUTH_UNSUPPORTED: { kind: 'proxy-login' },
  ERR_UNEXPECTED_PROXY_AUTH: { kind: 'proxy-login' },
  /** Ports that no browser asks, of a mail server for instance. */
  ERR_UNSAFE_PORT: { kind: 'invalid-address', reason: 'port' },
};

const CERTIFICATE: Readonly<Record<string, CertificateProblem>> = {
  ERR_CERT_AUTHORITY_INVALID: 'authority',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'authority',
  SELF_SIGNED_CERT_IN_CHAIN: 'authority',
  UNABLE_TO_GET_ISSUER_CERT: 'authority',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'authority',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'authority',
  CERT_UNTRUSTED: 'authority',
  ERR_CERT_DATE_INVALID: 'date',
  CERT_HAS_EXPIRED: 'date',
  CERT_NOT_YET_VALID: 'date',
  ERR_CERT_COMMON_NAME_INVALID: 'name',
  ERR_TLS_CERT_ALTNAME_INVALID: 'name',
  HOSTNAME_MISMATCH: 'name',
};

/**
 * Codes for which not one byte of the request can have left: no connection came about. Chromium says
 * `ERR_INTERNET_DISCONNECTED` where a name cannot be resolved because the computer is offline.
 */
const NEVER_SENT: readonly string[] = [
  'ERR_INTERNET_DISCONNECTED',
  'ERR_PROXY_CONNECTION_FAILED',
  'ERR_TUNNEL_CONNECTION_FAILED',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
];

/** Whether a `network` error with this code is certain to be from before the sending. */
export function isFromBeforeSending(code: string | null): boolean {
  return code !== null && NEVER_SENT.includes(code);
}

/** The error and what caused it, innermost last. Node tries several addresses and then throws all errors in one. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = [];
  let next = error;
  while (next !== undefined && next !== null && chain.length < 8) {
    chain.push(next);
    next = next instanceof AggregateError ? next.errors[0] : next instanceof Error ? next.cause : undefined;
  }
  return chain;
}

/** A code never carries more than a name: no address, no text of a server. */
function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const own = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const code = own ?? /^net::(ERR_[A-Z0-9_]+)$/.exec(error.message)?.[1] ?? null;
  return code !== null && /^[A-Z][A-Z0-9_]{1,63}$/.test(code) ? code : null;
}

function errorOfCode(code: string): AppError {
  const reason = CERTIFICATE[code] ?? (/^(ERR_)?(TLS_)?CERT_/.test(code) ? 'other' : null);
  if (reason) return { kind: 'certificate', reason };
  return KINDS[code] ?? { kind: 'network', code };
}

/** Chromium's and undici's refusals of a redirect have a text and no code; so has undici's of a port. */
function errorOfText(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  if (/redirect/i.test(error.message)) return { kind: 'redirect-refused' };
  return error.message === 'bad port' ? { kind: 'invalid-address', reason: 'port' } : null;
}

/** What a fetch that failed says about why: the server could not be asked, or the line broke. */
export function errorOfNetwork(error: unknown): AppError {
  const chain = causes(error);
  const code = chain.map(codeOf).findLast((found) => found !== null);
  const told = chain.map(errorOfText).find((found) => found !== null);
  return told ?? (code ? errorOfCode(code) : { kind: 'network', code: null });
}
