import { spawn } from 'node:child_process';
import { ROOT } from './project.mjs';
import { say } from './say.mjs';

/** @import { ChildProcess, SpawnOptions } from 'node:child_process' */

/** @typedef {{ env?: NodeJS.ProcessEnv, stdio?: SpawnOptions['stdio'], shell?: boolean }} StartOptions */

const GRACE_MS = 3000;
const inGroups = process.platform !== 'win32';

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Starts a program in a process group of its own, so that everything it starts can be stopped with it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 */
export function start(command, args, { env = {}, stdio = ['ignore', 'inherit', 'inherit'], shell } = {}) {
  stopChildrenWithThisProcess();
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio,
    shell: shell ?? false,
    detached: inGroups,
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {StartOptions} [options]
 * @returns {Promise<number>} its exit code; 1 where a signal ended it or it could not be started
 */
export async function run(command, args, options) {
  const child = start(command, args, options);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      running.delete(child);
      say(`${command}: ${error.message}`);
      resolve(1);
    });
    child.once('close', (code) => resolve(code ?? 1));
  });
}

/**
 * @param {ChildProcess} child
 * @param {NodeJS.Signals} [signal]
 */
export function stop(child, signal = 'SIGTERM') {
  if (child.pid === undefined) return;
  try {
    if (inGroups) process.kill(-child.pid, signal);
    else child.kill(signal);
  } catch {
    // It has already ended.
  }
}

let isStopping = false;
let isListening = false;

function stopChildrenWithThisProcess() {
  if (isListening) return;
  isListening = true;
  process.on('exit', () => stopAll('SIGKILL'));
  for (const [signal, number] of /** @type {const} */ ([
    ['SIGHUP', 1],
    ['SIGINT', 2],
    ['SIGTERM', 15],
  ])) {
    process.on(signal, () => {
      const exit = () => process.exit(128 + number);
      if (isStopping) exit();
      isStopping = true;
      stopAll('SIGTERM');
      setTimeout(exit, GRACE_MS);
      setInterval(() => running.size === 0 && exit(), 50);
    });
  }
}

/** @param {NodeJS.Signals} signal */
function stopAll(signal) {
  for (const child of running) stop(child, signal);
}
