import { describe, expect, test } from 'vitest';
import { refusal, startTestApi } from './test-api.ts';

const NOT_FOUND = refusal(404, 'API_KEY_NOT_FOUND', 'API key not found');
const STRANGER = '/v1/api_key/00000000-0000-4000-8000-000000000000';
const ALEX = '1b9d6bcd-bbfd-4b2d-9b5d-ab8dfbbd4b01';

describe('POST /v1/api_key/', () => {
  test('makes a restricted key and tells its value this once', async () => {
    const api = await startTestApi({ keys: 0 });
    const before = Date.now();
    const made = await api.create({
      name: '  CRM_Query ',
      restricted: true,
      permissions: ['contacts.view', 'calls.create'],
    });
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
      name: 'CRM_Query',
      created_date: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      last_four_digits: made.value.slice(-4),
      creator_id: ALEX,
      restricted: true,
      permissions: ['contacts.view', 'calls.create'],
      value: expect.stringMatching(/^kdemo_[\w-]{40}$/),
    });
    expect(Date.parse(made.created_date)).toBeGreaterThanOrEqual(before);
    const { value: _, ...item } = made;
    expect((await api.list()).data).toEqual([item]);
    expect(await api.call('GET', `/v1/api_key/${made.id}`)).toEqual({ status: 200, body: item });
  });

  test('makes an unrestricted key without permissions', async () => {
    const api = await startTestApi({ keys: 0 });
    const made = await api.create({ name: 'Local', restricted: false });
    expect(made).toMatchObject({ restricted: false, permissions: null });
    expect(await api.create({ name: 'Local', restricted: false, permissions: null })).toMatchObject({
      permissions: null,
    });
  });

  test('keeps the two ways to restrict a key to nothing apart', async () => {
    const api = await startTestApi({ keys: 0 });
    expect((await api.create({ name: 'a', restricted: true })).permissions).toBeNull();
    expect((await api.create({ name: 'b', restricted: true, permissions: [] })).permissions).toEqual([]);
  });

  test('makes two keys of one name, with values of their own, the newer first in the list', async () => {
    const api = await startTestApi();
    const one = await api.create({ name: 'Twin', restricted: false });
    const two = await api.create({ name: 'Twin', restricted: false });
    expect(one.value).not.toBe(two.value);
    expect((await api.list('?limit=2')).data.map(({ id }) => id)).toEqual([two.id, one.id]);
  });

  test('takes an expiry date and never tells it', async () => {
    const api = await startTestApi({ keys: 0 });
    const made = await api.create({ name: 'a', restricted: false, expiry_date: '2999-01-01T00:00:00Z' });
    expect(made).not.toHaveProperty('expiry_date');
    expect(made).not.toHaveProperty('expiresAt');
    expect((await api.list('', made.value)).data).toHaveLength(1);
  });

  test('refuses a key whose expiry date is over, and still lists it', async () => {
    const api = await startTestApi({ keys: 0 });
    const expired = { name: 'a', restricted: false, expiry_date: '2020-01-01T00:00:00Z' };
    const { value } = await api.create(expired);
    expect(await api.call('GET', '/v1/api_key/', { token: value })).toEqual(
      refusal(401, 'INVALID_API_KEY', 'Invalid API key'),
    );
    expect((await api.list()).data).toHaveLength(1);
  });
});

