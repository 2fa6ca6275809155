import type { AppError, FieldProblem, OutcomeUnknownCause } from '../../shared/app-error.ts';
import { CallFailure } from './call-failure.ts';
import { isFromBeforeSending } from './network-errors.ts';
import { retryAfterSeconds } from './retry.ts';

/** An answer that is no success, its body already read. */
export type Refusal = {
  readonly status: number;
  readonly contentType: string | null;
  readonly retryAfter: string | null;
  /** The body as JSON, or its text, or undefined where there is none. */
  readonly body: unknown;
};

const MAX_MESSAGE = 300;
const MAX_FIELDS = 20;
/** Control characters, and those that turn the direction of the text around them. */
const UNSHOWABLE = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A server's sentence, fit to be shown: one line, at most 300 characters, and never with the token in it. */
export function cleanMessage(text: unknown, token: string): string | null {
  if (typeof text !== 'string') return null;
  // Cut only afterwards: half a token would not be found.
  const line = text.replaceAll(token, '…').slice(0, 10_000).replace(UNSHOWABLE, ' ').trim();
  return line === '' ? null : Array.from(line).slice(0, MAX_MESSAGE).join('');
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function fieldOf(loc: unknown): FieldProblem['field'] {
  const first: unknown = Array.isArray(loc) && loc[0] === 'body' ? loc[1] : undefined;
  return first === 'name' || first === 'permissions' || first === 'restricted' ? first : 'other';
}

/** The complaints of a body that failed validation: `{detail: [{loc, msg}]}`. */
function fieldProblems(body: unknown, token: string): readonly FieldProblem[] {
  const detail = property(body, 'detail');
  if (!Array.isArray(detail)) return [];
  return detail.slice(0, MAX_FIELDS).flatMap((entry: unknown): FieldProblem[] => {
    const message = cleanMessage(property(entry, 'msg'), token);
    return message === null ? [] : [{ field: fieldOf(property(entry, 'loc')), message }];
  });
}

/** A web page in place of the API's JSON: a portal, a proxy or another server has answered. */
export function isWebPage(contentType: string | null, body: unknown): boolean {
  return /html/i.test(contentType ?? '') || (typeof body === 'string' && /^\s*<(!doctype|html)/i.test(body));
}

/**
 * The error of an answer with a status that is no success.
 * @param now milliseconds since the epoch, for a `Retry-After` that is a date.
 */
export function errorOfRefusal(refusal: Refusal, token: string, now: number): AppError {
  const { status, body } = refusal;
  if (status >= 300 && status < 400) return { kind: 'redirect-refused' };
  if (status === 407) return { kind: 'proxy-login' };
  if (status === 408) return { kind: 'timeout' };
  if (status === 429) {
    return { kind: 'rate-limited', retryAfterSeconds: retryAfterSeconds(refusal.retryAfter, now) };
  }
  if (status >= 500 && status < 600) return { kind: 'server-error', status };
  if (status < 400 || status >= 600) return { kind: 'not-the-key-api', status };
  /** Such a page must not sign anybody out, nor pass for "this key is gone". */
  if (isWebPage(refusal.contentType, body)) return { kind: 'not-the-key-api', status };
  if (status === 401) return { kind: 'unauthorized' };
  if (status === 403) return { kind: 'forbidden' };
  if (status === 404) return { kind: 'not-found' };
  return {
    kind: 'rejected',
    message: cleanMessage(property(body, 'message') ?? property(body, 'detail'), token),
    fields: fieldProblems(body, token),
  };
}

/** The funnel's last resort: what was thrown and is no answer, no timeout and no broken line. */
export function errorOfThrown(thrown: unknown): AppError {
  return thrown instanceof CallFailure ? thrown.error : { kind: 'unexpected' };
}

function unknownCause(error: AppError): OutcomeUnknownCause | null {
  switch (error.kind) {
    case 'network':
      return isFromBeforeSending(error.code) ? null : 'network';
    case 'timeout':
    case 'cancelled':
    case 'server-error':
      return error.kind;
    case 'not-the-key-api':
      return error.status >= 400 && error.status < 500 ? null : 'unreadable-answer';
    case 'redirect-refused':
    case 'answer-too-large':
    case 'unexpected':
      return 'unreadable-answer';
    default:
      return null;
  }
}

/**
 * What an error of a create means once the request may have been sent. Only a refusal (4xx) and an error that is
 * certain to be from before the sending tell that no key was made; after all others nobody knows.
 */
export function afterSending(error: AppError): AppError {
  const cause = unknownCause(error);
  return cause === null ? error : { kind: 'outcome-unknown', cause };
}
