import type { AppError, AppErrorKind, Result } from '../../shared/app-error.ts';
import type { Fetch } from './exchange.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

/** What a path is of, without the ids in it. */
export type Route =
  | '/v1/api_key/'
  | '/v1/api_key/{id}'
  | '/v1/project/'
  | '/v1/project/{id}/member/me'
  | 'other';

const ROUTES: readonly (readonly [RegExp, Route])[] = [
  [/^\/v1\/api_key\/$/, '/v1/api_key/'],
  [/^\/v1\/api_key\/[^/]+$/, '/v1/api_key/{id}'],
  [/^\/v1\/project\/$/, '/v1/project/'],
  [/^\/v1\/project\/[^/]+\/member\/me$/, '/v1/project/{id}/member/me'],
];

/** A path as it may be written down. */
export function routeOf(path: string): Route {
  return ROUTES.find(([pattern]) => pattern.test(path))?.[1] ?? 'other';
}

/** All that is remembered of a request: nothing of what it was about, and not where it went. */
export type RequestRecord = {
  readonly number: number;
  readonly method: Method;
  readonly route: Route;
  /** The status of its last answer; null where none came. */
  readonly status: number | null;
  /** How often it was sent: reads are repeated quietly. */
  readonly attempts: number;
  readonly outcome: AppErrorKind | 'ok';
  readonly ms: number;
  /** Milliseconds since the epoch. */
  readonly endedAt: number;
};

/** A result that knows its request, also where it is a success: its reader may still find fault with it. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T; readonly request?: number }
  | { readonly ok: false; readonly error: AppError };

/** The fetch of a call, watched. */
type Follow = (fetch: Fetch) => Fetch;

export type Requests = {
  /** Runs a call. It gets its number when something is sent, and is remembered when it ends. */
  follow<T>(
    call: { readonly method: Method; readonly path: string },
    work: (followed: Follow) => Promise<Result<T>>,
  ): Promise<Answer<T>>;
};

export type RecentRequests = Requests & {
  /** One of the last requests; null where it is no longer remembered. */
  find(number: number): RequestRecord | null;
  /** Whether a call has not ended yet. */
  areUnderWay(): boolean;
};

/** For a transport of which nobody wants to know. */
export const unnumbered: Requests = { follow: (_call, work) => work((fetch) => fetch) };

export function withRequest(error: AppError, request: number | undefined): AppError {
  return request === undefined ? error : { ...error, request };
}

type RecentRequestsParts = {
  readonly onEnded: (record: RequestRecord) => void;
  /** How many are remembered. */
  readonly keep?: number;
  /** Milliseconds since the epoch. */
  readonly clock?: () => number;
};

/** Numbers the requests of this run of the program, and remembers the last of them. */
export function createRecentRequests({
  onEnded,
  keep = 50,
  clock = Date.now,
}: RecentRequestsParts): RecentRequests {
  const recent = new Map<number, RequestRecord>();
  let last = 0;
  let underWay = 0;

  function remember(record: RequestRecord): void {
    recent.set(record.number, record);
    const [oldest] = recent.keys();
    if (recent.size > keep && oldest !== undefined) recent.delete(oldest);
    onEnded(record);
  }

  return {
    async follow({ method, path }, work) {
      const started = performance.now();
      let number = 0;
      let attempts = 0;
      let status: number | null = null;
      underWay += 1;
      const result = await work((fetch) => async (request) => {
        if (attempts === 0) number = ++last;
        attempts += 1;
        status = null;
        const response = await fetch(request);
        status = response.status;
        return response;
      }).finally(() => {
        underWay -= 1;
      });
      if (attempts === 0) return result;
      remember({
        number,
        method,
        route: routeOf(path),
        status,
        attempts,
        outcome: result.ok ? 'ok' : result.error.kind,
        ms: Math.round(performance.now() - started),
        endedAt: clock(),
      });
      return result.ok
        ? { ...result, request: number }
        : { ok: false, error: withRequest(result.error, number) };
    },
    find: (number) => recent.get(number) ?? null,
    areUnderWay: () => underWay > 0,
  };
}
