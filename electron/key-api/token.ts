import { fail, ok, type Result } from '../../shared/app-error.ts';

/** What an HTTP header carries unchanged: `Headers` throws for anything else, with the value in its message. */
const TOKEN = /^[\x21-\x7e]+$/;

/**
 * A token as it was typed or pasted. White space around it is cut: a pasted line break at the end is common.
 * Nothing is assumed of its form or length. The error never carries the value.
 */
export function parseToken(text: string): Result<string> {
  const token = text.trim();
  if (token === '') return fail({ kind: 'invalid-token', reason: 'empty' });
  return TOKEN.test(token) ? ok(token) : fail({ kind: 'invalid-token', reason: 'characters' });
}
