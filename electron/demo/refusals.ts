import { HTTPException } from 'hono/http-exception';
import type { WireError, WireIssue, WireValidationError } from './wire.ts';

/** Two codes for one refusal, and one of them misspelt: the platform's own, not to be relied on. */
const REFUSALS = {
  UNAUTHORIZED: [401, 'Missing credentials'],
  INVALID_API_KEY: [401, 'Invalid API key'],
  MISSING_PERMISSIONS: [403, 'Missing required permissions'],
  UNATHORIZED_ROLE: [403, 'Missing required permissions'],
  NOT_FOUND: [404, 'Not found'],
  API_KEY_NOT_FOUND: [404, 'API key not found'],
  PROJECT_NOT_FOUND: [404, 'Project not found'],
  METHOD_NOT_ALLOWED: [405, 'Method not allowed'],
  INVALID_PAGINATION_PARAMETERS: [422, 'Invalid pagination parameters'],
  INTERNAL_SERVER_ERROR: [500, 'Internal server error'],
} as const satisfies Record<string, readonly [number, string]>;

/** To be thrown: the answer that refuses a call. */
export function refuse(code: keyof typeof REFUSALS): HTTPException {
  const [status, message] = REFUSALS[code];
  const body: WireError = { status: 'error', error_code: code, message };
  return new HTTPException(status, { message, res: Response.json(body, { status }) });
}

/** To be thrown: the answer to a path, a query or a body that is wrong. */
export function refuseInput(detail: readonly WireIssue[]): HTTPException {
  const body: WireValidationError = { detail };
  return new HTTPException(422, { message: 'Invalid input', res: Response.json(body, { status: 422 }) });
}

/** The answer to whatever was thrown while a call was served. */
export function answerToThrown(thrown: unknown): Response {
  const refusal = thrown instanceof HTTPException ? thrown : refuse('INTERNAL_SERVER_ERROR');
  return refusal.getResponse();
}
