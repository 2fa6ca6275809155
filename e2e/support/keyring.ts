import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
} from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

export type Keyring = {
  /** What a program needs to find it. */
  readonly env: Readonly<Record<string, string>>;
  /** Locks it: from then on it asks for its password in a box that nobody answers. */
  readonly lock: () => Promise<void>;
  /** Whether that box is there. */
  readonly isAsking: () => Promise<boolean>;
  readonly stop: () => Promise<void>;
};

const NEEDED = ['dbus-daemon', 'dbus-send', 'gnome-keyring-daemon'] as const;

/** What is not installed, of what a keyring needs; empty where it can be started. */
export function keyringLacks(): readonly string[] {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  const isThere = (name: string): boolean =>
    folders.some((folder) => {
      try {
        accessSync(path.join(folder, name), constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
  return NEEDED.filter((name) => !isThere(name));
}

/** A module for main that turns the system's keyring on again: Playwright turns it off. */
export async function keyringModule(folder: string): Promise<string> {
  const module = path.join(folder, 'use-the-keyring.cjs');
  const text = `require('electron').app.commandLine.appendSwitch('password-store', 'gnome-libsecret');`;
  await writeFile(module, text);
  return module;
}

type KeyringOptions = {
  /** Whose it is; else it is that of whoever runs the tests. */
  readonly user?: number | undefined;
  /** Whether its box for the password finds a display; else it is refused at once. */
  readonly asks?: boolean;
};

/** What a program of that user needs to open a window. */
export function displayFor(home: string, user: number | undefined): Record<string, string> {
  const { DISPLAY = '', XAUTHORITY = '' } = process.env;
  if (!existsSync(XAUTHORITY)) return { DISPLAY };
  const authority = path.join(home, '.Xauthority');
  copyFileSync(XAUTHORITY, authority);
  if (user !== undefined) chownSync(authority, user, user);
  return { DISPLAY, XAUTHORITY: authority };
}

/** A keyring of its own, empty and unlocked, on a message bus of its own. */
export async function startKeyring({ user, asks = false }: KeyringOptions = {}): Promise<Keyring> {
  const home = mkdtempSync(path.join(tmpdir(), 'keydesk-keyring-'));
  const folders = { runtime: path.join(home, 'runtime'), data: path.join(home, 'data') };
  for (const folder of [home, ...Object.values(folders)]) {
    mkdirSync(folder, { recursive: true });
    chmodSync(folder, 0o700);
    if (user !== undefined) chownSync(folder, user, user);
  }
  const asUser = user === undefined ? {} : { uid: user, gid: user };
  const base = {
    HOME: home,
    PATH: process.env['PATH'] ?? '',
    ...(asks ? displayFor(home, user) : {}),
    XDG_RUNTIME_DIR: folders.runtime,
    XDG_DATA_HOME: folders.data,
  };

  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=1'], {
    env: base,
    stdio: ['ignore', 'pipe', 'ignore'],
    ...asUser,
  });
  const [address] = (await once(bus.stdout, 'data')) as [Buffer];
  const env = { ...base, DBUS_SESSION_BUS_ADDRESS: address.toString().trim() };
  const daemon = spawn('gnome-keyring-daemon', ['--foreground', '--unlock', '--components=secrets'], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
    ...asUser,
  });
  daemon.stdin.end('a password of nobody');

  const call = (destination: string, object: string, ...message: readonly string[]) =>
    run('dbus-send', ['--session', '--print-reply', `--dest=${destination}`, object, ...message], {
      env,
      ...asUser,
    });
  /** Asked of the bus itself: a call of a name that nobody has yet would start somebody. */
  async function isThere(name: string): Promise<boolean> {
    const bus = [
      'org.freedesktop.DBus',
      '/org/freedesktop/DBus',
      'org.freedesktop.DBus.NameHasOwner',
    ] as const;
    return (await call(...bus, `string:${name}`)).stdout.includes('true');
  }
  while (!(await isThere('org.freedesktop.secrets'))) {
    if (daemon.exitCode !== null) throw new Error('gnome-keyring-daemon could not be started');
  }
  return {
    env,
    async lock() {
      await call(
        'org.freedesktop.secrets',
        '/org/freedesktop/secrets',
        'org.freedesktop.Secret.Service.Lock',
        'array:objpath:/org/freedesktop/secrets/collection/login',
      );
    },
    isAsking: () => isThere('org.gnome.keyring.SystemPrompter'),
    async stop() {
      for (const each of [daemon, bus]) {
        if (each.exitCode !== null || each.signalCode !== null) continue;
        each.kill('SIGKILL');
        await once(each, 'exit');
      }
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}
