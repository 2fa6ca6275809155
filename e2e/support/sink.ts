import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that nobody should ever reach; it remembers whoever does. */
export type Sink = {
  readonly url: string;
  readonly port: number;
  readonly udpPort: number;
  /** The paths that were asked for, web sockets included. */
  readonly paths: () => readonly string[];
  /** TCP connections, whatever was said on them. */
  readonly connections: () => number;
  readonly datagrams: () => number;
  readonly close: () => Promise<void>;
};

export async function startSink(): Promise<Sink> {
  const paths: string[] = [];
  let connections = 0;
  let datagrams = 0;
  const server = createServer(({ url = '' }, response) => {
    paths.push(url);
    response.writeHead(200, { 'content-type': 'text/html', 'access-control-allow-origin': '*' });
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  server.on('connection', () => {
    connections += 1;
  });
  server.on('upgrade', ({ url = '' }, socket) => {
    paths.push(url);
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  const udp = createSocket('udp4', () => {
    datagrams += 1;
  });
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(udp, 'listening')]);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    udpPort: udp.address().port,
    paths: () => paths,
    connections: () => connections,
    datagrams: () => datagrams,
    async close() {
      udp.close();
      server.closeAllConnections();
      server.close();
    },
  };
}
