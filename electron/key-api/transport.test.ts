import { describe, expect, it } from 'vitest';
import type { Fetch } from './exchange.ts';
import {
  cutShort,
  empty,
  endless,
  gzipBomb,
  hang,
  html,
  json,
  never,
  nodeNetwork,
  QUICK,
  redirect,
  reset,
  startTestServer,
  TOKEN,
  testTransport,
  text,
} from './test-server.ts';

const PATH = '/v1/api_key/';
const BODY = { name: 'n', restricted: false };
const fine = json(200, { data: [] });

function recording(fetch: Fetch) {
  const seen: Request[] = [];
  const record: Fetch = (request) => {
    seen.push(request);
    return fetch(request);
  };
  return { seen, fetch: record };
}

describe('what is sent', () => {
  it('is a token, the types of the bodies, and nothing that is stored', async () => {
    await using server = await startTestServer(json(200, {}, { 'set-cookie': 'a=b; Path=/' }));
    const { seen, fetch } = recording(nodeNetwork.fetchRead);
    const network = { ...nodeNetwork, fetchRead: fetch, fetchMutation: fetch };
    const transport = testTransport(server.url, { network });
    await transport.get(PATH, { limit: 1000, order: 'desc' }, never());
    await transport.post(PATH, BODY, never());
    await transport.delete(`${PATH}x`, never());
    expect(seen.map(({ headers }) => Object.fromEntries(headers))).toEqual([
      { authorization: `Bearer ${TOKEN}`, accept: 'application/json' },
      { authorization: `Bearer ${TOKEN}`, accept: 'application/json', 'content-type': 'application/json' },
      { authorization: `Bearer ${TOKEN}`, accept: 'application/json' },
    ]);
    for (const request of seen) {
      expect(request).toMatchObject({ redirect: 'error', cache: 'no-store', credentials: 'omit' });
    }
    expect(server.requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['GET', '/v1/api_key/?limit=1000&order=desc', ''],
      ['POST', '/v1/api_key/', JSON.stringify(BODY)],
      ['DELETE', '/v1/api_key/x', ''],
    ]);
    expect(server.requests.some(({ headers }) => headers.cookie !== undefined)).toBe(false);
  });

  it.each(['http://example.com', 'file:///etc', 'app://keydesk', 'https://a@b', 'https://api.diga.io/v1'])(
    'is nothing at all to %s',
    async (base) => {
      const { seen, fetch } = recording(nodeNetwork.fetchRead);
      const transport = testTransport(base, {
        network: { ...nodeNetwork, fetchRead: fetch, fetchMutation: fetch },
      });
      const results = [await transport.get(PATH, {}, never()), await transport.post(PATH, BODY, never())];
      expect(results).toMatchObject([
        { error: { kind: 'invalid-address' } },
        { error: { kind: 'invalid-address' } },
      ]);
      expect(seen).toEqual([]);
    },
  );

  it('is nothing with a token that no header can carry, and the token is in no answer', async () => {
    await using server = await startTestServer(fine);
    const result = await testTransport(server.url, { token: 'line\nbreak' }).get(PATH, {}, never());
    expect(result).toEqual({ ok: false, error: { kind: 'invalid-token', reason: 'characters' } });
    expect(server.requests).toEqual([]);
  });
});

