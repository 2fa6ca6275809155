import { parseArgs } from 'node:util';
import { startKeyApi } from './server.ts';

const USAGE = 'Usage: key-api [--port N] [--keys N] [--projects N] [--latency MS]';

const LIMITS = {
  port: { usual: '0', max: 65_535 },
  keys: { usual: '24', max: 1_000_000 },
  projects: { usual: '1', max: 1000 },
  latency: { usual: '0', max: 600_000 },
} as const;

type Option = keyof typeof LIMITS;

function readOptions(args: readonly string[]): Record<Option, number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string' },
      keys: { type: 'string' },
      projects: { type: 'string' },
      latency: { type: 'string' },
    },
  });
  const read = (option: Option): number => {
    const { usual, max } = LIMITS[option];
    const text = values[option] ?? usual;
    const number = Number(text);
    if (!/^\d+$/.test(text) || number > max) {
      throw new RangeError(`--${option} takes a whole number from 0 to ${max}.`);
    }
    return number;
  };
  return { port: read('port'), keys: read('keys'), projects: read('projects'), latency: read('latency') };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function exitWith(code: number, message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(code);
}

function optionsOrExit(): Record<Option, number> {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return exitWith(2, `${messageOf(error)}\n${USAGE}`);
  }
}

const options = optionsOrExit();
const { url, tokens, close } = await startKeyApi(options).catch((error: unknown) =>
  exitWith(1, `The key API could not be started: ${messageOf(error)}`),
);

// The process ends by itself once nothing is open any more.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void close());

// One line: whoever starts the program reads it to the line break and knows that the API listens.
process.stdout.write(`${JSON.stringify({ url, tokens })}\n`);
