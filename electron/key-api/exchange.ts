import { readBody, untilAborted } from './body.ts';
import { CallFailure } from './call-failure.ts';
import type { Limits } from './limits.ts';

/** Asks the network: Chromium's in the product, Node's in tests, the demo's own function. */
export type Fetch = (request: Request) => Promise<Response>;

/** A response may not have a body with these. */
const BODYLESS: readonly number[] = [204, 205, 304];

/** A fetch that follows redirects in spite of `redirect: 'error'` is not believed either. */
function refuseRedirect(response: Response): void {
  const { status, type, redirected } = response;
  if (redirected || type === 'opaqueredirect' || (status >= 300 && status < 400)) {
    throw new CallFailure({ kind: 'redirect-refused' });
  }
  if (status < 200 || status > 599) throw new CallFailure({ kind: 'not-the-key-api', status });
}

/**
 * One request and its whole answer, body included, so that time limits and retries hold for the body as well.
 * Whatever the network throws comes out as the `TypeError` that ky takes for a network error: Chromium's own is a
 * plain `Error('net::ERR_…')`.
 * @throws CallFailure for an answer that is refused, the signal's reason, or TypeError with its cause.
 */
export async function exchange(fetch: Fetch, request: Request, limits: Limits): Promise<Response> {
  const { signal } = request;
  try {
    const response = await untilAborted(fetch(request), signal);
    try {
      refuseRedirect(response);
    } catch (refusal) {
      void response.body?.cancel().catch(() => undefined);
      throw refusal;
    }
    const body = await readBody(response, limits.maxBodyBytes, signal);
    const { status, headers } = response;
    return new Response(BODYLESS.includes(status) ? null : body, { status, headers });
  } catch (thrown) {
    if (thrown instanceof CallFailure || signal.aborted) throw thrown;
    throw new TypeError('network error', { cause: thrown });
  }
}
