import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Certificate } from './certificates.ts';

export type RawServer = {
  readonly port: number;
  readonly requests: readonly IncomingMessage[];
  /** Handshakes that the other side gave up. */
  readonly refusedHandshakes: () => number;
  /** Connections that are open now. */
  readonly open: () => number;
  readonly close: () => Promise<void>;
};

/** A server on the loopback that answers as a test likes; with a certificate, over TLS. */
export async function startRawServer(
  listener: RequestListener,
  certificate?: Certificate,
): Promise<RawServer> {
  const requests: IncomingMessage[] = [];
  const sockets = new Set<Socket>();
  let refused = 0;
  const serve: RequestListener = (request, response) => {
    requests.push(request);
    listener(request, response);
  };
  const server = certificate ? createTlsServer({ ...certificate }, serve) : createServer(serve);
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => {
    refused += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    refusedHandshakes: () => refused,
    open: () => sockets.size,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
