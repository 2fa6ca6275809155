import { describe, expect, it } from 'vitest';
import type { AppError } from '../../shared/app-error.ts';
import { CallFailure } from './call-failure.ts';
import { afterSending, cleanMessage, errorOfRefusal, errorOfThrown, type Refusal } from './errors.ts';

const TOKEN = 'the-token';
const JSON_TYPE = 'application/json';

function errorOf(status: number, body: unknown = undefined, rest: Partial<Refusal> = {}): AppError {
  return errorOfRefusal({ status, body, contentType: JSON_TYPE, retryAfter: null, ...rest }, TOKEN, 0);
}

describe('errorOfRefusal', () => {
  it.each([
    [301, { kind: 'redirect-refused' }],
    [401, { kind: 'unauthorized' }],
    [403, { kind: 'forbidden' }],
    [404, { kind: 'not-found' }],
    [407, { kind: 'proxy-login' }],
    [408, { kind: 'timeout' }],
    [429, { kind: 'rate-limited', retryAfterSeconds: null }],
    [500, { kind: 'server-error', status: 500 }],
    [503, { kind: 'server-error', status: 503 }],
    [101, { kind: 'not-the-key-api', status: 101 }],
    [999, { kind: 'not-the-key-api', status: 999 }],
    [418, { kind: 'rejected', message: null, fields: [] }],
  ])('%i', (status, error) => {
    expect(errorOf(status)).toEqual(error);
  });

  it('tells how long a rate limit lasts', () => {
    expect(errorOf(429, undefined, { retryAfter: '3600' })).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds: 3600,
    });
  });

  it.each([401, 403, 404, 400])('does not take a web page with %i for the API', (status) => {
    const page = '<!DOCTYPE html><title>Sign in to the network</title>';
    expect(errorOf(status, page, { contentType: 'text/html' })).toEqual({ kind: 'not-the-key-api', status });
    expect(errorOf(status, page, { contentType: null })).toEqual({ kind: 'not-the-key-api', status });
  });

  it('hands on the usual error body', () => {
    const body = {
      status: 'error',
      error_code: 'INVALID_PAGINATION_PARAMETERS',
      message: 'Both after and before',
    };
    expect(errorOf(422, body)).toEqual({ kind: 'rejected', message: 'Both after and before', fields: [] });
  });

  it('gives each complaint of a validation its field', () => {
    const detail = [
      { loc: ['body', 'name'], msg: 'too short', type: 'x' },
      { loc: ['body', 'permissions', 3], msg: 'unknown permission' },
      { loc: ['body', 'restricted'], msg: 'not a boolean' },
      { loc: ['body', 'expiry_date'], msg: 'in the past' },
      { loc: ['query', 'name'], msg: 'of the query' },
      { loc: 'body', msg: 'no list' },
      { loc: ['body', 'name'] },
      null,
    ];
    expect(errorOf(422, { detail })).toEqual({
      kind: 'rejected',
      message: null,
      fields: [
        { field: 'name', message: 'too short' },
        { field: 'permissions', message: 'unknown permission' },
        { field: 'restricted', message: 'not a boolean' },
        { field: 'other', message: 'in the past' },
        { field: 'other', message: 'of the query' },
        { field: 'other', message: 'no list' },
      ],
    });
  });

  it.each([[null], ['text'], [7], [[]], [{ detail: {} }], [{ message: 5 }], [{ detail: [1, 'x', {}] }]])(
    'reads nothing into %j',
    (body) => {
      expect(errorOf(422, body)).toEqual({ kind: 'rejected', message: null, fields: [] });
    },
  );
});

describe('cleanMessage', () => {
  it('never carries a part of the token either', () => {
    const token = 'person_0123456789012345678901234567890123456789';
    expect(cleanMessage(token.repeat(300), token)).toBe('…'.repeat(300));
    expect(cleanMessage(`${token.repeat(212)} ${token}`, token)).not.toContain('person');
  });

  it('keeps one line without control characters and turned text', () => {
    expect(cleanMessage('a\u0000\r\nb\u202ec\u001b[31m', TOKEN)).toBe('a b c [31m');
  });

  it('never tells the token', () => {
    expect(cleanMessage(`the key ${TOKEN} is not valid`, TOKEN)).toBe('the key … is not valid');
    expect(cleanMessage(`${' '.repeat(295)}${TOKEN}`, TOKEN)).not.toContain('the');
  });

  it('is cut at 300 characters, none of them in half', () => {
    const cut = cleanMessage('🔑'.repeat(400), TOKEN);
    expect(cut).toBe('🔑'.repeat(300));
  });

  it.each([undefined, null, 3, {}, '', '\n\t'])('has nothing to say of %j', (text) => {
    expect(cleanMessage(text, TOKEN)).toBeNull();
  });
});

describe('errorOfThrown', () => {
  it('knows its own failures and calls all else unexpected', () => {
    expect(errorOfThrown(new CallFailure({ kind: 'answer-too-large' }))).toEqual({
      kind: 'answer-too-large',
    });
    expect(errorOfThrown(new Error('boom'))).toEqual({ kind: 'unexpected' });
    expect(errorOfThrown('boom')).toEqual({ kind: 'unexpected' });
  });
});

describe('afterSending', () => {
  it.each<AppError>([
    { kind: 'server-not-found' },
    { kind: 'connection-refused' },
    { kind: 'certificate', reason: 'date' },
    { kind: 'invalid-address', reason: 'port' },
    { kind: 'proxy-login' },
    { kind: 'unauthorized' },
    { kind: 'forbidden' },
    { kind: 'not-found' },
    { kind: 'rejected', message: null, fields: [] },
    { kind: 'rate-limited', retryAfterSeconds: null },
    { kind: 'not-the-key-api', status: 403 },
    { kind: 'network', code: 'ERR_INTERNET_DISCONNECTED' },
  ])('leaves what proves that nothing was made: $kind', (error) => {
    expect(afterSending(error)).toEqual(error);
  });

  it.each<readonly [AppError, string]>([
    [{ kind: 'network', code: 'ERR_CONNECTION_RESET' }, 'network'],
    [{ kind: 'network', code: null }, 'network'],
    [{ kind: 'timeout' }, 'timeout'],
    [{ kind: 'cancelled' }, 'cancelled'],
    [{ kind: 'server-error', status: 500 }, 'server-error'],
    [{ kind: 'not-the-key-api', status: 200 }, 'unreadable-answer'],
    [{ kind: 'redirect-refused' }, 'unreadable-answer'],
    [{ kind: 'answer-too-large' }, 'unreadable-answer'],
    [{ kind: 'unexpected' }, 'unreadable-answer'],
  ])('%j leaves it open', (error, cause) => {
    expect(afterSending(error)).toEqual({ kind: 'outcome-unknown', cause });
  });
});
