import { describe, expect, it } from 'vitest';
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
  testTransport,
  text,
} from './test-server.ts';

const PATH = '/v1/api_key/';
const BODY = { name: 'n', restricted: false };

const unknown = (cause: string) => ({ ok: false, error: { kind: 'outcome-unknown', cause } });

describe('a create', () => {
  const post = (url: string, options: Parameters<typeof testTransport>[1] = {}, signal = never()) =>
    testTransport(url, options).post(PATH, BODY, signal);

  it('is sent once when a connection that was used before is reset', async () => {
    await using server = await startTestServer(json(200, {}), reset);
    const transport = testTransport(server.url);
    await transport.post(PATH, BODY, never());
    // Node's fetch takes a connection back for another use a turn after its answer was read.
    for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
    expect(await transport.post(PATH, BODY, never())).toEqual(unknown('network'));
    expect(server.requests).toHaveLength(2);
    expect(server.requests[1]?.port).toBe(server.requests[0]?.port);
  });

  it.each([
    ['reset', reset, 'network'],
    ['cut short', cutShort, 'network'],
    ['answered 500', json(500, {}), 'server-error'],
    ['answered 503', json(503, {}), 'server-error'],
    ['answered with a web page', html(), 'unreadable-answer'],
    ['answered with nothing', text(200, '', 'application/json'), 'unreadable-answer'],
    ['answered 204', empty(204), 'unreadable-answer'],
    ['answered with half a key', text(200, '{"id":"0', 'application/json'), 'unreadable-answer'],
    ['answered with too much', gzipBomb, 'unreadable-answer'],
    ['redirected', redirect('/elsewhere'), 'unreadable-answer'],
    ['never answered', hang, 'timeout'],
    ['answered without an end', endless, 'timeout'],
  ])('that is %s may have made a key, and is sent once', async (_, reply, cause) => {
    await using server = await startTestServer(reply);
    // Short only where the time itself is what ends it: a busy machine must not end the others.
    const attemptTimeout = cause === 'timeout' ? 150 : 20_000;
    const limits = { ...QUICK, attemptTimeout, maxBodyBytes: 50_000 };
    expect(await post(server.url, { limits })).toEqual(unknown(cause));
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    [400, { kind: 'rejected' }],
    [401, { kind: 'unauthorized' }],
    [403, { kind: 'forbidden' }],
    [422, { kind: 'rejected' }],
    [429, { kind: 'rate-limited', retryAfterSeconds: 1 }],
  ])('that is refused (%i) made none, and is sent once', async (status, error) => {
    await using server = await startTestServer(json(status, {}, { 'retry-after': '1' }));
    expect(await post(server.url)).toMatchObject({ ok: false, error });
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', { kind: 'server-not-found' }],
    ['ERR_CONNECTION_REFUSED', { kind: 'connection-refused' }],
    ['ERR_CERT_AUTHORITY_INVALID', { kind: 'certificate', reason: 'authority' }],
    ['ERR_INTERNET_DISCONNECTED', { kind: 'network', code: 'ERR_INTERNET_DISCONNECTED' }],
    ['ERR_CONNECTION_RESET', { kind: 'outcome-unknown', cause: 'network' }],
    ['ERR_EMPTY_RESPONSE', { kind: 'outcome-unknown', cause: 'network' }],
  ])('that ends with net::%s', async (code, error) => {
    let sent = 0;
    const fetchMutation = async () => {
      sent += 1;
      throw new Error(`net::${code}`);
    };
    const network = { ...nodeNetwork, fetchMutation };
    expect(await post('https://api.example', { network })).toEqual({ ok: false, error });
    expect(sent).toBe(1);
  });

  it('that is cancelled after the sending may have made a key', async () => {
    await using server = await startTestServer(hang);
    const controller = new AbortController();
    const call = post(server.url, {}, controller.signal);
    await server.nextRequest();
    controller.abort();
    expect(await call).toEqual(unknown('cancelled'));
  });

  it('that is cancelled before the sending made none', async () => {
    await using server = await startTestServer(json(200, {}));
    const controller = new AbortController();
    const network = { ...nodeNetwork, closeMutationConnections: async () => controller.abort() };
    expect(await post(server.url, { network }, controller.signal)).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(await post(server.url, {}, AbortSignal.abort())).toEqual({
      ok: false,
      error: { kind: 'cancelled' },
    });
    expect(server.requests).toEqual([]);
  });

  it('is not sent where the old connections cannot be closed', async () => {
    await using server = await startTestServer(json(200, {}));
    const network = { ...nodeNetwork, closeMutationConnections: () => Promise.reject(new Error('no')) };
    expect(await post(server.url, { network })).toEqual({
      ok: false,
      error: { kind: 'network', code: null },
    });
    expect(server.requests).toEqual([]);
  });
});

