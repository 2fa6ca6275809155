import { describe, expect, test } from 'vitest';
import { refusal, startTestApi, type TestApi } from './test-api.ts';

const FORBIDDEN_ROLE = refusal(403, 'UNATHORIZED_ROLE', 'Missing required permissions');
const FORBIDDEN_KEY = refusal(403, 'MISSING_PERMISSIONS', 'Missing required permissions');

/** Does each call once with the token, and tells the status of each. */
async function statuses(api: TestApi, token: string): Promise<Record<string, number>> {
  const { id } = await api.create({ name: 'Victim', restricted: false });
  const path = `/v1/api_key/${id}`;
  const status = async (method: string, at: string, body?: unknown): Promise<number> =>
    (await api.call(method, at, { token, body })).status;
  return {
    list: await status('GET', '/v1/api_key/'),
    get: await status('GET', path),
    create: await status('POST', '/v1/api_key/', { name: 'New', restricted: false }),
    update: await status('PATCH', path, { name: 'Changed' }),
    delete: await status('DELETE', path),
    projects: await status('GET', '/v1/project/'),
  };
}

const ALL_KEY_CALLS = { list: 200, get: 200, create: 200, update: 200, delete: 200 };
const NO_KEY_CALLS = { list: 403, get: 403, create: 403, update: 403, delete: 403 };

describe('bearer', () => {
  test.each([
    ['none', {}],
    ['another scheme', { authorization: 'Basic YTpi' }],
    ['no token', { authorization: 'Bearer ' }],
    ['two tokens', { authorization: 'Bearer a b' }],
    ['another header', { 'x-api-key': 'a' }],
  ])('%s: 401 UNAUTHORIZED on every call', async (_, headers) => {
    const api = await startTestApi();
    const refused = refusal(401, 'UNAUTHORIZED', 'Missing credentials');
    for (const path of ['/v1/api_key/', '/v1/api_key/rubbish', '/v1/project/', '/v1/project/x/member/me']) {
      expect(await api.call('GET', path, { token: null, headers })).toEqual(refused);
    }
  });

  test('an unknown token: 401 INVALID_API_KEY, before anything else is looked at', async () => {
    const api = await startTestApi();
    const refused = refusal(401, 'INVALID_API_KEY', 'Invalid API key');
    const token = `${api.tokens.admin}x`;
    expect(await api.call('GET', '/v1/api_key/?limit=0', { token })).toEqual(refused);
    expect(await api.call('POST', '/v1/api_key/', { token, body: {} })).toEqual(refused);
    expect(await api.call('GET', '/v1/project/', { token })).toEqual(refused);
  });

  test('the scheme may be written in any letters', async () => {
    const api = await startTestApi();
    const headers = { authorization: `bearer ${api.tokens.admin}` };
    expect(await api.call('GET', '/v1/api_key/', { token: null, headers })).toMatchObject({ status: 200 });
  });

  test('tokens of one server are unknown to another', async () => {
    const [one, two] = [await startTestApi(), await startTestApi()];
    expect(await one.call('GET', '/v1/project/', { token: two.tokens.admin })).toMatchObject({ status: 401 });
  });
});

describe('persons', () => {
  test('an administrator may do all', async () => {
    const api = await startTestApi();
    expect(await statuses(api, api.tokens.admin)).toEqual({ ...ALL_KEY_CALLS, projects: 200 });
  });

  test.each(['member', 'reader'] as const)('a %s sees the project but not one key', async (role) => {
    const api = await startTestApi();
    expect(await statuses(api, api.tokens[role])).toEqual({ ...NO_KEY_CALLS, projects: 200 });
    const token = api.tokens[role];
    expect(await api.call('GET', '/v1/api_key/', { token })).toEqual(FORBIDDEN_ROLE);
    // Not even whether a key is there, or whether the input was right.
    expect(await api.call('DELETE', '/v1/api_key/rubbish', { token })).toEqual(FORBIDDEN_ROLE);
  });

  test('an administrator of no project has no role', async () => {
    const api = await startTestApi({ projects: 0 });
    expect(await api.call('GET', '/v1/api_key/')).toEqual(FORBIDDEN_ROLE);
  });
});

describe('keys as bearers', () => {
  test.each([
    ['view', { list: 200, get: 200 }],
    ['create', { create: 200 }],
    ['update', { update: 200 }],
    ['delete', { delete: 200 }],
  ])('api_keys.%s allows this and nothing else', async (verb, allowed) => {
    const api = await startTestApi();
    const permissions = [`api_keys.${verb}`, 'members.view', 'companies.update'];
    const { value } = await api.create({ name: 'Bearer', restricted: true, permissions });
    expect(await statuses(api, value)).toEqual({ ...NO_KEY_CALLS, ...allowed, projects: 403 });
  });

  test('an unrestricted key may do all key calls, and no role call', async () => {
    const api = await startTestApi();
    const { value } = await api.create({ name: 'Bearer', restricted: false });
    expect(await statuses(api, value)).toEqual({ ...ALL_KEY_CALLS, projects: 403 });
    expect(await api.call('GET', '/v1/project/', { token: value })).toEqual(FORBIDDEN_KEY);
    const me = '/v1/project/6a1f3c52-08d4-4e0b-8f57-000000000001/member/me';
    expect(await api.call('GET', me, { token: value })).toEqual(FORBIDDEN_KEY);
  });

  test.each([[[]], [undefined]])('a key restricted to %j may do nothing', async (permissions) => {
    const api = await startTestApi();
    const { value } = await api.create({ name: 'Bearer', restricted: true, permissions });
    expect(await statuses(api, value)).toEqual({ ...NO_KEY_CALLS, projects: 403 });
    expect(await api.call('GET', '/v1/api_key/', { token: value })).toEqual(FORBIDDEN_KEY);
  });

  test('a key made by a key counts as made by the maker of that key', async () => {
    const api = await startTestApi();
    const maker = await api.create({ name: 'Maker', restricted: true, permissions: ['api_keys.create'] });
    const made = await api.create({ name: 'Made', restricted: false }, maker.value);
    expect(made.creator_id).toBe(maker.creator_id);
  });

  test('a key may delete itself, and is refused from then on', async () => {
    const api = await startTestApi();
    const { id, value } = await api.create({ name: 'Bearer', restricted: false });
    expect(await api.call('DELETE', `/v1/api_key/${id}`, { token: value })).toMatchObject({ status: 200 });
    expect(await api.call('GET', '/v1/api_key/', { token: value })).toMatchObject({ status: 401 });
  });
});
