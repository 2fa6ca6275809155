import { access, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { NO_ACCESS } from '../shared/permissions.ts';
import { NO_POLICY, type Policy } from '../shared/policy.ts';
import { DEFAULT_SECURITY } from '../shared/security-state.ts';
import type { SystemClipboard } from './keys/clipboard-keeper.ts';
import { createProgram } from './program.ts';
import { createCipher } from './session/cipher.ts';
import { createConnectionStore } from './session/connection-store.ts';
import { createProxyLogins } from './session/proxy-logins.ts';
import type { Settings } from './session/settings-keeper.ts';
import type { LogEntry } from './shell/log.ts';

const PHRASE = 'correct horse battery staple';

const KEYRING = {
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from(`v11${text}`),
  decryptString: (ciphertext: Buffer) => ciphertext.toString().slice(3),
};

const CLIPBOARD: SystemClipboard = {
  writeText: async () => undefined,
  writeConcealed: async () => true,
  readText: async () => '',
  clear: async () => undefined,
};

/** The program on a profile of its own, without a system around it. */
async function start(profile: string, damage: Settings['damage'] = null, policy: Policy = NO_POLICY) {
  const events: string[] = [];
  const asked: string[] = [];
  const logged: LogEntry[] = [];
  const program = await createProgram({
    profile,
    policy,
    settings: {
      damage,
      windowPlaces: () => [],
      keepWindowPlace: () => undefined,
      security: () => DEFAULT_SECURITY,
      setSecurity: (settings) => settings,
      presets: () => [],
      setPresets: (presets) => presets,
      columns: () => [],
      setColumns: (columns) => columns,
    },
    network: {
      fetchRead: () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')),
      fetchMutation: () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')),
      closeMutationConnections: async () => undefined,
    },
    proxyLogins: createProxyLogins(),
    cipher: createCipher(KEYRING, 'linux'),
    clipboard: CLIPBOARD,
    touchId: { available: () => false, prompt: () => Promise.reject(new Error('none')) },
    send: (event) => {
      events.push(event);
      return true;
    },
    log: (entry) => logged.push(entry),
    versions: { keydesk: '0.1.0', electron: '45.4.1', chromium: '150', platform: 'linux', arch: 'x64' },
    askNatively: (action) => asked.push(action),
    onSecret: () => undefined,
    saveFile: async () => false,
    openFile: async () => null,
    closeWindow: () => undefined,
    quit: () => undefined,
  });
  return { program, events, asked, logged };
}

async function profileWithConnection(): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'keydesk-program-'));
  await createConnectionStore(join(profile, 'connections.json')).save({
    id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
    address: 'https://api.example.com',
    name: 'Project',
    projectId: null,
    token: Buffer.from('v11sealed').toString('base64'),
  });
  return profile;
}

const isThere = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  );

describe('createProgram', () => {
  it('starts locked where a pass phrase is set, and then tells the page of the lock alone', async () => {
    const profile = await profileWithConnection();
    const first = await start(profile);
    await first.program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    const { program, events } = await start(profile);
    await program.session.openDemo();
    expect(program.lock.isLocked()).toBe(true);
    expect(new Set(events)).toEqual(new Set(['lockChanged']));
  });

  it('locks by itself once more after an unlocking that no input to the window went with', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const { program } = await start(await profileWithConnection());
      await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
      for (let turn = 0; turn < 2; turn += 1) {
        vi.setSystemTime(Date.now() + 15 * 60_000);
        program.idle.look();
        expect(program.lock.isLocked()).toBe(true);
        await program.handlers.unlock({ passPhrase: PHRASE });
        program.idle.look();
        expect(program.lock.isLocked()).toBe(false);
      }
    } finally {
      vi.useRealTimers();
    }
  });

  it('brings no form back whose key was made while the page was away', async () => {
    const { program } = await start(await profileWithConnection());
    await program.session.openDemo();
    const form = {
      name: 'CRM',
      restricted: true,
      levels: NO_ACCESS,
      carried: [],
      expiresAt: null,
      replaces: null,
    };
    const sort = { column: 'name', direction: 'ascending' } as const;
    await program.handlers.keepPlace({ view: 'keys', query: 'crm', sort, open: { kind: 'create', form } });
    await program.handlers.createKey({ name: 'CRM', access: { kind: 'restricted', permissions: [] } });
    expect(await program.handlers.getPlace(undefined)).toEqual({
      view: 'keys',
      query: 'crm',
      sort,
      open: { kind: 'nothing' },
    });
  });

  it('leaves a saved connection and its pass phrase alone when somebody leaves the demo', async () => {
    const profile = await profileWithConnection();
    const { program } = await start(profile);
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    await program.session.openDemo();
    await program.handlers.signOut(undefined);
    expect(await isThere(join(profile, 'connections.json'))).toBe(true);
    expect(await isThere(join(profile, 'pass-phrase.json'))).toBe(true);
  });

  it('clears everything at a sign-out from the locked window, also when that shows the demo', async () => {
    const profile = await profileWithConnection();
    const { program } = await start(profile);
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    await program.session.openDemo();
    program.lock.lock();
    await program.handlers.signOut(undefined);
    expect(program.lock.isLocked()).toBe(false);
    expect(await isThere(join(profile, 'connections.json'))).toBe(false);
    expect(await isThere(join(profile, 'pass-phrase.json'))).toBe(false);
  });

  it('asks in the page before a key is lost, and in a box of the system where the page is locked', async () => {
    const { program, events, asked } = await start(await profileWithConnection());
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    await program.session.openDemo();
    const created = await program.handlers.createKey({ name: 'CRM_Query', access: { kind: 'unrestricted' } });
    expect(created.ok).toBe(true);
    expect(program.leaveGuard.mayClose()).toBe(false);
    expect(events).toContain('leaveRequested');
    program.lock.lock();
    program.leaveGuard.quitting();
    expect(program.leaveGuard.mayClose()).toBe(false);
    expect(asked).toEqual(['quit']);
    program.leaveGuard.leaveAnyway();
    expect(program.leaveGuard.mayClose()).toBe(true);
  });

  it('tells of damaged settings, and hears when the person has read it', async () => {
    const { program, events } = await start(await profileWithConnection(), { restored: true });
    expect(program.handlers.getNotices()).toEqual([{ kind: 'settings-damaged', restored: true }]);
    program.handlers.dismissNotice({ kind: 'settings-damaged' });
    expect(program.handlers.getNotices()).toEqual([]);
    expect(events.filter((event) => event === 'noticesChanged')).toHaveLength(2);
  });

  it('tells no notice to a locked page', async () => {
    const { program, events } = await start(await profileWithConnection());
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    program.lock.lock();
    program.notices.raise({ kind: 'copy-not-saved' });
    expect(events).not.toContain('noticesChanged');
    expect(program.notices.list()).toEqual([{ kind: 'copy-not-saved' }]);
  });

  it('logs the session, the lock and every request by their kinds', async () => {
    const { program, logged } = await start(await profileWithConnection());
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    await program.session.openDemo();
    program.lock.lock();
    await program.handlers.loadKeys({ loadId: 1, wantsCopy: false });
    const told = logged.map((entry) => {
      if (entry.event === 'request') return `${entry.request.method} ${entry.request.route}`;
      return entry.event === 'session' || entry.event === 'lock' ? entry.state : entry.event;
    });
    expect(told).toEqual([
      'unlocked',
      'GET /v1/project/',
      'GET /v1/project/{id}/member/me',
      'signed-in',
      'locked',
      'GET /v1/api_key/',
    ]);
  });
});
