import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createAdaptorServer } from '@hono/node-server';
import { createKeyApi } from './key-api.ts';
import { seedState } from './seed-state.ts';
import type { ApiState } from './state.ts';
import type { Role } from './wire.ts';

export type ServerOptions = {
  /** 0 takes a free one. */
  readonly port?: number;
  /** How many keys there are: the seeded cases, cut or filled up with generated ones. */
  readonly keys?: number;
  /** How many projects the persons' tokens list. */
  readonly projects?: number;
  /** Milliseconds before each call is served. */
  readonly latency?: number;
  /** Changes the state that is started with: for what no call could make. */
  readonly prepare?: (state: ApiState) => ApiState;
};

export type KeyApiServer = {
  /** The base address: `http://127.0.0.1:49152`. */
  readonly url: string;
  /** Serves one call without the socket. */
  readonly fetch: (request: Request) => Promise<Response>;
  readonly tokens: Readonly<Record<Role, string>>;
  /** One more token of that role. */
  readonly issueToken: (role: Role) => string;
  /** Drops open connections too; a second time it does nothing. */
  readonly close: () => Promise<void>;
};

/** Serves the key API on 127.0.0.1. Rejects if the port is taken. */
export async function startKeyApi({
  port = 0,
  keys = 24,
  projects = 1,
  latency = 0,
  prepare = (state) => state,
}: ServerOptions = {}): Promise<KeyApiServer> {
  const api = createKeyApi({ state: prepare(seedState({ now: Date.now, keys, projects })), now: Date.now });
  const serve = async (request: Request): Promise<Response> => {
    if (latency > 0) await sleep(latency, undefined, { ref: false });
    return api.fetch(request);
  };
  // The caller's own Request and Response are left as they are.
  const server = createAdaptorServer({ overrideGlobalObjects: false, fetch: serve });
  const address = await new Promise<AddressInfo>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve(server.address() as AddressInfo));
  });
  return {
    url: `http://127.0.0.1:${address.port}`,
    fetch: serve,
    tokens: {
      admin: api.issueToken('admin'),
      member: api.issueToken('member'),
      reader: api.issueToken('reader'),
    },
    issueToken: api.issueToken,
    close: () =>
      new Promise((resolve, reject) => {
        if (!server.listening) resolve();
        server.close((error) => (error ? reject(error) : resolve()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
