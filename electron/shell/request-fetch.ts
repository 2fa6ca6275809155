import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import type { ClientRequest, ClientRequestConstructorOptions, IncomingMessage } from 'electron';
import type { ProxyLogins } from '../session/proxy-logins.ts';

type Parts = {
  /** Electron's `net.request`, bound to a session. */
  readonly open: (options: ClientRequestConstructorOptions) => ClientRequest;
  readonly proxyLogins: ProxyLogins;
};

/** Statuses whose answer has no body. */
const BODYLESS: readonly number[] = [204, 205, 304];

function headersOf(answer: IncomingMessage): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(answer.headers)) {
    for (const each of Array.isArray(value) ? value : [value]) headers.append(name, each);
  }
  return headers;
}

/** @throws RangeError for a status that cannot be, such as 999. */
function responseOf(answer: IncomingMessage): Response {
  const init = { status: answer.statusCode, headers: headersOf(answer) };
  const stream = answer as unknown as Readable;
  if (!BODYLESS.includes(answer.statusCode)) {
    return new Response(Readable.toWeb(stream) as NodeReadableStream<Uint8Array<ArrayBuffer>>, init);
  }
  stream.resume();
  return new Response(null, init);
}

/**
 * A fetch over Electron's `net.request`. `session.fetch` would do, but for a proxy that asks for its own login: it
 * cannot be answered there (Electron 33.2.1: no `login` event, the call ends with 407). A server's own challenge is
 * never answered, redirects are refused, and neither cookies nor stored credentials go out.
 */
export function createRequestFetch({ open, proxyLogins }: Parts): (request: Request) => Promise<Response> {
  return async (request) => {
    const { signal } = request;
    const body = request.body === null ? null : Buffer.from(await request.arrayBuffer());
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const call = open({
        method: request.method,
        url: request.url,
        headers: Object.fromEntries(request.headers),
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        useSessionCookies: false,
        referrerPolicy: 'no-referrer',
      });
      const giveUp = (reason: unknown): void => {
        call.abort();
        reject(reason);
      };
      signal.addEventListener('abort', () => giveUp(signal.reason), { once: true });
      call.on('error', reject);
      let answered = false;
      call.on('login', (asking, answer) => {
        const login = asking.isProxy && !answered ? proxyLogins.loginFor(asking) : null;
        if (asking.isProxy && answered) proxyLogins.refused(asking);
        answered = true;
        if (login) {
          answer(login.username, login.password);
          return;
        }
        answer();
        // Through a tunnel the refusal would come out as a broken line.
        if (asking.isProxy) giveUp(new Error('net::ERR_PROXY_AUTH_REQUESTED'));
      });
      call.on('response', (answer) => {
        const stream = answer as unknown as Readable;
        // A body that is not read to its end would hold its connection for ever.
        stream.once('close', () => stream.readableEnded || call.abort());
        try {
          resolve(responseOf(answer));
        } catch (error) {
          giveUp(error);
        }
      });
      call.end(body ?? undefined);
    });
  };
}
