import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse,
  request as sendRequest,
} from 'node:http';
import type { AddressInfo } from 'node:net';

export type RecordedRequest = {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
};

/** What becomes of one request. */
export type Reaction =
  | { readonly kind: 'forward'; readonly headers?: Readonly<Record<string, string>> }
  /** Answered here; the key API never hears of it. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    }
  /** The connection is reset; with `carriedOut`, after the key API has done what was asked. */
  | { readonly kind: 'reset'; readonly carriedOut: boolean }
  /** Never answered; with `carriedOut`, after the key API has done what was asked. */
  | { readonly kind: 'hold'; readonly carriedOut: boolean };

type Rule = (request: RecordedRequest) => Reaction;

export type RecordingProxy = {
  /** The base address to connect to in place of the key API's. */
  readonly url: string;
  /** Every request that has come, in order. */
  readonly requests: readonly RecordedRequest[];
  /** Those of one method, whose path begins so. */
  readonly requestsOf: (method: string, path: string) => readonly RecordedRequest[];
  /** From now on, what becomes of each request; at first all are forwarded. */
  readonly react: (rule: Rule) => void;
  readonly close: () => Promise<void>;
};

/** Headers that are about one connection only. */
const OF_CONNECTION = ['connection', 'keep-alive', 'transfer-encoding', 'host'];

type Answer = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A server on the loopback that stands before a key API, forwards what comes and remembers it. */
export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  let rule: Rule = () => ({ kind: 'forward' });
  const server = createServer((request, response) => {
    void serve(request, response).catch(() => response.destroy());
  });

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = request;
    const recorded = { method, path: url, headers, body: (await bytesOf(request)).toString() };
    requests.push(recorded);
    const reaction = rule(recorded);
    switch (reaction.kind) {
      case 'forward': {
        const answer = await forward(target, recorded);
        response.writeHead(answer.status, { ...answer.headers, ...reaction.headers }).end(answer.body);
        return;
      }
      case 'answer':
        response.writeHead(reaction.status, reaction.headers).end(reaction.body);
        return;
      case 'reset':
        if (reaction.carriedOut) await forward(target, recorded);
        request.socket.resetAndDestroy();
        return;
      case 'hold':
        if (reaction.carriedOut) await forward(target, recorded);
    }
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    requestsOf: (method, path) =>
      requests.filter((request) => request.method === method && request.path.startsWith(path)),
    react: (next) => {
      rule = next;
    },
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function bytesOf(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_CONNECTION.includes(name)));
}

/** Sends a request on as it came and waits for the whole answer. */
function forward(target: string, { method, path, headers, body }: RecordedRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const onAnswer = async (answer: IncomingMessage) => {
      const { statusCode = 502 } = answer;
      resolve({ status: statusCode, headers: endToEnd(answer.headers), body: await bytesOf(answer) });
    };
    sendRequest(target + path, { method, headers: endToEnd(headers), agent: false }, (answer) => {
      onAnswer(answer).catch(reject);
    })
      .on('error', reject)
      .end(body);
  });
}

/** An answer of the key API's own kind. */
export function jsonAnswer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Reaction {
  return {
    kind: 'answer',
    status,
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  };
}
