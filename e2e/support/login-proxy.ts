import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, request as sendRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';

/** A proxy as some networks have it: it forwards for those who log in. */
export type LoginProxy = {
  readonly port: number;
  /** The logins that it was given, each as `user:password`, none as null. */
  readonly logins: readonly (string | null)[];
  /** Every line that it forwarded: `GET http://…`, `CONNECT host:port`. */
  readonly forwarded: readonly string[];
  readonly close: () => Promise<void>;
};

const ASK = { 'proxy-authenticate': 'Basic realm="The network"' };

/** @param login what it lets pass: `user:password`. */
export async function startLoginProxy(login: string): Promise<LoginProxy> {
  const logins: (string | null)[] = [];
  const forwarded: string[] = [];

  function mayPass({ headers, method, url }: IncomingMessage): boolean {
    const given = /^Basic (.+)$/.exec(headers['proxy-authorization'] ?? '')?.[1];
    const read = given === undefined ? null : Buffer.from(given, 'base64').toString();
    logins.push(read);
    if (read === login) forwarded.push(`${method} ${url}`);
    return read === login;
  }

  function serve(request: IncomingMessage, response: ServerResponse): void {
    if (!mayPass(request)) {
      response.writeHead(407, ASK).end('Who are you?');
      return;
    }
    const { 'proxy-authorization': _, 'proxy-connection': __, ...headers } = request.headers;
    const onward = sendRequest(request.url ?? '', { method: request.method ?? 'GET', headers, agent: false });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  }

  const server = createServer(serve);
  server.on('connect', (request, socket) => {
    if (!mayPass(request)) {
      socket.end(
        `HTTP/1.1 407 Who\r\nProxy-Authenticate: ${ASK['proxy-authenticate']}\r\nContent-Length: 0\r\n\r\n`,
      );
      return;
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Connected\r\n\r\n');
      onward.pipe(socket);
      socket.pipe(onward);
    });
    for (const each of [onward, socket]) each.on('error', () => onward.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    logins,
    forwarded,
    async close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
