import ky, { isHTTPError, isNetworkError, isTimeoutError } from 'ky';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import { parseAddress } from './address.ts';
import { parseJson } from './body.ts';
import { CallFailure } from './call-failure.ts';
import { afterSending, errorOfRefusal, errorOfThrown, isWebPage } from './errors.ts';
import { exchange, type Fetch } from './exchange.ts';
import { LIMITS, type Limits } from './limits.ts';
import { errorOfNetwork } from './network-errors.ts';
import { createQueue } from './queue.ts';
import { type Answer, type Method, type Requests, unnumbered } from './requests.ts';
import { MAX_REQUESTS, type Mishap, waitBeforeRetry } from './retry.ts';
import { parseToken } from './token.ts';

export type KeyApiNetwork = {
  readonly fetchRead: Fetch;
  readonly fetchMutation: Fetch;
  /** Awaited just before each mutation: on a used connection that dies, Chromium would send it a second time. */
  readonly closeMutationConnections: () => Promise<void>;
};

export type TransportOptions = {
  /** The origin of the key API; judged by `parseAddress` once more before anything is sent. */
  readonly base: string;
  readonly token: string;
  readonly network: KeyApiNetwork;
  /** Why nothing may be sent there at all; null where something may. */
  readonly refusal?: AppError | null;
  /** Numbers what is sent; without it an error has no number. */
  readonly requests?: Requests;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
  readonly limits?: Partial<Limits>;
};

export type Query = Readonly<Record<string, string | number>>;

/** Speaks HTTP for one connection. Every answer is the JSON of a success, or an expected error. */
export type Transport = {
  /** Repeated quietly: once after a broken line, to three requests in all while the server is busy. */
  readonly get: (path: string, query: Query, signal: AbortSignal) => Promise<Answer<unknown>>;
  /** Sent once. What leaves open whether it was carried out is `outcome-unknown`. */
  readonly post: (path: string, body: unknown, signal: AbortSignal) => Promise<Answer<unknown>>;
  /**
   * Sent once; any success counts, with or without a body. Asking again is harmless, so its errors stay what they
   * are, but for `cancelled`: after the sending that would claim that nothing happened.
   */
  readonly delete: (path: string, signal: AbortSignal) => Promise<Answer<null>>;
};

const CANCELLED: AppError = { kind: 'cancelled' };

function mishapOf(error: Error): Mishap | null {
  if (isHTTPError(error)) {
    const { status, headers } = error.response;
    return { kind: 'status', status, retryAfter: headers.get('retry-after') };
  }
  if (!isNetworkError(error)) return null;
  const { kind } = errorOfNetwork(error.cause);
  /** These come out the same a moment later. */
  return kind === 'certificate' || kind === 'redirect-refused' || kind === 'proxy-login'
    ? null
    : { kind: 'line' };
}

type Call = {
  readonly method: Method;
  readonly path: string;
  readonly query?: Query;
  readonly body?: unknown;
  readonly signal: AbortSignal;
};

export function createTransport(options: TransportOptions): Transport {
  const { network, requests = unnumbered, clock = Date.now } = options;
  const limits: Limits = { ...LIMITS, ...options.limits };
  const address = parseAddress(options.base);
  const token = parseToken(options.token);
  const enqueue = createQueue();

  /** Retries of one call. ky asks `shouldRetry` first and `delay` at once after it: the wait is found once, for both. */
  function retryOnce() {
    const started = performance.now();
    let wait = 0;
    return {
      limit: MAX_REQUESTS - 1,
      methods: ['get'],
      shouldRetry: ({ error, retryCount }: { error: Error; retryCount: number }) => {
        const mishap = mishapOf(error);
        const remaining = limits.totalTimeout - (performance.now() - started);
        const found = mishap && waitBeforeRetry(mishap, retryCount, remaining, clock(), limits);
        wait = found ?? 0;
        return found !== null;
      },
      delay: () => wait,
    };
  }

  function errorOf(thrown: unknown, signal: AbortSignal, bearer: string): AppError {
    if (isHTTPError(thrown)) {
      const { status, headers } = thrown.response;
      const refusal = {
        status,
        contentType: headers.get('content-type'),
        retryAfter: headers.get('retry-after'),
        body: thrown.data,
      };
      return errorOfRefusal(refusal, bearer, clock());
    }
    if (signal.aborted && !(thrown instanceof CallFailure)) return CANCELLED;
    if (isTimeoutError(thrown)) return { kind: 'timeout' };
    if (isNetworkError(thrown)) return errorOfNetwork(thrown.cause);
    return errorOfThrown(thrown);
  }

  /** @returns the text of a success; all else is an error. Nothing is sent to an address that is not allowed. */
  async function call<T>(
    { method, path, query, body, signal }: Call,
    fetch: Fetch,
    read: (text: string, response: Response) => T,
  ): Promise<Result<T>> {
    if (!address.ok) return address;
    if (!token.ok) return token;
    if (options.refusal) return fail(options.refusal);
    if (signal.aborted) return fail(CANCELLED);
    try {
      const response = await ky(path, {
        method,
        prefix: address.value.base,
        headers: { authorization: `Bearer ${token.value}`, accept: 'application/json' },
        ...(query ? { searchParams: { ...query } } : {}),
        ...(body === undefined ? {} : { json: body }),
        signal,
        redirect: 'error',
        cache: 'no-store',
        credentials: 'omit',
        timeout: limits.attemptTimeout,
        totalTimeout: limits.totalTimeout,
        retry: method === 'GET' ? retryOnce() : 0,
        fetch: (request) => exchange(fetch, request as Request, limits),
      });
      return ok(read(await response.text(), response));
    } catch (thrown) {
      return fail(errorOf(thrown, signal, token.value));
    }
  }

  const readJson = (text: string, { status, headers }: Response): unknown =>
    parseJson(text, status, headers.get('content-type'), token.ok ? token.value : '');

  /**
   * Mutations go strictly one after another, each on a new connection. One that is cancelled while it waits for
   * its turn is never sent, and answers at once.
   */
  async function mutate<T>(
    request: Call,
    read: (text: string, response: Response) => T,
    ifSent: (error: AppError) => AppError,
  ): Promise<Answer<T>> {
    let begun = false;
    let sent = false;
    const fetch: Fetch = async (mutation) => {
      await network.closeMutationConnections();
      mutation.signal.throwIfAborted();
      sent = true;
      return network.fetchMutation(mutation);
    };
    const turn = enqueue(() => {
      begun = true;
      return requests.follow(request, async (followed) => {
        const result = await call(request, followed(fetch), read);
        return result.ok || !sent ? result : fail<T>(ifSent(result.error));
      });
    });
    const givenUp = new Promise<Answer<T>>((resolve) => {
      request.signal.addEventListener('abort', () => !begun && resolve(fail(CANCELLED)), { once: true });
    });
    return Promise.race([turn, givenUp]);
  }

  function read(request: Call): Promise<Answer<unknown>> {
    return requests.follow(request, (followed) => call(request, followed(network.fetchRead), readJson));
  }

  return {
    get: (path, query, signal) => read({ method: 'GET', path, query, signal }),
    post: (path, body, signal) => mutate({ method: 'POST', path, body, signal }, readJson, afterSending),
    delete: (path, signal) =>
      mutate(
        { method: 'DELETE', path, signal },
        (text, { status, headers }) => {
          if (!isWebPage(headers.get('content-type'), text)) return null;
          throw new CallFailure({ kind: 'not-the-key-api', status });
        },
        (error) => (error.kind === 'cancelled' ? afterSending(error) : error),
      ),
  };
}