describe('a delete', () => {
  it.each([
    ['200 and JSON', json(200, {})],
    ['200 and nothing', empty(200)],
    ['204', empty(204)],
    ['202 and a text', text(202, 'gone', 'text/plain')],
  ])('takes %s for done', async (_, reply) => {
    await using server = await startTestServer(reply);
    expect(await testTransport(server.url).delete(`${PATH}x`, never())).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a web page', html(), { kind: 'not-the-key-api', status: 200 }],
    ['a web page with 404', html(404), { kind: 'not-the-key-api', status: 404 }],
    ['503', json(503, {}), { kind: 'server-error', status: 503 }],
    ['404', json(404, {}), { kind: 'not-found' }],
    ['no answer', hang, { kind: 'timeout' }],
  ])('is sent once and takes %s as it is', async (_, reply, error) => {
    await using server = await startTestServer(reply);
    const limits = { ...QUICK, attemptTimeout: 150 };
    expect(await testTransport(server.url, { limits }).delete(`${PATH}x`, never())).toEqual({
      ok: false,
      error,
    });
    expect(server.requests).toHaveLength(1);
  });

  it('that is cancelled after the sending may have happened', async () => {
    await using server = await startTestServer(hang);
    const controller = new AbortController();
    const call = testTransport(server.url).delete(`${PATH}x`, controller.signal);
    await server.nextRequest();
    controller.abort();
    expect(await call).toEqual(unknown('cancelled'));
  });
});

describe('several mutations', () => {
  function watched() {
    const events: string[] = [];
    const answers: (() => void)[] = [];
    const network = {
      ...nodeNetwork,
      closeMutationConnections: async () => void events.push('close'),
      fetchMutation: (request: Request) => {
        events.push(request.method);
        return new Promise<Response>((resolve) => answers.push(() => resolve(Response.json({}))));
      },
    };
    const transport = testTransport('https://api.example', { network });
    /** Answers the request that waits, once there is one. */
    async function answer() {
      while (answers.length === 0) await new Promise(setImmediate);
      answers.shift()?.();
    }
    return { events, transport, answer };
  }

  it('go one after another, each on a new connection', async () => {
    const { events, transport, answer } = watched();
    const calls = [
      transport.post(PATH, BODY, never()),
      transport.delete(`${PATH}x`, never()),
      transport.post(PATH, BODY, never()),
    ];
    await answer();
    await calls[0];
    expect(events.filter((event) => event !== 'close').length).toBeLessThanOrEqual(2);
    await answer();
    await answer();
    await Promise.all(calls);
    expect(events).toEqual(['close', 'POST', 'close', 'DELETE', 'close', 'POST']);
  });

  it('are not held up by one that fails', async () => {
    await using server = await startTestServer(reset, json(200, { id: 1 }));
    const transport = testTransport(server.url);
    const calls = [transport.post(PATH, BODY, never()), transport.post(PATH, BODY, never())];
    expect(await Promise.all(calls)).toEqual([unknown('network'), { ok: true, value: { id: 1 } }]);
  });

  it('answer at once when they are cancelled in the queue, and are never sent', async () => {
    const { events, transport, answer } = watched();
    const first = transport.post(PATH, BODY, never());
    const controller = new AbortController();
    const second = transport.delete(`${PATH}x`, controller.signal);
    controller.abort();
    expect(await second).toEqual({ ok: false, error: { kind: 'cancelled' } });
    await answer();
    await first;
    await new Promise(setImmediate);
    expect(events).toEqual(['close', 'POST']);
  });
});