describe('PATCH /v1/api_key/{id}', () => {
  test('changes the name only', async () => {
    const api = await startTestApi({ keys: 5 });
    const { data } = await api.list();
    const [, key] = data;
    const answer = await api.call('PATCH', `/v1/api_key/${key?.id}`, { body: { name: ' Renamed ' } });
    expect(answer).toEqual({ status: 200, body: { ...key, name: 'Renamed' } });
    const renamed = data.map((item) => (item.id === key?.id ? { ...item, name: 'Renamed' } : item));
    expect((await api.list()).data).toEqual(renamed);
  });

  test('replaces all permissions, and the key is judged by the new ones', async () => {
    const api = await startTestApi({ keys: 0 });
    const { id, value } = await api.create({
      name: 'a',
      restricted: true,
      permissions: ['api_keys.view', 'calls.view'],
    });
    await api.list('', value);
    const answer = await api.call('PATCH', `/v1/api_key/${id}`, { body: { permissions: ['logs.view'] } });
    expect(answer).toMatchObject({ status: 200, body: { restricted: true, permissions: ['logs.view'] } });
    expect(await api.call('GET', '/v1/api_key/', { token: value })).toMatchObject({ status: 403 });
  });

  test('lifts a restriction together with its permissions, and puts one on', async () => {
    const api = await startTestApi({ keys: 0 });
    const { id } = await api.create({ name: 'a', restricted: true, permissions: ['logs.view'] });
    expect(await api.call('PATCH', `/v1/api_key/${id}`, { body: { restricted: false } })).toMatchObject({
      body: { restricted: false, permissions: null },
    });
    const body = { restricted: true, permissions: ['calls.view'] };
    expect(await api.call('PATCH', `/v1/api_key/${id}`, { body })).toMatchObject({ status: 200, body });
  });

  test('changes nothing for an empty change, nulls or unknown fields', async () => {
    const api = await startTestApi({ keys: 1 });
    const item = (await api.list()).data[0];
    for (const body of [{}, { name: null, restricted: null, permissions: null }, { id: 'x' }]) {
      expect(await api.call('PATCH', `/v1/api_key/${item?.id}`, { body })).toEqual({
        status: 200,
        body: item,
      });
    }
  });
});

describe('DELETE /v1/api_key/{id}', () => {
  test('answers 200 with an empty object; then the key is gone and refused', async () => {
    const api = await startTestApi({ keys: 2 });
    const made = await api.create({ name: 'a', restricted: false });
    const path = `/v1/api_key/${made.id}`;
    expect(await api.call('DELETE', path)).toEqual({ status: 200, body: {} });
    expect(await api.call('DELETE', path)).toEqual(NOT_FOUND);
    expect(await api.call('GET', path)).toEqual(NOT_FOUND);
    expect((await api.list()).data).toHaveLength(2);
    expect(await api.call('GET', '/v1/api_key/', { token: made.value })).toEqual(
      refusal(401, 'INVALID_API_KEY', 'Invalid API key'),
    );
  });

  test('of two at once, one deletes and one finds nothing', async () => {
    const api = await startTestApi({ keys: 1 });
    const path = `/v1/api_key/${(await api.list()).data[0]?.id}`;
    const answers = await Promise.all([api.call('DELETE', path), api.call('DELETE', path)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
  });
});

describe('paths', () => {
  test.each(['GET', 'PATCH', 'DELETE'])('%s of a key that never was: 404', async (method) => {
    const api = await startTestApi();
    const sent = method === 'PATCH' ? { body: {} } : {};
    expect(await api.call(method, STRANGER, sent)).toEqual(NOT_FOUND);
  });

  test('a key id is found in capital letters too', async () => {
    const api = await startTestApi({ keys: 1 });
    const item = (await api.list()).data[0];
    expect(await api.call('GET', `/v1/api_key/${item?.id.toUpperCase()}`)).toMatchObject({ body: item });
  });

  test.each(['/v1/api_key', `${STRANGER}/`, '/v1/project', '/', '/v1/api_keys/'])(
    '%s: there is nothing, whoever asks',
    async (path) => {
      const api = await startTestApi();
      expect(await api.call('GET', path)).toEqual(refusal(404, 'NOT_FOUND', 'Not found'));
      expect(await api.call('GET', path, { token: null })).toMatchObject({ status: 404 });
    },
  );

  test.each([
    ['PUT', '/v1/api_key/'],
    ['POST', STRANGER],
    ['POST', '/v1/project/'],
  ])('%s %s: 405', async (method, path) => {
    const api = await startTestApi();
    expect(await api.call(method, path)).toEqual(refusal(405, 'METHOD_NOT_ALLOWED', 'Method not allowed'));
  });
});
