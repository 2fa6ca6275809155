import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificates.ts';
import { type Answer, play } from './fault-play.ts';
import { type Call, readRequest, type SeenRequest } from './fault-request.ts';
import { createRules, type Rule } from './fault-rules.ts';

export type FaultServerOptions = {
  /** Answers where nothing goes wrong. Without it, what no rule answers is not found (404). */
  readonly api?: (request: Request) => Promise<Response>;
  /** With one it speaks TLS. */
  readonly certificate?: Certificate;
};

export type FaultServer = {
  /** The base address to connect to. */
  readonly url: string;
  readonly port: number;
  /** Every request that has come, in order. */
  readonly requests: readonly SeenRequest[];
  /** Those of one call. */
  readonly requestsOf: (call: Call) => readonly SeenRequest[];
  /** From now on these requests go wrong; of several rules that fit, the youngest counts. */
  readonly rule: (rule: Rule) => void;
  /** Takes all rules back. */
  readonly heal: () => void;
  /** Drops all connections and refuses new ones, until `comeBack`. */
  readonly refuse: () => Promise<void>;
  /** Listens again, on the same port. */
  readonly comeBack: () => Promise<void>;
  /** Connections that are open now. */
  readonly openConnections: () => number;
  /** TLS handshakes that the other side gave up. */
  readonly refusedHandshakes: () => number;
  /** Drops all connections, and with them ends whatever was under way. */
  readonly close: () => Promise<void>;
};

/** Headers that are about one connection only, or about how a body was sent on it. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length'];

const isEndToEnd = ([name]: readonly [string, unknown]): boolean => !OF_CONNECTION.includes(name);

const nothingThere = async (): Promise<Response> => new Response(null, { status: 404 });

/** A key API on the loopback with which things go wrong by rule; at first, nothing does. */
export async function startFaultServer(options: FaultServerOptions = {}): Promise<FaultServer> {
  const { api = nothingThere, certificate } = options;
  const requests: SeenRequest[] = [];
  const rules = createRules();
  const sockets = new Set<Socket>();
  const underWay = new Set<Promise<void>>();
  let refusedHandshakes = 0;

  const listener = (request: IncomingMessage, response: ServerResponse): void => {
    // A connection that is closed ends whatever was under way on it: that is no failure.
    const served = serve(request, response)
      .catch(() => void response.destroy())
      .finally(() => underWay.delete(served));
    underWay.add(served);
  };
  const server = certificate ? createTlsServer({ ...certificate }, listener) : createServer(listener);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {
    refusedHandshakes += 1;
  });

  async function serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const request: { -readonly [Field in keyof SeenRequest]: SeenRequest[Field] } =
      await readRequest(incoming);
    requests.push(request);
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    await play(rules.faultFor(request), {
      request,
      response,
      socket: incoming.socket,
      carryOut: async () => {
        const answer = await ask(api, url(), request);
        request.carriedOut = true;
        return answer;
      },
      refuse,
      signal: gone.signal,
    });
  }

  async function listen(port: number): Promise<void> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  async function refuse(): Promise<void> {
    const closed = server.listening ? once(server, 'close') : null;
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  await listen(0);
  const { port } = server.address() as AddressInfo;
  const url = () => `${certificate ? 'https' : 'http'}://127.0.0.1:${port}`;

  return {
    url: url(),
    port,
    requests,
    requestsOf: (call) => requests.filter((request) => request.call === call),
    rule: rules.add,
    heal: rules.clear,
    refuse,
    comeBack: () => listen(port),
    openConnections: () => sockets.size,
    refusedHandshakes: () => refusedHandshakes,
    close: async () => {
      await refuse();
      await Promise.all(underWay);
    },
  };
}

/** Asks the key API what a request asks, and waits for the whole answer. */
async function ask(
  api: (request: Request) => Promise<Response>,
  base: string,
  { method, path, headers, body }: SeenRequest,
): Promise<Answer> {
  const request = new Request(base + path, {
    method,
    headers: Object.entries(headers)
      .filter(isEndToEnd)
      .map(([name, value]) => [name, String(value)]),
    ...(body === '' ? {} : { body }),
  });
  const response = await api(request);
  return {
    status: response.status,
    headers: Object.fromEntries([...response.headers].filter(isEndToEnd)),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}
