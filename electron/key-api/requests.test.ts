import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { createKeyApiClient } from './client.ts';
import { createRecentRequests, type RequestRecord, routeOf } from './requests.ts';
import { hang, idOf, json, never, reset, startTestServer, testTransport } from './test-server.ts';

const ID = idOf(1);

function recording(keep?: number) {
  const ended: RequestRecord[] = [];
  const requests = createRecentRequests({
    onEnded: (record) => ended.push(record),
    clock: () => 1_000,
    ...(keep === undefined ? {} : { keep }),
  });
  return { ended, requests };
}

it.each([
  ['/v1/api_key/', '/v1/api_key/'],
  [`/v1/api_key/${ID}`, '/v1/api_key/{id}'],
  ['/v1/project/', '/v1/project/'],
  [`/v1/project/${ID}/member/me`, '/v1/project/{id}/member/me'],
  [`/v1/api_key/${ID}/secret`, 'other'],
  [`/v2/${ID}`, 'other'],
])('%s is written down as %s', (path, route) => {
  expect(routeOf(path)).toBe(route);
});

describe('a request', () => {
  it('has a number, which its error knows, and its record nothing of what it was about', async () => {
    await using server = await startTestServer(json(200, {}), json(403, { message: 'Not you' }));
    const { ended, requests } = recording();
    const transport = testTransport(server.url, { requests });
    expect(await transport.get('/v1/api_key/', { after: ID }, never())).toMatchObject({
      ok: true,
      request: 1,
    });
    expect(await transport.delete(`/v1/api_key/${ID}`, never())).toEqual(
      fail({ kind: 'forbidden', request: 2 }),
    );
    const { ms, ...refused } = requests.find(2) ?? { ms: -1 };
    expect(refused).toEqual({
      number: 2,
      method: 'DELETE',
      route: '/v1/api_key/{id}',
      status: 403,
      attempts: 1,
      outcome: 'forbidden',
      endedAt: 1_000,
    });
    expect(ms).toBeGreaterThanOrEqual(0);
    expect(ended.map(({ number, outcome }) => [number, outcome])).toEqual([
      [1, 'ok'],
      [2, 'forbidden'],
    ]);
    expect(JSON.stringify(ended)).not.toContain(ID);
  });

  it('that is repeated has one number, and the status of its last answer', async () => {
    await using server = await startTestServer(json(503, {}), reset);
    const { ended, requests } = recording();
    const answer = await testTransport(server.url, { requests }).get('/v1/api_key/', {}, never());
    expect(answer).toMatchObject({ error: { kind: 'network', request: 1 } });
    expect(ended).toMatchObject([{ number: 1, status: null, outcome: 'network' }]);
    expect(ended[0]?.attempts).toBe(server.requests.length);
    expect(server.requests.length).toBeGreaterThan(1);
  });

  it('whose outcome nobody knows is remembered as just that', async () => {
    await using server = await startTestServer(json(500, {}));
    const { ended, requests } = recording();
    const answer = await testTransport(server.url, { requests }).post('/v1/api_key/', {}, never());
    expect(answer).toEqual(fail({ kind: 'outcome-unknown', cause: 'server-error', request: 1 }));
    expect(ended).toMatchObject([{ status: 500, outcome: 'outcome-unknown' }]);
  });

  it('that was never sent has no number', async () => {
    await using server = await startTestServer(hang);
    const { ended, requests } = recording();
    const transport = testTransport('http://example.com', { requests });
    expect(await transport.get('/v1/api_key/', {}, never())).not.toHaveProperty('error.request');
    const gone = testTransport(server.url, { requests });
    expect(await gone.post('/v1/api_key/', {}, AbortSignal.abort())).toEqual(fail({ kind: 'cancelled' }));
    expect(ended).toEqual([]);
  });

  it('with an answer that cannot be read is known to the error as well', async () => {
    await using server = await startTestServer(json(200, { neither: 'a list nor a key' }));
    const client = createKeyApiClient(testTransport(server.url, { requests: recording().requests }));
    expect(await client.listKeys(() => undefined, never())).toMatchObject({ error: { request: 1 } });
    expect(await client.canListKeys(never())).toMatchObject({ error: { request: 2 } });
    expect(await client.whoAmI(ID, never())).toMatchObject({ error: { request: 3 } });
    const key = { name: 'x', access: { kind: 'unrestricted' } } as const;
    expect(await client.createKey(key, never())).toMatchObject({ error: { request: 4 } });
  });

  it('is forgotten after so many newer ones', async () => {
    const { requests } = recording(2);
    const call = { method: 'GET', path: '/v1/api_key/' } as const;
    const send = () =>
      requests.follow(call, async (followed) => {
        await followed(async () => new Response())(new Request('http://127.0.0.1/'));
        return ok(null);
      });
    for (let sent = 0; sent < 3; sent += 1) await send();
    expect([1, 2, 3, 4].map((number) => requests.find(number)?.number ?? null)).toEqual([null, 2, 3, null]);
  });
});
