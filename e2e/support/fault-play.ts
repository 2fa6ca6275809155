import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';
import { createGzip } from 'node:zlib';
import type { Fault, HeaderMap } from './fault.ts';
import type { SeenRequest } from './fault-request.ts';

export type Answer = { readonly status: number; readonly headers: HeaderMap; readonly body: Uint8Array };

/** What there is to play a fault with. */
export type Stage = {
  readonly request: SeenRequest;
  readonly response: ServerResponse;
  readonly socket: Socket;
  /** Has the key API do what was asked; answers with what it says. */
  readonly carryOut: () => Promise<Answer>;
  /** Drops all connections and refuses new ones. */
  readonly refuse: () => Promise<void>;
  /** Aborted when the connection or the server is closed: nothing goes on after that, no timer either. */
  readonly signal: AbortSignal;
};

type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

const JSON_TYPE = { 'content-type': 'application/json' };
const MEGABYTE = 1024 * 1024;

/** Lets a request go wrong. Rejects when the connection or the server is closed meanwhile. */
export async function play(fault: Fault, stage: Stage): Promise<void> {
  const { response, socket, carryOut } = stage;
  switch (fault.kind) {
    case 'none': {
      const { headers, ...rest } = await carryOut();
      return send(response, { ...rest, headers: { ...headers, ...fault.headers } });
    }
    case 'refuse':
      return stage.refuse();
    case 'hang':
      if (fault.carriedOut) await carryOut();
      return;
    case 'delay':
      await wait(fault.milliseconds, undefined, { signal: stage.signal });
      return play(fault.next ?? { kind: 'none' }, stage);
    case 'hold':
      await fault.until;
      return play(fault.next ?? { kind: 'none' }, stage);
    case 'reset':
      if (fault.carriedOut) await carryOut();
      return reset(socket);
    case 'cut':
      return cut(await carryOut(), stage);
    case 'drip':
      return drip(fault, await carryOut(), stage);
    case 'pour':
      response.writeHead(200, JSON_TYPE);
      return pipeline(Readable.from(blanks(Number.POSITIVE_INFINITY)), response);
    case 'bomb':
      response.writeHead(200, { ...JSON_TYPE, 'content-encoding': 'gzip' });
      return pipeline(Readable.from(blanks(fault.bytes)), createGzip(), response);
    case 'answer':
      if (fault.carriedOut) await carryOut();
      return send(response, { ...fault, body: Buffer.from(fault.body) });
    case 'raw':
      socket.end(fault.bytes);
      return;
    case 'alter':
      return send(response, altered(fault, await carryOut(), stage.request));
  }
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const length = status === 204 ? {} : { 'content-length': String(body.length) };
  response.writeHead(status, { ...length, ...headers }).end(body);
}

function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

async function cut({ status, headers, body }: Answer, { response, socket }: Stage): Promise<void> {
  response.writeHead(status, { ...headers, 'content-length': String(body.length) });
  const half = body.subarray(0, Math.floor(body.length / 2));
  await new Promise<void>((resolve) => response.write(half, () => resolve()));
  socket.destroy();
}

async function drip(fault: FaultOf<'drip'>, answer: Answer, { response, signal }: Stage): Promise<void> {
  const { bytes, milliseconds, endless } = fault;
  response.writeHead(answer.status, answer.headers);
  for (const piece of pieces(answer.body, bytes, endless)) {
    response.write(piece);
    await wait(milliseconds, undefined, { signal });
  }
  response.end();
}

function* pieces(body: Uint8Array, bytes: number, endless: boolean): Generator<Uint8Array> {
  for (let start = 0; start < body.length; start += bytes) yield body.subarray(start, start + bytes);
  while (endless) yield Buffer.alloc(bytes, ' ');
}

function* blanks(bytes: number): Generator<Uint8Array> {
  const piece = Buffer.alloc(MEGABYTE, ' ');
  for (let left = bytes; left > 0; left -= MEGABYTE) yield piece.subarray(0, Math.min(left, MEGABYTE));
}

/** An answer that is no success stays as it is. */
function altered({ change }: FaultOf<'alter'>, answer: Answer, request: SeenRequest): Answer {
  if (answer.status !== 200) return answer;
  const json: unknown = change(JSON.parse(Buffer.from(answer.body).toString()), request);
  return { ...answer, body: Buffer.from(JSON.stringify(json)) };
}
