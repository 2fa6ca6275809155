import { access, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { USUAL_SETTINGS } from '../shared/connections.ts';
import { NO_ACCESS } from '../shared/permissions.ts';
import { NO_POLICY, type Policy } from '../shared/policy.ts';
import { openDemo } from './demo/demo.ts';
import type { SystemClipboard } from './keys/clipboard-keeper.ts';
import { createProgram } from './program.ts';
import { createCipher } from './session/cipher.ts';
import { createConnectionStore } from './session/connection-store.ts';
import { createProxyLogins } from './session/proxy-logins.ts';
import { fakeSettings } from './settings/fake-settings.ts';
import type { Settings } from './settings/settings-keeper.ts';
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
async function start(
  profile: string,
  damage: Settings['damage'] = null,
  policy: Policy = NO_POLICY,
  api: (request: Request) => Promise<Response> = () =>
    Promise.reject(new Error('net::ERR_CONNECTION_REFUSED')),
) {
  const sent: string[] = [];
  const fetch = (request: Request) => {
    sent.push(new URL(request.url).host);
    return api(request);
  };
  const events: string[] = [];
  const asked: string[] = [];
  const menus: (readonly string[])[] = [];
  const logged: LogEntry[] = [];
  const program = await createProgram({
    profile,
    policy,
    settings: fakeSettings({}, damage),
    hasUpdates: () => false,
    onSettings: () => undefined,
    onErased: () => undefined,
    network: {
      fetchRead: fetch,
      fetchMutation: fetch,
      closeMutationConnections: async () => undefined,
      forgetLogins: async () => undefined,
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
    mayReachServer: async (host) => {
      asked.push(host);
      return false;
    },
    onConnections: (list) => menus.push(list.map(({ name }) => name)),
    onSecret: () => undefined,
    saveFile: async () => false,
    openFile: async () => null,
    isAway: () => false,
    notify: () => undefined,
    closeWindow: () => undefined,
    quit: () => undefined,
  });
  return { program, events, asked, logged, menus, sent };
}

const ID = '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11';

/** As the keyring of these tests encrypts it. */
const sealed = (content: unknown): string => Buffer.from(`v11${JSON.stringify(content)}`).toString('base64');

async function profileWithConnection(token = 'token-of-the-file'): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), 'keydesk-program-'));
  await createConnectionStore(join(profile, 'connections.json')).write({
    lastUsed: ID,
    connections: [
      {
        id: ID,
        address: 'https://api.example.com',
        name: 'Project',
        projectId: null,
        settings: USUAL_SETTINGS,
        token: sealed({ address: 'https://api.example.com', token }),
        seal: null,
      },
    ],
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
    const left = JSON.parse(await readFile(join(profile, 'connections.json'), 'utf8'));
    expect(left).toMatchObject({ connections: [{ id: ID, token: null }] });
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

  it('names no connection in the menu while the window is locked', async () => {
    const { program, menus } = await start(await profileWithConnection());
    await program.openLast();
    expect(menus.at(-1)).toEqual(['Project']);
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    program.lock.lock();
    expect(menus.at(-1)).toEqual([]);
    await program.handlers.unlock({ passPhrase: PHRASE });
    expect(menus.at(-1)).toEqual(['Project']);
  });

  it('hands a shown key to no other server, however the page goes about it', async () => {
    const api = await openDemo({ folder: await mkdtemp(join(tmpdir(), 'keydesk-api-')), now: Date.now });
    const { program, asked, sent } = await start(
      await profileWithConnection(api.adminToken),
      null,
      NO_POLICY,
      api.fetch,
    );
    await program.openLast();
    expect(program.session.state()).toMatchObject({ kind: 'signed-in', connection: { kind: 'api' } });
    const created = await program.handlers.createKey({ name: 'CRM', access: { kind: 'unrestricted' } });
    expect(created.ok).toBe(true);
    const shown = await program.handlers.revealSecret(undefined);
    const secret = shown.ok ? shown.value : '';
    const evil = { address: 'https://evil.example.com', token: secret };
    // While it is shown, nothing else is opened at all; after a sign-out, its person is asked past the page.
    expect(await program.handlers.connect(evil)).toEqual({ ok: false, error: { kind: 'secret-pending' } });
    await program.handlers.signOut(undefined);
    expect(await program.handlers.connect(evil)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    await program.handlers.removeConnection({ connectionId: ID });
    await program.handlers.openDemo(undefined);
    expect(await program.handlers.connect(evil)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(asked).toEqual(['evil.example.com', 'evil.example.com']);
    expect(new Set(sent)).toEqual(new Set(['api.example.com']));
  });

  it('knows no server any more once all is erased, and asks again before a token goes to one', async () => {
    const api = await openDemo({ folder: await mkdtemp(join(tmpdir(), 'keydesk-api-')), now: Date.now });
    const profile = await profileWithConnection(api.adminToken);
    const { program, asked } = await start(profile, null, NO_POLICY, api.fetch);
    await program.openLast();
    expect(await program.handlers.eraseAll(undefined)).toEqual({ ok: true, value: undefined });
    const again = { address: 'https://api.example.com', token: api.adminToken };
    expect(await program.handlers.connect(again)).toEqual({ ok: false, error: { kind: 'cancelled' } });
    expect(asked).toEqual(['api.example.com']);
  });

  it('deletes copies of connections that a damaged list does not know any more', async () => {
    const profile = await profileWithConnection();
    await mkdir(join(profile, 'offline'));
    await writeFile(join(profile, 'offline', `${ID}.keys`), 'a copy');
    await writeFile(join(profile, 'connections.json'), '{ damaged');
    const { program } = await start(profile);
    await program.openLast();
    await expect.poll(() => isThere(join(profile, 'offline', `${ID}.keys`))).toBe(false);
    expect(await isThere(join(profile, 'connections.json.bad'))).toBe(true);
  });

  it('removes what a kill has left of any record before it opens one', async () => {
    const profile = await profileWithConnection();
    const folders = ['offline', 'facts', 'history', 'activity'];
    const left = folders.map((folder) => join(profile, folder, 'one.sealed.0123456789ab.tmp'));
    for (const file of left) {
      await mkdir(dirname(file));
      await writeFile(file, 'half');
    }
    const { program } = await start(profile);
    await program.openLast();
    expect(await Promise.all(left.map(isThere))).toEqual(folders.map(() => false));
  });

  it('leaves copies alone where a newer version knows of more connections', async () => {
    const profile = await profileWithConnection();
    await mkdir(join(profile, 'offline'));
    await writeFile(join(profile, 'offline', `${ID}.keys`), 'a copy');
    await writeFile(join(profile, 'connections.json'), JSON.stringify({ version: 3 }));
    const { program } = await start(profile);
    await program.openLast();
    await program.list.settled();
    expect(await isThere(join(profile, 'offline', `${ID}.keys`))).toBe(true);
  });

  it('tells of damaged settings, and hears when the person has read it', async () => {
    const { program, events } = await start(await profileWithConnection(), { restored: true });
    expect(program.handlers.getNotices()).toEqual([{ kind: 'settings-damaged', restored: true }]);
    program.handlers.dismissNotice({ kind: 'settings-damaged' });
    expect(program.handlers.getNotices()).toEqual([]);
    expect(events.filter((event) => event === 'noticesChanged')).toHaveLength(2);
  });

  it('reads no project any more once the window is locked', async () => {
    let begun = (): void => undefined;
    const isAsked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const given: AbortSignal[] = [];
    const { program, sent, events } = await start(
      await profileWithConnection(),
      null,
      NO_POLICY,
      ({ signal }) =>
        new Promise((_, reject) => {
          given.push(signal);
          signal.addEventListener('abort', () => reject(signal.reason));
          begun();
        }),
    );
    await program.handlers.setPassPhrase({ current: null, passPhrase: PHRASE });
    const reading = program.handlers.loadProjects({ loadId: 1 });
    await isAsked;
    program.lock.lock();
    const before = events.length;
    await reading;
    expect(given.map(({ aborted }) => aborted)).toEqual([true]);
    expect(sent).toHaveLength(1);
    expect(events).toHaveLength(before);
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

  it('is busy from the first of several keys to the last, also between two requests', async () => {
    const { program } = await start(await profileWithConnection());
    await program.session.openDemo();
    expect(program.isBusy()).toBe(false);
    await program.handlers.deleteKeys({ ids: [ID], count: 1 });
    expect(program.isBusy()).toBe(true);
    await expect.poll(program.isBusy).toBe(false);
  });
});
