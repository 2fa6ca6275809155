import { describe, expect, test } from 'vitest';
import { invalid, startTestApi } from './test-api.ts';

const UNRESTRICTED_MSG = 'Value error, permissions must be left out when restricted is false';
const NOT_AN_OBJECT = 'Input should be a valid dictionary or object to extract fields from';

describe('the body of a create', () => {
  const good = { name: 'a', restricted: true };

  test.each([
    ['no name', { restricted: true }, ['name'], 'missing', 'Field required'],
    ['a number as name', { ...good, name: 7 }, ['name'], 'string_type', 'Input should be a valid string'],
    ['null as name', { ...good, name: null }, ['name'], 'string_type', 'Input should be a valid string'],
    ['an empty name', { ...good, name: '' }, ['name'], 'string_too_short', /at least 1 character$/],
    ['a name of spaces', { ...good, name: ' \t\n' }, ['name'], 'string_too_short', /at least 1 character$/],
    ['256 characters', { ...good, name: 'x'.repeat(256) }, ['name'], 'string_too_long', /at most 255/],
    ['no restricted', { name: 'a' }, ['restricted'], 'missing', 'Field required'],
    ['text as restricted', { ...good, restricted: 'maybe' }, ['restricted'], 'bool_parsing', /boolean/],
    ['null as restricted', { ...good, restricted: null }, ['restricted'], 'bool_type', /boolean$/],
    ['text as permissions', { ...good, permissions: 'calls.view' }, ['permissions'], 'list_type', /list$/],
    [
      'an unknown permission',
      { ...good, permissions: ['calls.view', 'calls.listen'] },
      ['permissions', 1],
      'enum',
      /^Input should be 'calls\.view', .* or 'workflows\.delete'$/,
    ],
    ['null in permissions', { ...good, permissions: [null] }, ['permissions', 0], 'enum', /^Input should be/],
    [
      'permissions of an unrestricted key',
      { name: 'a', restricted: false, permissions: ['calls.view'] },
      ['permissions'],
      'value_error',
      UNRESTRICTED_MSG,
    ],
    [
      'no permissions of an unrestricted key',
      { name: 'a', restricted: false, permissions: [] },
      ['permissions'],
      'value_error',
      UNRESTRICTED_MSG,
    ],
    ['a day as expiry', { ...good, expiry_date: '2027' }, ['expiry_date'], 'datetime_parsing', /datetime$/],
    ['an array', [], [], 'model_attributes_type', NOT_AN_OBJECT],
    ['text', 'text', [], 'model_attributes_type', NOT_AN_OBJECT],
    ['null', null, [], 'model_attributes_type', NOT_AN_OBJECT],
  ])('%s: 422', async (_, body, path, type, msg) => {
    const api = await startTestApi({ keys: 0 });
    const expected = typeof msg === 'string' ? msg : expect.stringMatching(msg);
    expect(await api.call('POST', '/v1/api_key/', { body })).toEqual(
      invalid(['body', ...path], type, expected),
    );
    expect((await api.list()).data).toEqual([]);
  });

  test('tells all faults at once', async () => {
    const api = await startTestApi();
    const answer = await api.call('POST', '/v1/api_key/', { body: { permissions: [1] } });
    expect(answer).toMatchObject({
      status: 422,
      body: {
        detail: [
          { loc: ['body', 'name'], type: 'missing' },
          { loc: ['body', 'restricted'], type: 'missing' },
          { loc: ['body', 'permissions', 0], type: 'enum' },
        ],
      },
    });
  });

  test('255 characters are taken, counted as characters', async () => {
    const api = await startTestApi();
    for (const name of ['x'.repeat(255), '\u{1F511}'.repeat(255)]) {
      expect((await api.create({ name, restricted: false })).name).toBe(name);
    }
  });

  test.each([
    ['{"name": ', 'application/json', ['body', 0], 'json_invalid', 'JSON decode error'],
    ['', 'application/json', ['body'], 'missing', 'Field required'],
    ['{"name":"a","restricted":false}', 'text/plain', ['body'], 'model_attributes_type', NOT_AN_OBJECT],
  ])('%j as %s: 422', async (body, type, ...[loc, complaint, msg]) => {
    const api = await startTestApi();
    const response = await fetch(`${api.url}/v1/api_key/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${api.tokens.admin}`, 'content-type': type },
      body,
    });
    expect({ status: response.status, body: await response.json() }).toEqual(invalid(loc, complaint, msg));
  });

  test('JSON of a charset or another JSON type is taken', async () => {
    const api = await startTestApi();
    for (const type of ['application/json; charset=utf-8', 'application/problem+json']) {
      const sent = { body: { name: 'a', restricted: false }, headers: { 'content-type': type } };
      expect(await api.call('POST', '/v1/api_key/', sent)).toMatchObject({ status: 200 });
    }
  });
});

