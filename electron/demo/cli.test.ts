import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type KeyApiServer, startKeyApi } from './server.ts';

// Each test starts a program, which takes its time on a busy computer.
vi.setConfig({ testTimeout: 30_000 });

type KeyApiLine = Pick<KeyApiServer, 'url' | 'tokens'>;

const CLI = fileURLToPath(new URL('./cli.ts', import.meta.url));

function start(...args: string[]) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  const exit = once(child, 'exit');
  return { child, exit, lines: createInterface({ input: child.stdout }) };
}

async function textOf(stream: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test.each(['SIGINT', 'SIGTERM'] as const)('tells one line, serves, and stops at %s', async (signal) => {
  const { child, exit, lines } = start('--port', '0', '--keys', '30', '--projects', '2', '--latency', '1');
  const [line] = (await once(lines, 'line')) as [string];
  const { url, tokens, ...rest } = JSON.parse(line) as KeyApiLine;
  expect(rest).toEqual({});
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(Object.keys(tokens)).toEqual(['admin', 'member', 'reader']);
  const read = async (path: string): Promise<unknown[]> => {
    const response = await fetch(url + path, { headers: { authorization: `Bearer ${tokens.admin}` } });
    return ((await response.json()) as { data: unknown[] }).data;
  };
  expect(await read('/v1/api_key/')).toHaveLength(30);
  expect(await read('/v1/project/')).toHaveLength(2);
  child.kill(signal);
  expect(await exit).toEqual([0, null]);
});

test.each([
  [['--keys', 'many'], /^--keys takes a whole number from 0 to 1000000\./],
  [['--keys', '-1'], /--keys/],
  [['--port', '65536'], /^--port takes a whole number from 0 to 65535\./],
  [['--latency', ''], /^--latency/],
  [['--nonsense'], /--nonsense/],
  [['rest'], /rest/],
])('%j: a plain message, exit 2', async (args, message) => {
  const { child, exit } = start(...args);
  const [out, error] = await Promise.all([textOf(child.stdout), textOf(child.stderr)]);
  expect(out).toBe('');
  expect(error).toMatch(message);
  expect(error).toContain('Usage: key-api');
  expect(error).not.toMatch(/^ +at /m);
  expect(await exit).toEqual([2, null]);
});

test('a taken port: a plain message, exit 1', async () => {
  const server = await startKeyApi();
  onTestFinished(() => server.close());
  const { child, exit } = start('--port', new URL(server.url).port);
  expect(await textOf(child.stderr)).toMatch(/^The key API could not be started: .*EADDRINUSE/);
  expect(await exit).toEqual([1, null]);
});
