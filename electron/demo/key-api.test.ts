import { describe, expect, test } from 'vitest';
import { createKeyApi, type KeyApi } from './key-api.ts';
import { hashOf } from './secrets.ts';
import { seedState } from './seed-state.ts';
import type { ApiState } from './state.ts';
import type { WireKey, WireNewKey, WirePage } from './wire.ts';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const URL = 'http://demo.invalid/v1/api_key/';

function callerOf(api: KeyApi, token = api.issueToken('admin')) {
  return (method: string, id = '', body?: unknown, bearer = token): Promise<Response> =>
    api.fetch(
      new Request(URL + id, {
        method,
        headers: { authorization: `Bearer ${bearer}`, 'content-type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
}

function setUp({
  save,
  now = () => NOW,
}: {
  save?: (state: ApiState) => Promise<void>;
  now?: () => number;
} = {}) {
  const api = createKeyApi({ state: seedState({ now, keys: 5 }), now, ...(save && { save }) });
  return { api, call: callerOf(api) };
}

const namesOf = async (response: Response): Promise<string[]> =>
  ((await response.json()) as WirePage<WireKey>).data.map(({ name }) => name);

describe('saving', () => {
  test('happens before the answer, and only for changes that were made', async () => {
    const saved: ApiState[] = [];
    const { call } = setUp({
      save: async (state) => {
        saved.push(state);
      },
    });
    const { id, value } = (await (
      await call('POST', '', { name: 'a', restricted: false })
    ).json()) as WireNewKey;
    expect(saved.at(-1)?.keys.at(-1)).toMatchObject({ item: { id }, hash: hashOf(value), createdAt: NOW });
    await call('PATCH', id, { name: 'b' });
    expect(saved.at(-1)?.keys.at(-1)?.item.name).toBe('b');
    await call('DELETE', id);
    expect(saved.at(-1)?.keys).toHaveLength(5);
    await call('GET');
    await call('DELETE', id);
    await call('POST', '', { name: '' });
    expect(saved).toHaveLength(3);
  });

  test('that fails answers 500 and undoes the change', async () => {
    const { call } = setUp({ save: () => Promise.reject(new Error('The disk is full at /secret/path')) });
    const before = (await (await call('GET')).json()) as WirePage<WireKey>;
    const [, second] = before.data;
    for (const [method, id, body] of [
      ['POST', '', { name: 'a', restricted: false }],
      ['PATCH', second?.id, { name: 'b' }],
      ['DELETE', second?.id, undefined],
    ] as const) {
      const answer = await call(method, id, body);
      expect(answer.status).toBe(500);
      expect(await answer.json()).toEqual({
        status: 'error',
        error_code: 'INTERNAL_SERVER_ERROR',
        message: 'Internal server error',
      });
      expect(await (await call('GET')).json()).toEqual(before);
    }
  });

  test('that fails once does not stop what comes after', async () => {
    const results = [Promise.reject(new Error('The disk is full')), Promise.resolve()];
    const { call } = setUp({ save: async () => results.shift() });
    const create = () => call('POST', '', { name: 'a', restricted: false });
    expect((await create()).status).toBe(500);
    expect((await create()).status).toBe(200);
  });

  test('of a delete that fails puts the key back between others of the same moment', async () => {
    const { keys, ...rest } = seedState({ now: () => NOW, keys: 5 });
    const api = createKeyApi({
      state: { ...rest, keys: keys.map((key) => ({ ...key, createdAt: NOW })) },
      now: () => NOW,
      save: () => Promise.reject(new Error('The disk is full')),
    });
    const call = callerOf(api);
    const before = (await (await call('GET')).json()) as WirePage<WireKey>;
    expect((await call('DELETE', before.data[2]?.id)).status).toBe(500);
    expect(await (await call('GET')).json()).toEqual(before);
  });

  test('of changes at once goes one by one, the newest last', async () => {
    const sizes: number[] = [];
    let running = 0;
    const { call } = setUp({
      save: async ({ keys }) => {
        expect(running++).toBe(0);
        await Promise.resolve();
        sizes.push(keys.length);
        running--;
      },
    });
    const create = () => call('POST', '', { name: 'a', restricted: false });
    const answers = await Promise.all([create(), create(), create()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(sizes).toEqual([6, 7, 8]);
  });
});

// A time without a zone is UTC.
test.each(['2026-05-01T14:00:00+01:00', '2026-05-01T13:00:00Z', '2026-05-01T13:00:00'])(
  'a key works to the last moment before it expires at %s',
  async (expiry_date) => {
    let time = NOW;
    const { call } = setUp({ now: () => time });
    const body = { name: 'a', restricted: false, expiry_date };
    const { value } = (await (await call('POST', '', body)).json()) as WireNewKey;
    time = NOW + 3_600_000 - 1;
    expect((await call('GET', '', undefined, value)).status).toBe(200);
    time += 1;
    expect((await call('GET', '', undefined, value)).status).toBe(401);
  },
);

test('a key made after the clock went back stands where its date says', async () => {
  let time = NOW;
  const { call } = setUp({ now: () => time });
  time = NOW - 10 * 86_400_000;
  await call('POST', '', { name: 'From the past', restricted: false });
  expect(await namesOf(await call('GET'))).toEqual([
    ...['CRM_Production', 'Mobile_App_Staging', 'Booking_App', 'From the past'],
    ...['Dialer_Bridge', 'Number_Procurement'],
  ]);
});

test('another state takes over; the token stays, keys made before are unknown', async () => {
  const { api, call } = setUp();
  const { value } = (await (await call('POST', '', { name: 'a', restricted: false })).json()) as WireNewKey;
  await api.replaceState(seedState({ now: () => NOW, keys: 1 }));
  expect(await namesOf(await call('GET'))).toEqual(['CRM_Production']);
  expect((await call('GET', '', undefined, value)).status).toBe(401);
});

test('what is random comes from the given source', async () => {
  const api = createKeyApi({
    state: seedState({ now: () => NOW, keys: 0 }),
    now: () => NOW,
    random: (bytes) => new Uint8Array(bytes).fill(255),
  });
  const call = callerOf(api);
  const made = (await (await call('POST', '', { name: 'a', restricted: false })).json()) as WireNewKey;
  expect(made).toMatchObject({
    id: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    value: `kdemo_${'_'.repeat(40)}`,
    created_date: '2026-05-01T12:00:00.000Z',
  });
});
