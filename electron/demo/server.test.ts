import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { startKeyApi } from './server.ts';
import { startTestApi } from './test-api.ts';

test('listens on the loopback address only', async () => {
  const { url } = await startTestApi();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
});

test('rejects where the port is taken', async () => {
  const { url } = await startTestApi();
  await expect(startKeyApi({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
});

test('closes although a request is still being sent', async () => {
  const { url, close } = await startKeyApi();
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  onTestFinished(() => {
    socket.destroy();
  });
  socket.write('GET /v1/project/ HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/api_key/ HTTP/1.1\r\n');
  await once(socket, 'data');
  const closed = once(socket, 'close');
  await close();
  await closed;
});

test('lets each call wait for the latency', async () => {
  const api = await startTestApi({ latency: 500, keys: 1 });
  const started = performance.now();
  await api.list();
  expect(performance.now() - started).toBeGreaterThanOrEqual(499);
});

test('starts with a state that no call could make', async () => {
  const name = 'x'.repeat(10_000);
  const api = await startTestApi({
    keys: 1,
    prepare: (state) => ({
      ...state,
      keys: state.keys.map((key) => ({ ...key, item: { ...key.item, name } })),
    }),
  });
  expect((await api.list()).data[0]?.name).toBe(name);
});