test.each([
  [{ name: ' ' }, ['name'], 'string_too_short'],
  [{ restricted: 'no way' }, ['restricted'], 'bool_parsing'],
  [{ permissions: ['x'] }, ['permissions', 0], 'enum'],
  [{ restricted: false, permissions: ['calls.view'] }, ['permissions'], 'value_error'],
])('the change %j: 422', async (body, path, type) => {
  const api = await startTestApi({ keys: 1 });
  const item = (await api.list()).data[0];
  expect(await api.call('PATCH', `/v1/api_key/${item?.id}`, { body })).toEqual(
    invalid(['body', ...path], type, expect.any(String)),
  );
  expect((await api.list()).data).toEqual([item]);
});

test('permissions for a key that is and stays unrestricted: 422', async () => {
  const api = await startTestApi({ keys: 0 });
  const { id } = await api.create({ name: 'a', restricted: false });
  expect(await api.call('PATCH', `/v1/api_key/${id}`, { body: { permissions: [] } })).toEqual(
    invalid(['body', 'permissions'], 'value_error', UNRESTRICTED_MSG),
  );
});

test.each(['GET', 'PATCH', 'DELETE'])('%s of a key id that is no uuid: 422', async (method) => {
  const api = await startTestApi();
  const sent = method === 'PATCH' ? { body: {} } : {};
  expect(await api.call(method, '/v1/api_key/rubbish', sent)).toEqual(
    invalid(['path', 'api_key_id'], 'uuid_parsing', 'Input should be a valid UUID'),
  );
});

const LISTS = [
  ['/v1/api_key/', 1000],
  ['/v1/project/', 50],
] as const;

describe.each(LISTS)('the query of %s', (path, max) => {
  test.each([
    ['limit=0', 'limit', 'greater_than_equal', 'Input should be greater than or equal to 1'],
    ['limit=-1', 'limit', 'greater_than_equal', 'Input should be greater than or equal to 1'],
    [`limit=${max + 1}`, 'limit', 'less_than_equal', `Input should be less than or equal to ${max}`],
    ['limit=many', 'limit', 'int_parsing', expect.stringMatching(/^Input should be a valid integer/)],
    ['limit=1.5', 'limit', 'int_parsing', expect.any(String)],
    ['limit=', 'limit', 'int_parsing', expect.any(String)],
    ['page=0', 'page', 'greater_than_equal', 'Input should be greater than or equal to 1'],
    ['order=up', 'order', 'enum', "Input should be 'asc' or 'desc'"],
    ['after=1', 'after', 'uuid_parsing', 'Input should be a valid UUID'],
    ['before=', 'before', 'uuid_parsing', 'Input should be a valid UUID'],
  ])('?%s: 422', async (query, name, type, msg) => {
    const api = await startTestApi();
    expect(await api.call('GET', `${path}?${query}`)).toEqual(invalid(['query', name], type, msg));
  });

  test('unknown parameters are ignored, the last of two counts, the highest limit is taken', async () => {
    const api = await startTestApi();
    const answer = await api.call('GET', `${path}?search=x&limit=0&limit=${max}`);
    expect(answer).toMatchObject({ status: 200, body: { has_more: false } });
  });
});
