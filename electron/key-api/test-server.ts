import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import { LIMITS } from './limits.ts';
import { createTransport, type KeyApiNetwork, type TransportOptions } from './transport.ts';

/** What a test's server does with one request. */
export type Reply = (response: ServerResponse, request: IncomingMessage) => void;

export type SeenRequest = {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** The client's port: tells connections apart. */
  readonly port: number | undefined;
};

/** A server on the loopback that plays a list of replies, the last one again and again. */
export async function startTestServer(...replies: readonly Reply[]) {
  const requests: SeenRequest[] = [];
  const arrivals: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', url = '', headers, socket } = request;
    const reply = replies[Math.min(requests.length, replies.length - 1)];
    requests.push({ method, url, headers, body, port: socket.remotePort });
    reply?.(response, request);
    for (const arrived of arrivals.splice(0)) arrived();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    /** Resolves with the next request that arrives. */
    nextRequest: () => new Promise<void>((resolve) => arrivals.push(resolve)),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): Reply {
  return text(status, JSON.stringify(body), 'application/json', headers);
}

export function text(
  status: number,
  body: string,
  contentType: string,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return (response) => {
    response.writeHead(status, { 'content-type': contentType, ...headers }).end(body);
  };
}

export const html = (status = 200) =>
  text(status, '<!doctype html><title>Welcome to this network</title>', 'text/html; charset=utf-8');

export const empty =
  (status: number): Reply =>
  (response) =>
    void response.writeHead(status).end();

export const redirect =
  (location: string, status = 302): Reply =>
  (response) =>
    void response.writeHead(status, { location }).end();

/** Never answers. */
export const hang: Reply = () => undefined;

/** Tears the connection down without an answer. */
export const reset: Reply = (_response, request) => void request.socket.resetAndDestroy();

/** Promises a body and breaks off in its middle. */
export const cutShort: Reply = (response, request) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': '4000' });
  response.write('{"data":[{"id":', () => request.socket.destroy());
};

/** Sends the beginning of a body and then nothing more. */
export const endless: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"data":[');
};

/** A body that unpacks to a thousand times its size, and has no end. */
export const gzipBomb: Reply = (response) => {
  response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
  const blanks = Buffer.alloc(64 * 1024, ' ');
  const source = new Readable({ read: () => void source.push(blanks) });
  pipeline(source, createGzip({ level: 1 }), response, () => undefined);
};

export const TOKEN = 'test-token-1234567890';

/** Node's fetch in the place of Chromium's. */
export const nodeNetwork: KeyApiNetwork = {
  fetchRead: (request) => fetch(request),
  fetchMutation: (request) => fetch(request),
  closeMutationConnections: async () => undefined,
};

/** Bounds that let a test run through every retry in a moment. */
export const QUICK = { ...LIMITS, backoff: 1, rateLimitBackoff: 1 };

export function testTransport(base: string, options: Partial<TransportOptions> = {}) {
  return createTransport({ base, token: TOKEN, network: nodeNetwork, limits: QUICK, ...options });
}

export function never(): AbortSignal {
  return new AbortController().signal;
}

/** A distinct id for each number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

/** A row of the list as the API sends it. */
export function wireKey(number: number, changes: Readonly<Record<string, unknown>> = {}) {
  return {
    id: idOf(number),
    name: `Key ${number}`,
    created_date: '2026-03-04T05:06:07Z',
    last_four_digits: 'ab12',
    creator_id: idOf(900),
    restricted: false,
    permissions: null,
    ...changes,
  };
}

export function wirePage(rows: readonly unknown[], rest: Readonly<Record<string, unknown>> = {}) {
  return { data: rows, has_more: false, ...rest };
}
