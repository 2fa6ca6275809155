import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** The calls of the key API that can be named in a rule. */
export type Call = 'projects' | 'me' | 'list' | 'create' | 'delete';

/** One request as it came. */
export type SeenRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Null for a call that has no name. */
  readonly call: Call | null;
  /** When it had come whole, in milliseconds since the epoch. */
  readonly at: number;
  /** Whether the key API has done what it asks. */
  readonly carriedOut: boolean;
};

const CALLS: readonly (readonly [Call, RegExp])[] = [
  ['projects', /^GET \/v1\/project\/(\?|$)/],
  ['me', /^GET \/v1\/project\/[^/?]+\/member\/me$/],
  ['list', /^GET \/v1\/api_key\/(\?|$)/],
  ['create', /^POST \/v1\/api_key\/$/],
  ['delete', /^DELETE \/v1\/api_key\/[^/?]+$/],
];

function callOf(method: string, path: string): Call | null {
  return CALLS.find(([, pattern]) => pattern.test(`${method} ${path}`))?.[0] ?? null;
}

/** Reads a request to its end. One that is meant for a proxy has a whole address in place of the path. */
export async function readRequest(request: IncomingMessage): Promise<SeenRequest> {
  const { method = '', url = '', headers } = request;
  const path = url.replace(/^http:\/\/[^/]+/, '');
  const body = (await bytesOf(request)).toString();
  return { method, path, headers, body, call: callOf(method, path), at: Date.now(), carriedOut: false };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
