import { once } from 'node:events';
import { install, KEYRING, missing, SCREEN, tellToInstall, WINDOW } from './debian.mjs';
import { start, stop } from './processes.mjs';

/** @import { Readable } from 'node:stream' */

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/**
 * Somewhere to open a window. Where there is no screen, a virtual one is started, and what it needs is
 * installed; a machine with a screen is somebody's own, and is only told what it lacks.
 * @param {{ keyring?: boolean, screens?: number }} [options] whether a keyring is needed as well; and how many
 * virtual screens, for programs that must not see each other's clipboard
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>}
 */
export async function ensureDisplay({ keyring = false, screens = 1 } = {}) {
  if (process.platform !== 'linux') return { env: {}, stop: () => {} };
  if (hasDisplay()) {
    const lacking = await missing(WINDOW);
    if (lacking.length > 0) tellToInstall(lacking);
    return { env: {}, stop: () => {} };
  }
  const lacking = await missing([...SCREEN, ...WINDOW, ...(keyring ? KEYRING : [])]);
  if (lacking.length > 0) await install(lacking);
  /** @type {Awaited<ReturnType<typeof startVirtualDisplay>>[]} */
  const displays = [];
  while (displays.length < screens) displays.push(await startVirtualDisplay());
  const names = displays.map(({ name }) => name);
  // Without a session bus of its own, libdbus would start one for the display and leave it running.
  const bus = process.env['DBUS_SESSION_BUS_ADDRESS'] ?? 'disabled:';
  return {
    env: { DISPLAY: names[0], KEYDESK_DISPLAYS: names.join(' '), DBUS_SESSION_BUS_ADDRESS: bus },
    stop: () => {
      for (const display of displays) display.stop();
    },
  };
}

async function startVirtualDisplay() {
  const args = ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', '-noreset'];
  const server = start('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const numbers = /** @type {Readable} */ (server.stdio[3]);
  const ended = once(server, 'close').then(() => {
    throw new Error('Xvfb could not be started');
  });
  const [number] = await Promise.race([once(numbers, 'data'), ended]);
  ended.catch(() => {});
  return { name: `:${String(number).trim()}`, stop: () => stop(server) };
}
