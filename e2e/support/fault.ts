import type { SeenRequest } from './fault-request.ts';

export type HeaderMap = Readonly<Record<string, string>>;

/** Whether the key API is to do what was asked of it, before the fault keeps the caller from hearing of it. */
type CarriedOut = { readonly carriedOut: boolean };

/** What goes wrong with one request. */
export type Fault =
  /** Nothing: it is answered truly, with these headers besides. */
  | { readonly kind: 'none'; readonly headers?: HeaderMap }
  /** All connections are dropped, this one too, and new ones refused until `comeBack`. */
  | { readonly kind: 'refuse' }
  /** Never answered. */
  | ({ readonly kind: 'hang' } & CarriedOut)
  /** First comes this time, then something else; without it the true answer. */
  | { readonly kind: 'delay'; readonly milliseconds: number; readonly next?: Fault }
  /** Kept waiting until the test says so, then something else; without it the true answer. */
  | { readonly kind: 'hold'; readonly until: Promise<void>; readonly next?: Fault }
  /** The connection is reset without an answer. */
  | ({ readonly kind: 'reset' } & CarriedOut)
  /** The true answer, of whose body the first half comes before the connection is closed. */
  | { readonly kind: 'cut' }
  /** The true answer, so many bytes at a time; with `endless`, blanks follow at the same pace for ever. */
  | {
      readonly kind: 'drip';
      readonly bytes: number;
      readonly milliseconds: number;
      readonly endless: boolean;
    }
  /** A body of blanks without end, as fast as they are taken. */
  | { readonly kind: 'pour' }
  /** A body of blanks that is small on the line and unpacks to so many bytes. */
  | { readonly kind: 'bomb'; readonly bytes: number }
  /** This answer in place of the true one. */
  | ({
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: HeaderMap;
      readonly body: string | Uint8Array;
    } & CarriedOut)
  /** These bytes on the line, HTTP or not, and its end. */
  | { readonly kind: 'raw'; readonly bytes: string | Uint8Array }
  /** The true answer with another JSON in it. */
  | { readonly kind: 'alter'; readonly change: (json: unknown, request: SeenRequest) => unknown };

/** An answer of any kind. The key API never hears of the request, unless it says `carriedOut`. */
export function answer(
  status: number,
  {
    headers = {},
    body = '',
    carriedOut = false,
  }: { headers?: HeaderMap; body?: string | Uint8Array; carriedOut?: boolean } = {},
): Fault {
  return { kind: 'answer', status, headers, body, carriedOut };
}

/** An answer of the key API's own type. */
export function json(status: number, body: unknown, headers: HeaderMap = {}): Fault {
  return answer(status, {
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
}

/** A web page, as a portal, a proxy or another server answers with. */
export function webPage(status = 200): Fault {
  const body = '<!doctype html><title>Welcome</title><p>Log in to this network.</p>';
  return answer(status, { headers: { 'content-type': 'text/html; charset=utf-8' }, body });
}

export function redirect(location: string, status = 302): Fault {
  return answer(status, { headers: { location } });
}

/** "Too many requests", with a `Retry-After` of any form. */
export function tooManyRequests(retryAfter?: string): Fault {
  return json(
    429,
    { status: 'error', error_code: 'TOO_MANY_REQUESTS', message: 'Too many requests' },
    retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  );
}

/** A proxy that asks for its own login. */
export function proxyLogin(): Fault {
  return answer(407, { headers: { 'proxy-authenticate': 'Basic realm="The network"' } });
}
