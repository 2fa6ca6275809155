/**
 * Every failure that is expected. They cross the bridge as data; `renderer/error-text.ts` gives each its
 * sentence and its remedy. None carries a raw error text, a token or a key.
 */
export type AppError = Failure & {
  /** The number of the request that failed; not there where nothing was sent. "Copy details" asks for it. */
  readonly request?: number;
};

export type AppErrorKind = AppError['kind'];

type Failure =
  /** Something typed is wrong; nothing was sent. */
  | { readonly kind: 'invalid-address'; readonly reason: AddressProblem }
  | { readonly kind: 'invalid-token'; readonly reason: 'empty' | 'characters' }
  /** The token is saved, but the system's keyring does not open it now. */
  | { readonly kind: 'token-unreadable' }
  /** The server could not be asked. */
  | { readonly kind: 'server-not-found' }
  | { readonly kind: 'connection-refused' }
  | { readonly kind: 'network'; readonly code: string | null }
  | { readonly kind: 'certificate'; readonly reason: CertificateProblem }
  | { readonly kind: 'proxy-login' }
  | { readonly kind: 'redirect-refused' }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'cancelled' }
  /** The server answered, but not with what was asked. */
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'forbidden' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'rejected'; readonly message: string | null; readonly fields: readonly FieldProblem[] }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number | null }
  | { readonly kind: 'server-error'; readonly status: number }
  | { readonly kind: 'not-the-key-api'; readonly status: number }
  | { readonly kind: 'answer-too-large' }
  /** A call that changes something was sent, and nobody knows whether it was carried out. */
  | { readonly kind: 'outcome-unknown'; readonly cause: OutcomeUnknownCause }
  /** The key was made, but the server did not send it. */
  | { readonly kind: 'secret-missing'; readonly keyId: string }
  | { readonly kind: 'clipboard' }
  /** The disk did not take what was to be kept. */
  | { readonly kind: 'not-saved' }
  /** Nobody vouches for the address that is written down beside a connection: it has to be typed. */
  | { readonly kind: 'address-unverified' }
  | { readonly kind: 'no-session' }
  /** The policy of this computer does not allow it. */
  | { readonly kind: 'ruled-out'; readonly what: 'address' | 'demo' }
  /** The secret of an earlier key is still shown: one key at a time. */
  | { readonly kind: 'secret-pending' }
  /** A key is being made or deleted: what comes of it belongs to the project that is open. */
  | { readonly kind: 'change-under-way' }
  | { readonly kind: 'no-secret' }
  /** A fault of the program itself; the log has more. */
  | { readonly kind: 'unexpected' };

/** Every kind once: one that is forgotten does not compile. */
const KINDS: Readonly<Record<AppErrorKind, true>> = {
  'invalid-address': true,
  'invalid-token': true,
  'token-unreadable': true,
  'server-not-found': true,
  'connection-refused': true,
  network: true,
  certificate: true,
  'proxy-login': true,
  'redirect-refused': true,
  timeout: true,
  cancelled: true,
  unauthorized: true,
  forbidden: true,
  'not-found': true,
  rejected: true,
  'rate-limited': true,
  'server-error': true,
  'not-the-key-api': true,
  'answer-too-large': true,
  'outcome-unknown': true,
  'secret-missing': true,
  clipboard: true,
  'not-saved': true,
  'address-unverified': true,
  'no-session': true,
  'ruled-out': true,
  'secret-pending': true,
  'change-under-way': true,
  'no-secret': true,
  unexpected: true,
};

export const APP_ERROR_KINDS = Object.keys(KINDS) as readonly AppErrorKind[];

export type AddressProblem =
  | 'empty'
  | 'not-an-address'
  | 'scheme'
  | 'http-only-loopback'
  | 'credentials'
  | 'host'
  | 'query'
  | 'path'
  | 'port';

export type CertificateProblem = 'authority' | 'date' | 'name' | 'other';

export type OutcomeUnknownCause = 'network' | 'timeout' | 'cancelled' | 'server-error' | 'unreadable-answer';

/** A complaint of the API about one field of what was sent. `field` is its first name after `body`. */
export type FieldProblem = {
  readonly field: 'name' | 'permissions' | 'restricted' | 'expiry' | 'other';
  readonly message: string;
};

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: AppError };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail<T = never>(error: AppError): Result<T> {
  return { ok: false, error };
}
