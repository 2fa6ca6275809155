import { onTestFinished } from 'vitest';
import { type KeyApiServer, type ServerOptions, startKeyApi } from './server.ts';
import type { WireKey, WireNewKey, WirePage } from './wire.ts';

export type Answer = { readonly status: number; readonly body: unknown };

export type TestApi = KeyApiServer & {
  /** One call over the socket; `body` is sent as JSON. The token is the administrator's unless told. */
  readonly call: (method: string, path: string, sent?: Sent) => Promise<Answer>;
  readonly list: (query?: string, token?: string) => Promise<WirePage<WireKey>>;
  readonly create: (body: unknown, token?: string) => Promise<WireNewKey>;
};

type Sent = {
  readonly token?: string | null;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A key API of its own for one test, closed at its end. */
export async function startTestApi(options?: ServerOptions): Promise<TestApi> {
  const server = await startKeyApi(options);
  onTestFinished(() => server.close());

  const call = async (method: string, path: string, sent: Sent = {}): Promise<Answer> => {
    const token = sent.token === undefined ? server.tokens.admin : sent.token;
    const response = await fetch(server.url + path, {
      method,
      headers: {
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(sent.body !== undefined && { 'content-type': 'application/json' }),
        ...sent.headers,
      },
      ...(sent.body !== undefined && { body: JSON.stringify(sent.body) }),
    });
    return { status: response.status, body: await response.json() };
  };

  const expectOk = async ({ status, body }: Answer): Promise<unknown> => {
    if (status !== 200) throw new Error(`Answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };

  return {
    ...server,
    call,
    list: async (query = '', token = server.tokens.admin) =>
      (await expectOk(await call('GET', `/v1/api_key/${query}`, { token }))) as WirePage<WireKey>,
    create: async (body, token = server.tokens.admin) =>
      (await expectOk(await call('POST', '/v1/api_key/', { body, token }))) as WireNewKey,
  };
}

/** The usual error answer. */
export function refusal(status: number, code: string, message: string): Answer {
  return { status, body: { status: 'error', error_code: code, message } };
}

/** The answer to one wrong field. */
export function invalid(loc: readonly (string | number)[], type: string, msg: unknown): unknown {
  return { status: 422, body: { detail: [{ loc, type, msg }] } };
}