describe('reading', () => {
  const get = (url: string, options: Parameters<typeof testTransport>[1] = {}, signal = never()) =>
    testTransport(url, options).get(PATH, {}, signal);

  it('repeats quietly once after a line that broke', async () => {
    await using server = await startTestServer(reset, fine);
    expect(await get(server.url)).toEqual({ ok: true, value: { data: [] } });
    expect(server.requests).toHaveLength(2);
  });

  it('repeats quietly once after a body that was cut', async () => {
    await using server = await startTestServer(cutShort, fine);
    expect(await get(server.url)).toEqual({ ok: true, value: { data: [] } });
    expect(server.requests).toHaveLength(2);
  });

  it('gives up a line that breaks twice', async () => {
    await using server = await startTestServer(reset);
    expect(await get(server.url)).toMatchObject({ ok: false, error: { kind: 'network' } });
    expect(server.requests).toHaveLength(2);
  });

  it('sends at most three requests to a server that is busy', async () => {
    await using server = await startTestServer(json(503, { message: 'busy' }));
    expect(await get(server.url)).toEqual({ ok: false, error: { kind: 'server-error', status: 503 } });
    expect(server.requests).toHaveLength(3);
  });

  it('works once the server does', async () => {
    await using server = await startTestServer(empty(503), empty(504), fine);
    expect(await get(server.url)).toMatchObject({ ok: true });
    expect(server.requests).toHaveLength(3);
  });

  it('mixes busy and broken without a fourth request', async () => {
    await using server = await startTestServer(empty(503), reset, fine);
    expect(await get(server.url)).toMatchObject({ ok: false, error: { kind: 'network' } });
    expect(server.requests).toHaveLength(2);
  });

  it('waits as long as a rate limit asks, and works', async () => {
    await using server = await startTestServer(json(429, {}, { 'retry-after': '1' }), fine);
    const started = performance.now();
    expect(await get(server.url)).toMatchObject({ ok: true });
    expect(performance.now() - started).toBeGreaterThan(990);
    expect(server.requests).toHaveLength(2);
  });

  it('hands on a long wait at once', async () => {
    await using server = await startTestServer(json(429, {}, { 'retry-after': '3600' }));
    expect(await get(server.url)).toEqual({
      ok: false,
      error: { kind: 'rate-limited', retryAfterSeconds: 3600 },
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each(['0', 'rubbish', 'Thu, 01 Jan 2004 00:00:00 GMT', ''])(
    'is no storm after Retry-After %j',
    async (header) => {
      await using server = await startTestServer(json(429, {}, { 'retry-after': header }));
      const started = performance.now();
      const limits = { ...QUICK, rateLimitBackoff: 40 };
      expect(await get(server.url, { limits })).toEqual({
        ok: false,
        error: { kind: 'rate-limited', retryAfterSeconds: null },
      });
      expect(server.requests).toHaveLength(3);
      expect(performance.now() - started).toBeGreaterThan(110);
    },
  );

  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [422, 'rejected'],
    [500, 'server-error'],
  ])('takes %i as it is, with one request', async (status, kind) => {
    await using server = await startTestServer(json(status, { status: 'error', message: 'no' }));
    expect(await get(server.url)).toMatchObject({ ok: false, error: { kind } });
    expect(server.requests).toHaveLength(1);
  });

  it('hands on what a success says, without the token, however it is written', async () => {
    const escaped = [...TOKEN].map((letter) => `\\u00${letter.charCodeAt(0).toString(16)}`).join('');
    for (const written of [TOKEN, escaped]) {
      const body = `{"data":[{"name":"Bearer ${written}!","id":1}]}`;
      await using server = await startTestServer(text(200, body, 'application/json'));
      const value = { data: [{ name: 'Bearer …!', id: 1 }] };
      expect(await get(server.url)).toEqual({ ok: true, value });
      expect(await testTransport(server.url).post(PATH, BODY, never())).toEqual({ ok: true, value });
    }
  });

  it('leaves an honest text alone that holds a short token by chance', async () => {
    await using server = await startTestServer(json(200, { name: 'a name' }));
    expect(await get(server.url, { token: 'a' })).toEqual({ ok: true, value: { name: 'a name' } });
  });

  it('hands on what a refusal says, without the token', async () => {
    await using server = await startTestServer(json(409, { message: `Not with ${TOKEN}` }));
    expect(await get(server.url)).toEqual({
      ok: false,
      error: { kind: 'rejected', message: 'Not with …', fields: [] },
    });
  });

  it.each([
    ['a web page', html()],
    ['an empty body', text(200, '', 'application/json')],
    ['204', empty(204)],
    ['cut JSON', text(200, '{"data":[', 'application/json')],
    ['a web page that calls itself JSON', text(200, '<!doctype html>', 'application/json')],
  ])('does not take %s for the key API', async (_, reply) => {
    await using server = await startTestServer(reply);
    expect(await get(server.url)).toMatchObject({ ok: false, error: { kind: 'not-the-key-api' } });
    expect(server.requests).toHaveLength(1);
  });

  it.each([301, 302, 303, 307, 308])(
    'refuses a redirect (%i) and no other server hears of it',
    async (status) => {
      await using other = await startTestServer(fine);
      await using server = await startTestServer(redirect(`${other.url}/v1/api_key/`, status));
      expect(await get(server.url)).toEqual({ ok: false, error: { kind: 'redirect-refused' } });
      expect(other.requests).toHaveLength(0);
      expect(server.requests).toHaveLength(1);
    },
  );

  it.each<readonly [string, Fetch]>([
    [
      'hands a redirect on',
      async () => new Response(null, { status: 302, headers: { location: 'https://b.example' } }),
    ],
    ['has followed one', async () => Object.defineProperty(Response.json({}), 'redirected', { value: true })],
    [
      'refuses as Chromium does',
      async () => Promise.reject(new Error("Attempted to redirect, but redirect policy was 'error'")),
    ],
  ])('refuses a redirect where the network %s', async (_, fetchRead) => {
    const result = await get('https://api.example', { network: { ...nodeNetwork, fetchRead } });
    expect(result).toEqual({ ok: false, error: { kind: 'redirect-refused' } });
  });

  it('stops at the cap of an answer', async () => {
    await using server = await startTestServer(json(200, { filler: 'x'.repeat(5_000) }));
    const limits = { ...QUICK, maxBodyBytes: 4_000 };
    expect(await get(server.url, { limits })).toEqual({ ok: false, error: { kind: 'answer-too-large' } });
    expect(server.requests).toHaveLength(1);
  });

  it('stops at the cap of what a small answer unpacks to', async () => {
    await using server = await startTestServer(gzipBomb);
    expect(await get(server.url)).toEqual({ ok: false, error: { kind: 'answer-too-large' } });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['no answer', hang],
    ['a body that never ends', endless],
  ])('ends %s with a timeout', async (_, reply) => {
    await using server = await startTestServer(reply);
    const limits = { ...QUICK, attemptTimeout: 60 };
    expect(await get(server.url, { limits })).toEqual({ ok: false, error: { kind: 'timeout' } });
    expect(server.requests).toHaveLength(1);
  });

  it('keeps to the time in all, its retries included', async () => {
    await using server = await startTestServer(empty(503), empty(503), hang);
    const limits = { ...QUICK, attemptTimeout: 5_000, totalTimeout: 150 };
    expect(await get(server.url, { limits })).toEqual({ ok: false, error: { kind: 'timeout' } });
  });

  it.each([
    ['before the answer', hang],
    ['in its body', endless],
  ])('can be cancelled %s', async (_, reply) => {
    await using server = await startTestServer(reply);
    const controller = new AbortController();
    const call = get(server.url, {}, controller.signal);
    await server.nextRequest();
    controller.abort();
    expect(await call).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(server.requests).toHaveLength(1);
  });

  it('can be cancelled in the wait before a retry', async () => {
    await using server = await startTestServer(json(429, {}, { 'retry-after': '20' }));
    const controller = new AbortController();
    const call = get(server.url, {}, controller.signal);
    await server.nextRequest();
    setImmediate(() => controller.abort('any reason'));
    expect(await call).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('can be cancelled where the network does not listen', async () => {
    const controller = new AbortController();
    const network = { ...nodeNetwork, fetchRead: () => new Promise<Response>(() => controller.abort()) };
    expect(await get('https://api.example', { network }, controller.signal)).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
  });

  it('sends nothing once it is cancelled', async () => {
    await using server = await startTestServer(fine);
    expect(await get(server.url, {}, AbortSignal.abort())).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(server.requests).toEqual([]);
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', { kind: 'server-not-found' }, 2],
    ['ERR_CONNECTION_RESET', { kind: 'network', code: 'ERR_CONNECTION_RESET' }, 2],
    ['ERR_CERT_DATE_INVALID', { kind: 'certificate', reason: 'date' }, 1],
    ['ERR_PROXY_AUTH_UNSUPPORTED', { kind: 'proxy-login' }, 1],
  ])("understands Chromium's net::%s", async (code, error, requests) => {
    const { seen, fetch } = recording(async () => Promise.reject(new Error(`net::${code}`)));
    expect(await get('https://api.example', { network: { ...nodeNetwork, fetchRead: fetch } })).toEqual({
      ok: false,
      error,
    });
    expect(seen).toHaveLength(requests);
  });

  it('finds nobody where nobody listens', async () => {
    const gone = await startTestServer(fine);
    await gone[Symbol.asyncDispose]();
    expect(await get(gone.url)).toEqual({ ok: false, error: { kind: 'connection-refused' } });
  });
});
