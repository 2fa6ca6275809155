import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { USUAL_SETTINGS } from '../shared/connections.ts';
import type { Channel, Input } from '../shared/contract.ts';
import { NO_NOTES } from '../shared/local-facts.ts';
import { NO_ACCESS } from '../shared/permissions.ts';
import { signIn, test } from './support/app.ts';
import { type Sink, startSink } from './support/sink.ts';

/*
 * What a script that got into the page could try. Each attempt is also made from a page of another server, in a
 * session of its own: there it succeeds, so that an attempt that fails here was stopped by the program.
 */

type Attempt = (url: string) => unknown;

/** Ways to reach a server. */
const NETWORK: Readonly<Record<string, Attempt>> = {
  fetch: (url) => fetch(url, { mode: 'no-cors' }),
  'fetch-post-keepalive': (url) =>
    fetch(url, { method: 'POST', mode: 'no-cors', keepalive: true, body: 'x' }),
  xhr: (url) => {
    const request = new XMLHttpRequest();
    request.open('POST', url);
    request.send('x');
  },
  websocket: (url) => new WebSocket(url.replace('http', 'ws')),
  eventsource: (url) => new EventSource(url),
  beacon: (url) => navigator.sendBeacon(url, 'x'),
  import: (url) => import(url),
  script: (url) => document.head.append(Object.assign(document.createElement('script'), { src: url })),
  image: (url) => Object.assign(new Image(), { src: url }),
  'css-background': (url) => document.body.style.setProperty('background-image', `url(${url})`),
  'css-link': (url) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url })),
  prefetch: (url) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: url })),
  preload: (url) =>
    document.head.append(
      Object.assign(document.createElement('link'), { rel: 'preload', as: 'script', href: url }),
    ),
  font: (url) => new FontFace('x', `url(${url})`).load(),
  audio: (url) => new Audio(url).load(),
  frame: (url) => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
  object: (url) => document.body.append(Object.assign(document.createElement('object'), { data: url })),
  embed: (url) => document.body.append(Object.assign(document.createElement('embed'), { src: url })),
  form: (url) => {
    const form = Object.assign(document.createElement('form'), { action: url, method: 'POST' });
    document.body.append(form);
    form.submit();
  },
  location: (url) => location.assign(url),
  link: (url) => {
    const link = Object.assign(document.createElement('a'), { href: url });
    document.body.append(link);
    link.click();
  },
  refresh: (url) =>
    document.head.append(
      Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${url}` }),
    ),
};

/** Ways that no other page of this program has either, or whose traces look different. */
const MORE_NETWORK: Readonly<Record<string, Attempt>> = {
  open: (url) => window.open(url),
  'link-blank': (url) => {
    const link = Object.assign(document.createElement('a'), { href: url, target: '_blank', ping: url });
    document.body.append(link);
    link.click();
  },
  download: (url) => {
    const link = Object.assign(document.createElement('a'), { href: url, download: 'x' });
    document.body.append(link);
    link.click();
  },
  preconnect: (url) =>
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preconnect', href: url })),
  worker: (url) => new Worker(url),
  'shared-worker': (url) => new SharedWorker(url),
  'service-worker': (url) => navigator.serviceWorker.register(url),
  webview: (url) => {
    const view = document.createElement('webview');
    view.setAttribute('src', url);
    document.body.append(view);
  },
  history: (url) => history.pushState({}, '', url),
  base: (url) => document.head.append(Object.assign(document.createElement('base'), { href: url })),
};

/** Runs an attempt as a script of the page does, from a timer: what a debugger runs may do more. */
function asScript(attempt: Attempt, url: string): string {
  return `void setTimeout(() => { try { Promise.resolve((${attempt})(${JSON.stringify(url)})).catch(() => {}); } catch {} });`;
}

/** Opens a page of another server in a session of its own and runs a script there. */
function elsewhere(app: ElectronApplication, url: string, script: string): Promise<void> {
  return app.evaluate(
    async ({ BrowserWindow }, input) => {
      const partition = `elsewhere-${Math.random()}`;
      const window = new BrowserWindow({ show: false, webPreferences: { partition } });
      await window.loadURL(input.url);
      await window.webContents.executeJavaScript(input.script, true);
    },
    { url, script },
  );
}

/** Main still answers the page, which is where it was, alone. */
async function expectUnharmed(page: Page): Promise<void> {
  expect(page.url()).toBe('app://keydesk/index.html');
  expect(await page.evaluate(() => window.keydesk.getSession())).toHaveProperty('kind');
}

let sink: Sink;
test.beforeEach(async () => {
  sink = await startSink();
});
test.afterEach(() => sink.close());

test.describe('the page has no network', () => {
  test('no request of any kind reaches a server', async ({ keydesk: { page, app } }) => {
    for (const [name, attempt] of Object.entries({ ...NETWORK, ...MORE_NETWORK })) {
      await page.evaluate(asScript(attempt, `${sink.url}/own/${name}`));
    }
    await expectUnharmed(page);
    for (const [name, attempt] of Object.entries(NETWORK)) {
      await elsewhere(app, `${sink.url}/`, asScript(attempt, `${sink.url}/elsewhere/${name}`));
      await expect.poll(sink.paths, { message: name }).toContain(`/elsewhere/${name}`);
    }
    expect(sink.paths().filter((asked) => asked.startsWith('/own/'))).toEqual([]);
    await expectUnharmed(page);
  });

  test('no byte leaves over WebRTC', async ({ keydesk: { page, app } }) => {
    const gather = (servers: string): Promise<string> => {
      const iceServers = servers.split(' ').map((urls) => ({ urls, username: 'a', credential: 'b' }));
      const peer = new RTCPeerConnection({ iceServers });
      peer.createDataChannel('out');
      return new Promise((resolve) => {
        // Where nothing can be gathered there is an end to it; elsewhere the server does not answer.
        const look = () => peer.iceGatheringState === 'complete' && resolve(peer.localDescription?.sdp ?? '');
        peer.addEventListener('icegatheringstatechange', look);
        void peer.createOffer().then((offer) => peer.setLocalDescription(offer));
      });
    };
    const servers = `stun:127.0.0.1:${sink.udpPort} turn:127.0.0.1:${sink.port}?transport=tcp`;
    const offer = await page.evaluate(gather, servers);
    expect(offer).not.toContain('a=candidate');
    expect([sink.datagrams(), sink.connections()]).toEqual([0, 0]);

    await elsewhere(app, `${sink.url}/`, `void (${gather})(${JSON.stringify(servers)})`);
    await expect.poll(sink.datagrams).toBeGreaterThan(0);
    await expectUnharmed(page);
  });

  test('no name that the page chooses goes to the resolver', async ({ keydesk: { page, app }, profile }) => {
    const file = path.join(profile, 'network.json');
    await app.evaluate(({ netLog }, log) => netLog.startLogging(log, { captureMode: 'everything' }), file);
    const hint: Attempt = (url) => {
      for (const rel of [
        'dns-prefetch',
        'preconnect',
        'prefetch',
        'preload',
        'icon',
        'manifest',
        'stylesheet',
      ]) {
        const href = url.replace('NAME', rel);
        document.head.append(Object.assign(document.createElement('link'), { rel, href, as: 'script' }));
      }
    };
    await page.evaluate(asScript(hint, `http://NAME.own.localhost:${sink.port}/`));
    await elsewhere(
      app,
      `${sink.url}/`,
      asScript(hint, `http://NAME.elsewhere.localhost:${sink.port}/prefetched`),
    );
    await expect.poll(sink.paths).toContain('/prefetched');
    await app.evaluate(({ netLog }) => netLog.stopLogging());
    const log = await readFile(file, 'utf8');
    expect(log).toContain('prefetch.elsewhere.localhost');
    expect(log).not.toContain('own.localhost');
  });

  test('a page whose policy is gone reaches nothing either', async ({ keydesk: { app } }) => {
    const outcome = await app.evaluate(async ({ BrowserWindow }, url) => {
      const window = new BrowserWindow({ show: false });
      return window.loadURL(url).then(
        () => 'loaded',
        (error: Error) => error.message,
      );
    }, sink.url);
    expect(outcome).toContain('ERR_PROXY_CONNECTION_FAILED');
    expect(sink.connections()).toBe(0);
  });

  test('no session fetches a dictionary', async ({ keydesk: { page, app }, api }) => {
    await signIn(page, api.url, api.tokens.admin);
    const spelling = await app.evaluate(({ session }) =>
      [
        session.defaultSession,
        session.fromPartition('key-api-reads', { cache: false }),
        session.fromPartition('key-api-mutations', { cache: false }),
      ].map((each) => each.isSpellCheckerEnabled()),
    );
    expect(spelling).toEqual([false, false, false]);
  });
});

/** Ways to run a text as code. It calls `hit` in the page, where it runs. */
const CODE: Readonly<Record<string, Attempt>> = {
  // biome-ignore lint/security/noGlobalEval: what is tried here.
  eval: (code) => eval(code),
  // biome-ignore lint/complexity/noCommaOperator: an indirect call.
  // biome-ignore lint/security/noGlobalEval: what is tried here.
  'indirect-eval': (code) => (0, eval)(code),
  function: (code) => new Function(code)(),
  'async-function': (code) => (async () => undefined).constructor(code)(),
  'string-timeout': (code) => setTimeout(code as unknown as () => void),
  'string-interval': (code) => {
    const timer = setInterval(code as unknown as () => void, 1);
    setTimeout(() => clearInterval(timer), 50);
  },
  'import-data': (code) => import(`data:text/javascript,${encodeURIComponent(code)}`),
  'import-blob': (code) => import(URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))),
  'script-text': (code) =>
    document.head.append(Object.assign(document.createElement('script'), { text: code })),
  'script-data': (code) =>
    document.head.append(
      Object.assign(document.createElement('script'), {
        src: `data:text/javascript,${encodeURIComponent(code)}`,
      }),
    ),
  'script-child': (code) => {
    const script = document.createElement('script');
    script.append(code);
    document.head.append(script);
  },
  'handler-attribute': (code) => {
    const button = document.createElement('button');
    button.setAttribute('onclick', code);
    document.body.append(button);
    button.click();
  },
  'inner-html': (code) => {
    const holder = document.createElement('div');
    document.body.append(holder);
    holder.innerHTML = `<img src="x:" onerror='${code}'>`;
  },
  'adjacent-html': (code) =>
    document.body.insertAdjacentHTML('beforeend', `<img src="x:" onerror='${code}'>`),
  fragment: (code) =>
    document.body.append(document.createRange().createContextualFragment(`<script>${code}</script>`)),
  parser: (code) => {
    const parsed = new DOMParser().parseFromString(`<img src="x:" onerror='${code}'>`, 'text/html');
    document.body.append(document.adoptNode(parsed.body.children[0] ?? parsed.body));
  },
  'javascript-link': (code) => {
    const link = Object.assign(document.createElement('a'), { href: `javascript:${code}` });
    document.body.append(link);
    link.click();
  },
  'javascript-location': (code) => location.assign(`javascript:${code}`),
  'javascript-frame': (code) =>
    document.body.append(
      Object.assign(document.createElement('iframe'), { src: `javascript:parent.${code.trim()}` }),
    ),
  srcdoc: (code) =>
    document.body.append(
      Object.assign(document.createElement('iframe'), { srcdoc: `<script>parent.${code.trim()}</script>` }),
    ),
  worker: (code) => {
    const text = `postMessage(${JSON.stringify(code)})`;
    const worker = new Worker(URL.createObjectURL(new Blob([text], { type: 'text/javascript' })));
    worker.addEventListener('message', ({ data }) => {
      const [, name = ''] = /"(.*)"/.exec(String(data)) ?? [];
      (window as unknown as { hit: (name: string) => void }).hit(name);
    });
  },
};

test('no text becomes code', async ({ keydesk: { page, app } }) => {
  const collect = 'window.hits = []; window.hit = (name) => void window.hits.push(name); void 0;';
  await page.evaluate(collect);
  const attempts = Object.entries(CODE).map(([name, attempt]) => asScript(attempt, `hit("${name}")`));
  for (const script of attempts) await page.evaluate(script);

  const control = app.evaluate(
    async ({ BrowserWindow }, { url, scripts, count }) => {
      const window = new BrowserWindow({ show: false, webPreferences: { partition: 'elsewhere' } });
      await window.loadURL(url);
      for (const script of scripts) await window.webContents.executeJavaScript(script, true);
      const hits = `new Promise((resolve) => { const look = () => new Set(window.hits).size >= ${count} ? resolve([...new Set(window.hits)]) : setTimeout(look, 20); look(); setTimeout(() => resolve([...new Set(window.hits)]), 5000); })`;
      return (await window.webContents.executeJavaScript(hits)) as string[];
    },
    { url: sink.url, scripts: [collect, ...attempts], count: attempts.length },
  );
  expect((await control).sort()).toEqual(Object.keys(CODE).sort());
  expect(await page.evaluate('window.hits')).toEqual([]);
  await expectUnharmed(page);
});

test('no style of somebody else', async ({ keydesk: { page } }) => {
  const coloured = await page.evaluate(() => {
    document.head.append(
      Object.assign(document.createElement('style'), { textContent: 'body { color: #010203 }' }),
    );
    return getComputedStyle(document.body).color;
  });
  expect(coloured).not.toBe('rgb(1, 2, 3)');
});

test.describe('the page gets nothing of the computer', () => {
  test('no permission and no device', async ({ keydesk: { page } }) => {
    const outcomes = await page.evaluate(async () => {
      const tried = async (attempt: () => unknown): Promise<string> => {
        try {
          const silence = new Promise((resolve) => setTimeout(resolve, 3000, 'no answer'));
          const answer = await Promise.race([silence, attempt()]);
          return `given: ${JSON.stringify(answer) ?? String(answer)}`;
        } catch (error) {
          return `refused: ${(error as Error).name}`;
        }
      };
      // Each has a place in some browser; where it is not there at all, calling it throws a TypeError.
      const { navigator: any } = window as unknown as {
        navigator: Record<string, Record<string, (...input: unknown[]) => unknown>>;
      };
      const call = (object: string, method: string, ...input: unknown[]) =>
        tried(() => any[object]?.[method]?.(...input) ?? Promise.reject(new TypeError()));
      return {
        notifications: await tried(async () =>
          (await Notification.requestPermission()) === 'granted' ? 1 : Promise.reject(new TypeError()),
        ),
        geolocation: await tried(
          () =>
            new Promise((resolve, reject) =>
              navigator.geolocation.getCurrentPosition(resolve, () => reject(new TypeError())),
            ),
        ),
        'clipboard read': await call('clipboard', 'readText'),
        'clipboard items': await call('clipboard', 'read'),
        camera: await call('mediaDevices', 'getUserMedia', { video: true }),
        microphone: await call('mediaDevices', 'getUserMedia', { audio: true }),
        screen: await call('mediaDevices', 'getDisplayMedia', { video: true }),
        midi: await tried(() => navigator.requestMIDIAccess({ sysex: true })),
        usb: await call('usb', 'requestDevice', { filters: [] }),
        serial: await call('serial', 'requestPort'),
        hid: await call('hid', 'requestDevice', { filters: [] }),
        bluetooth: await call('bluetooth', 'requestDevice', { acceptAllDevices: true }),
        'wake lock': await call('wakeLock', 'request', 'screen'),
        fonts: await tried(() =>
          (window as unknown as { queryLocalFonts: () => Promise<unknown> }).queryLocalFonts(),
        ),
        payment: await tried(() =>
          new PaymentRequest([{ supportedMethods: 'https://example.invalid' }], {
            total: { label: 'x', amount: { currency: 'EUR', value: '1' } },
          }).show(),
        ),
        idle: await tried(() =>
          (
            window as unknown as { IdleDetector: { requestPermission(): Promise<string> } }
          ).IdleDetector.requestPermission().then((answer) =>
            answer === 'granted' ? 1 : Promise.reject(new TypeError()),
          ),
        ),
        'persistent storage': await tried(async () =>
          (await navigator.storage.persist()) ? 1 : Promise.reject(new TypeError()),
        ),
      };
    });
    // An empty list is nothing as well.
    const given = Object.entries(outcomes).filter(([, outcome]) => !/^(refused|given: \[\]$)/.test(outcome));
    expect(given).toEqual([]);
    await expectUnharmed(page);
  });

  test('not what lies on the clipboard, which the person pastes all the same', async ({
    keydesk: { page, app },
  }) => {
    await app.evaluate(({ clipboard }) => clipboard.writeText('of-somebody-else'));
    const pasted = await page.evaluate(() => {
      const field = document.createElement('textarea');
      document.body.append(field);
      field.focus();
      document.execCommand('paste');
      field.remove();
      return field.value;
    });
    expect(pasted).toBe('');
    const token = page.getByRole('textbox', { name: 'Admin token' });
    await token.press('ControlOrMeta+v');
    await expect(token).toHaveValue('of-somebody-else');
  });

  test('no Node and no Electron', async ({ keydesk: { page } }) => {
    const found = await page.evaluate(() =>
      [
        'require',
        'process',
        'module',
        'global',
        'Buffer',
        'ipcRenderer',
        'electron',
        '__dirname',
        'webFrame',
      ].filter((name) => name in window),
    );
    expect(found).toEqual([]);
  });

  test('a file that is dropped does not take the page’s place', async ({ keydesk: { page }, profile }) => {
    const file = path.join(profile, 'dropped.html');
    await writeFile(file, '<title>Dropped</title>');
    const client = await page.context().newCDPSession(page);
    const drop = { x: 200, y: 200, data: { items: [], files: [file], dragOperationsMask: 1 } };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await client.send('Input.dispatchDragEvent', { ...drop, type });
    }
    await expectUnharmed(page);
    await expect(page).toHaveTitle('Keydesk');
  });
});

/** Paths that lead out of the page's files, or to one of them by a second name. */
const PATHS = [
  '..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/etc/passwd',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cetc%5cpasswd',
  '%2e%2e%5c%2e%2e%5cetc%5cpasswd',
  '....//....//etc/passwd',
  '..;/etc/passwd',
  '%252e%252e%252fetc%252fpasswd',
  '%c0%ae%c0%ae/etc/passwd',
  '%e0%80%ae%e0%80%ae/etc/passwd',
  '/etc/passwd',
  '//etc/passwd',
  '///etc/passwd',
  'etc/passwd',
  'file:///etc/passwd',
  'file:%2f%2f%2fetc%2fpasswd',
  'C:%5cwindows%5cwin.ini',
  'C:/windows/win.ini',
  '%5c%5cserver%5cshare',
  'index.html%00.png',
  '%00',
  'index.html/',
  'index.html/..',
  'INDEX.HTML',
  'index.html::$DATA',
  'assets/',
  'assets',
  '.',
  './',
  'assets/%2e%2e/%2e%2e/main/main.js',
  '../main/main.js',
  '..%2fmain%2fmain.js',
  '..%2fpreload%2fpreload.cjs',
  'package.json',
  '..%2f..%2fpackage.json',
  '~/.ssh/id_rsa',
  '%7e/.ssh/id_rsa',
  'proc/self/environ',
  '..%2f..%2f..%2fproc%2fself%2fenviron',
  'connections.json',
  '',
] as const;

test('fault 30: no path leads out of the page’s files', async ({ keydesk: { page, app } }) => {
  const answers = await app.evaluate(
    async ({ session }, paths) => {
      const ask = async (url: string) => (await session.defaultSession.fetch(url)).status;
      return {
        page: await ask('app://keydesk/index.html'),
        paths: await Promise.all(
          paths.map(async (each) => [each, await ask(`app://keydesk/${each}`)] as const),
        ),
        hosts: await Promise.all(['app://elsewhere/index.html', 'app://keydesk.evil/index.html'].map(ask)),
        methods: await Promise.all(
          ['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'].map(
            async (method) =>
              (await session.defaultSession.fetch('app://keydesk/index.html', { method })).status,
          ),
        ),
      };
    },
    [...PATHS],
  );
  expect(answers.page).toBe(200);
  expect(answers.paths.filter(([, status]) => status !== 404)).toEqual([]);
  expect(new Set([...answers.hosts, ...answers.methods])).toEqual(new Set([404]));
  await expectUnharmed(page);
});

const ID = '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11';

/** An input that each channel accepts: one that is added to the contract does not compile without. */
const ACCEPTED: { readonly [C in Channel]: Input<C> } = {
  getSession: undefined,
  connect: { address: 'http://127.0.0.1:1', token: 'a-token' },
  chooseProject: { projectId: ID },
  signInAgain: { connectionId: ID, token: 'a-token' },
  getConnections: undefined,
  openConnection: { connectionId: ID },
  changeConnection: { connectionId: ID, settings: USUAL_SETTINGS },
  signOutOfConnection: { connectionId: ID },
  removeConnection: { connectionId: ID },
  retryConnection: undefined,
  openDemo: undefined,
  resetDemo: undefined,
  signOut: undefined,
  checkKeyring: undefined,
  setProxyLogin: { username: 'somebody', password: 'something' },
  loadKeys: { loadId: 1, wantsCopy: true },
  loadProjects: { loadId: 1 },
  createKey: { name: 'x', access: { kind: 'restricted', permissions: ['calls.view'] } },
  deleteKey: { id: ID },
  deleteKeys: { ids: [ID], count: 1 },
  getDeletion: undefined,
  resumeDeletion: { which: 'failed' },
  dismissDeletion: undefined,
  cancel: { call: 'loadKeys' },
  exportKeys: { ids: [ID], format: 'csv' },
  getActivity: undefined,
  exportActivity: { format: 'csv' },
  getChanges: undefined,
  getAttempts: undefined,
  dismissAttempt: { id: ID },
  copyKeyId: { id: ID },
  getLocalFacts: undefined,
  setKeyNotes: { keyId: ID, notes: NO_NOTES },
  setDismissal: { keyId: ID, rule: 'old', note: 'on purpose' },
  endRotation: { oldId: ID },
  keyIsStored: { keyId: ID },
  getOwnLastFour: undefined,
  signInWithNewKey: undefined,
  exportFacts: undefined,
  importFacts: undefined,
  exportFactsOf: { connectionId: ID },
  keepPlace: {
    view: 'keys',
    query: '',
    sort: { column: 'name', direction: 'ascending' },
    open: { kind: 'nothing' },
  },
  getPlace: undefined,
  getPendingSecret: undefined,
  revealSecret: undefined,
  copySecret: undefined,
  copySecretAs: { form: 'curl' },
  tryKey: undefined,
  discardSecret: undefined,
  leaveAnyway: undefined,
  getClipboard: undefined,
  clearClipboard: undefined,
  copyErrorDetails: { kind: 'timeout', request: 1 },
  getVersions: undefined,
  getNotices: undefined,
  dismissNotice: { kind: 'copy-newer' },
  getLink: undefined,
  closeLink: undefined,
  getLock: undefined,
  lockNow: undefined,
  unlock: { passPhrase: 'a pass phrase' },
  unlockByTouchId: undefined,
  setPassPhrase: { current: null, passPhrase: 'a pass phrase' },
  getSettings: undefined,
  changeSettings: { clipboardSeconds: 60, lockMinutes: 15 },
  resetSettings: undefined,
  eraseAll: undefined,
  getPolicy: undefined,
  getPresets: undefined,
  savePreset: { name: 'Calls only', levels: { ...NO_ACCESS, calls: 'read' } },
  deletePreset: { presetName: 'Calls only' },
};
const CHANNELS = Object.keys(ACCEPTED) as Channel[];
const WITH_INPUT = CHANNELS.filter((channel) => ACCEPTED[channel] !== undefined);

/** Inputs that no channel accepts; made where they are used, for they do not travel. */
function hostileInputs(accepted: unknown, id: string): readonly (readonly [string, unknown])[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['id'] = cyclic;
  let nested: unknown = {};
  for (let depth = 0; depth < 400; depth += 1) nested = { id: nested };
  const huge = 'x'.repeat(5_000_000);
  const fields = Object.keys(Object(accepted));
  const filledWith = (value: unknown) => Object.fromEntries(fields.map((field) => [field, value]));
  const thrower = Object.defineProperty({}, fields[0] ?? 'id', {
    enumerable: true,
    get: () => {
      throw new Error('of the page');
    },
  });
  return [
    ['null', null],
    ['true', true],
    ['number', 7],
    ['NaN', Number.NaN],
    ['bigint', 7n],
    ['empty text', ''],
    ['text', 'getSession'],
    ['JSON', JSON.stringify(accepted ?? {})],
    ['huge text', huge],
    ['array', [accepted]],
    ['empty array', []],
    ['long array', new Array(100_000).fill(0)],
    ['cyclic', cyclic],
    ['400 deep', nested],
    ['date', new Date(0)],
    ['map', new Map(Object.entries(Object(accepted)))],
    ['set', new Set([1])],
    ['regular expression', /x/],
    ['bytes', new Uint8Array(16)],
    ['error', new Error('x')],
    ['getter that throws', thrower],
    ['own __proto__', JSON.parse(`{"__proto__":{"id":"${id}"}}`)],
    ['no field', {}],
    ['one field more: url', { ...Object(accepted), url: 'https://example.com' }],
    ['one field more: path', { ...Object(accepted), path: '/etc/passwd' }],
    ['one field more: headers', { ...Object(accepted), headers: { host: 'x' } }],
    ['one field more: format', { ...Object(accepted), format: 'text/html' }],
    ['fields of null', filledWith(undefined)],
    ['fields of objects', filledWith({})],
    ['fields of arrays', filledWith([[id]])],
    ['fields of huge text', filledWith(huge)],
    ['fields of NaN', filledWith(Number.NaN)],
    ['fields of infinity', filledWith(Number.POSITIVE_INFINITY)],
  ];
}

test.describe('the channels', () => {
  test('each refuses what is not its input', async ({ keydesk: { page } }) => {
    test.setTimeout(120_000);
    for (const channel of WITH_INPUT) {
      const outcomes = await page.evaluate<[string, string][]>(`(async () => {
        const tried = [];
        for (const [title, input] of (${hostileInputs})(${JSON.stringify(ACCEPTED[channel])}, '${ID}')) {
          await window.keydesk.${channel}(input).then(
            (answer) => tried.push([title, 'answered ' + JSON.stringify(answer)]),
            (error) => tried.push([title, error.message]),
          );
        }
        return tried;
      })()`);
      const refused = `Error invoking remote method '${channel}': Error: Refused`;
      expect
        .soft(
          outcomes.filter(([, told]) => told !== refused),
          channel,
        )
        .toEqual([]);
      expect(outcomes.length).toBeGreaterThan(30);
      await expectUnharmed(page);
    }
  });

  test('what cannot be copied does not even reach main', async ({ keydesk: { page } }) => {
    const outcomes = await page.evaluate(async (channels) => {
      let nested: unknown = {};
      for (let depth = 0; depth < 10_000; depth += 1) nested = { id: nested };
      const inputs: readonly unknown[] = [
        () => 1,
        Symbol('x'),
        new Proxy({}, {}),
        new WeakMap(),
        { id: () => 1 },
        { id: Symbol('x') },
        // biome-ignore lint/suspicious/noThenProperty: what is tried here.
        { then: (resolve: (value: string) => void) => resolve('x') },
        nested,
      ];
      const answered: string[] = [];
      for (const channel of channels) {
        const call = window.keydesk[channel] as (input: unknown) => Promise<unknown>;
        for (const input of inputs) {
          try {
            await call(input);
            answered.push(channel);
          } catch {
            // As it should be.
          }
        }
      }
      return answered;
    }, WITH_INPUT);
    expect(outcomes).toEqual([]);
    await expectUnharmed(page);
  });

  test('main refuses the same on every channel without the preload between', async ({
    keydesk: { page, app },
  }) => {
    const outcomes = await app.evaluate(
      async ({ ipcMain, BrowserWindow }, { accepted, channels, make, id }) => {
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
        type Handler = (event: unknown, ...inputs: unknown[]) => Promise<unknown>;
        const senderFrame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame;
        // biome-ignore lint/security/noGlobalEval: a function does not travel but as its text.
        const inputsFor = eval(`(${make})`) as typeof hostileInputs;
        const ask = async (channel: string, ...inputs: unknown[]): Promise<string> => {
          try {
            return `answered ${JSON.stringify(await handlers.get(channel)?.({ senderFrame }, ...inputs))}`;
          } catch (error) {
            return (error as Error).message;
          }
        };
        const tried: [string, string, string][] = [];
        for (const channel of channels) {
          const valid = accepted[channel];
          for (const [title, input] of inputsFor(valid, id)) {
            // No getter outlives the way from the page.
            if (title !== 'getter that throws') tried.push([channel, title, await ask(channel, input)]);
          }
          tried.push([channel, 'two inputs', await ask(channel, valid, valid)]);
          tried.push([channel, 'many inputs', await ask(channel, valid, ...new Array(1000).fill(0))]);
        }
        return { tried, registered: [...handlers.keys()] };
      },
      {
        accepted: ACCEPTED as Readonly<Record<string, unknown>>,
        channels: CHANNELS,
        make: String(hostileInputs),
        id: ID,
      },
    );
    expect(outcomes.registered.sort()).toEqual([...CHANNELS].sort());
    expect(outcomes.tried.filter(([, , told]) => told !== 'Refused')).toEqual([]);
    expect(outcomes.tried.length).toBeGreaterThan(900);
    await expectUnharmed(page);
  });
});

test.describe('fault 45: a call from elsewhere', () => {
  /** Asks every channel with an input that it accepts, from the page as it is now. */
  function askAll(): string {
    return `(async () => {
      const outcomes = [];
      for (const [channel, input] of ${JSON.stringify(CHANNELS.map((channel) => [channel, ACCEPTED[channel]]))}) {
        await window.keydesk[channel](input).then(() => outcomes.push(channel + ' answered'), (error) => outcomes.push(error.message));
      }
      return outcomes;
    })()`;
  }
  const allRefused = CHANNELS.map((channel) => `Error invoking remote method '${channel}': Error: Refused`);

  for (const url of [
    'about:blank',
    'data:text/html,elsewhere',
    'app://elsewhere/index.html',
    'app://keydesk.evil/',
  ]) {
    test(`a page that has gone to ${url} is refused`, async ({ keydesk: { app } }) => {
      const outcomes = await app.evaluate(
        async ({ BrowserWindow }, { place, script }) => {
          const window = BrowserWindow.getAllWindows()[0];
          await window?.loadURL(place).catch(() => undefined);
          return (await window?.webContents.executeJavaScript(script)) as string[];
        },
        { place: url, script: askAll() },
      );
      expect(outcomes).toEqual(allRefused);
    });
  }

  test('another window with the same preload and the same page is refused', async ({
    keydesk: { page, app },
  }) => {
    const outcomes = await app.evaluate(async ({ BrowserWindow, app: program }, script) => {
      const preload = `${program.getAppPath()}/out/preload/preload.cjs`;
      const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
      await window.loadURL('app://keydesk/index.html');
      return (await window.webContents.executeJavaScript(script)) as string[];
    }, askAll());
    expect(outcomes).toEqual(allRefused);
    await expectUnharmed(page);
  });

  test('a frame within the page has no bridge, and is refused with one', async ({
    keydesk: { page, app },
  }) => {
    const bridges = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      return frame.contentWindow ? 'keydesk' in frame.contentWindow : null;
    });
    expect(bridges).toBe(false);
    const outcomes = await app.evaluate(
      async ({ ipcMain, BrowserWindow }, { channels, accepted }) => {
        const handlers = (ipcMain as unknown as { _invokeHandlers: Map<string, Handler> })._invokeHandlers;
        type Handler = (event: unknown, ...inputs: unknown[]) => Promise<unknown>;
        const frame = BrowserWindow.getAllWindows()[0]?.webContents.mainFrame.frames[0];
        if (!frame) return ['no frame'];
        const asked = [frame, null].flatMap((senderFrame) =>
          channels.map((channel) =>
            handlers
              .get(channel)?.({ senderFrame }, accepted[channel])
              .then(
                () => `${channel} answered`,
                (error: Error) => error.message,
              ),
          ),
        );
        return Promise.all(asked);
      },
      { channels: CHANNELS, accepted: ACCEPTED as Readonly<Record<string, unknown>> },
    );
    expect(outcomes).toHaveLength(2 * CHANNELS.length);
    expect(new Set(outcomes)).toEqual(new Set(['Refused']));
    await expectUnharmed(page);
  });
});

test.describe('the bridge', () => {
  test('cannot be changed, replaced or listened to', async ({ keydesk: { page } }) => {
    const found = await page.evaluate(async () => {
      const before = window.keydesk;
      const silent = (change: () => void): void => {
        try {
          change();
        } catch {
          // A refusal may be loud.
        }
      };
      silent(() => Object.assign(window.keydesk, { getSession: () => 'mine' }));
      silent(() => Object.defineProperty(window.keydesk, 'connect', { value: () => 'mine' }));
      silent(() => void Reflect.deleteProperty(window, 'keydesk'));
      silent(() => Object.setPrototypeOf(window.keydesk, { connect: () => 'mine' }));
      silent(() => Object.assign(window, { keydesk: {} }));
      silent(() => Object.defineProperty(window, 'keydesk', { value: {} }));
      const events = ['__proto__', 'constructor', 'toString', 'ELECTRON_INTERNAL', 'getSession'].map(
        (name) => {
          try {
            window.keydesk.on(name as 'keysLoaded', () => undefined);
            return name;
          } catch (error) {
            return (error as Error).message;
          }
        },
      );
      return {
        same: window.keydesk === before,
        frozen: Object.isFrozen(window.keydesk),
        state: await window.keydesk.getSession(),
        events: [...new Set(events)],
      };
    });
    expect(found).toEqual({
      same: true,
      frozen: true,
      state: expect.objectContaining({ kind: expect.stringMatching(/^(opening|signed-out)$/) }),
      events: ['Refused'],
    });
  });

  test('a page that has changed its own language changes nothing in main', async ({ keydesk: { page } }) => {
    const found = await page.evaluate(async (id) => {
      const refused = (call: Promise<unknown>) =>
        call.then(
          () => 'answered',
          (error: Error) => error.message,
        );
      const objects = Object.prototype as unknown as Record<string, unknown>;
      const caught: unknown[] = [];
      Object.assign(objects, {
        id,
        address: 'https://example.com',
        token: 'x',
        kind: 'unrestricted',
        loadId: 1,
      });
      const polluted = [
        await refused(window.keydesk.copyKeyId({} as { id: string })),
        await refused(window.keydesk.connect({} as { address: string; token: string })),
        await refused(window.keydesk.loadKeys({} as { loadId: number; wantsCopy: boolean })),
        await refused(window.keydesk.createKey({ name: 'x', access: {} } as never)),
      ];
      for (const name of ['id', 'address', 'token', 'kind', 'loadId']) delete objects[name];

      const { call, apply, bind } = Function.prototype;
      const { then } = Promise.prototype;
      const { push } = Array.prototype;
      const spy = <T>(original: T): T =>
        function (this: unknown, ...inputs: unknown[]) {
          caught[caught.length] = this;
          for (const input of inputs) caught[caught.length] = input;
          return Reflect.apply(original as () => unknown, this, inputs);
        } as T;
      Function.prototype.call = spy(call);
      Function.prototype.apply = spy(apply);
      Function.prototype.bind = spy(bind);
      // biome-ignore lint/suspicious/noThenProperty: what is tried here.
      Promise.prototype.then = spy(then);
      Array.prototype.push = spy(push);
      const stop = window.keydesk.on('sessionChanged', () => undefined);
      const state = await window.keydesk.getSession();
      stop();
      Object.assign(Function.prototype, { call, apply, bind });
      Object.assign(Promise.prototype, { then });
      Object.assign(Array.prototype, { push });
      const powers = caught.filter(
        (each) =>
          typeof each === 'object' &&
          each !== null &&
          ('invoke' in each || 'sendSync' in each || 'sender' in each),
      );
      return {
        polluted: [...new Set(polluted.map((told) => told.slice(-7)))],
        state: state.kind,
        powers: powers.length,
      };
    }, ID);
    expect(found).toEqual({
      polluted: ['Refused'],
      state: expect.stringMatching(/^(opening|signed-out)$/),
      powers: 0,
    });
    await expectUnharmed(page);
  });

  test('no answer and no event of a whole journey tells the token, and one alone the new key', async ({
    keydesk: { page },
    api,
  }) => {
    const told = await page.evaluate(
      async ({ address, token }) => {
        const bridge = window.keydesk;
        const heard: [string, unknown][] = [];
        const events = [
          'sessionChanged',
          'connectionsChanged',
          'keysLoaded',
          'keysEnded',
          'projectNews',
          'attemptsChanged',
          'leaveRequested',
          'clipboardChanged',
          'lockChanged',
          'noticesChanged',
          'linkChanged',
        ] as const;
        for (const event of events) bridge.on(event, (payload) => void heard.push([event, payload]));
        const note = async (channel: string, call: Promise<unknown>): Promise<void> =>
          void heard.push([channel, await call.catch((error: Error) => error.message)]);
        await note('connect', bridge.connect({ address, token: 'wrong' }));
        await note('connect', bridge.connect({ address: 'ftp://x', token }));
        await note('connect', bridge.connect({ address, token: `${token}\n${token}` }));
        await note('connect', bridge.connect({ address, token }));
        await note('getSession', bridge.getSession());
        await note('checkKeyring', bridge.checkKeyring());
        await note('retryConnection', bridge.retryConnection());
        await note('connect', bridge.connect({ address, token }));
        const known = await bridge.getConnections();
        await note('getConnections', Promise.resolve(known));
        const connectionId = known[0]?.id ?? '';
        await note('signInAgain', bridge.signInAgain({ connectionId, token }));
        await note('openConnection', bridge.openConnection({ connectionId }));
        await note('loadKeys', bridge.loadKeys({ loadId: 77, wantsCopy: true }));
        await note('loadProjects', bridge.loadProjects({ loadId: 79 }));
        await note(
          'createKey',
          bridge.createKey({ name: 'Told_Once', access: { kind: 'restricted', permissions: [] } }),
        );
        await note('getPendingSecret', bridge.getPendingSecret());
        await note('getAttempts', bridge.getAttempts());
        await note('getLocalFacts', bridge.getLocalFacts());
        await note('getOwnLastFour', bridge.getOwnLastFour());
        await note('revealSecret', bridge.revealSecret());
        await note('copySecret', bridge.copySecret());
        await note('copySecretAs', bridge.copySecretAs({ form: 'curl' }));
        await note('tryKey', bridge.tryKey());
        await note('getClipboard', bridge.getClipboard());
        await note('clearClipboard', bridge.clearClipboard());
        await note('copyErrorDetails', bridge.copyErrorDetails({ kind: 'unauthorized', request: 1 }));
        await note('discardSecret', bridge.discardSecret());
        await note('loadKeys', bridge.loadKeys({ loadId: 78, wantsCopy: true }));
        await note('getSettings', bridge.getSettings());
        await note('getPolicy', bridge.getPolicy());
        await note('getPresets', bridge.getPresets());
        await note('getVersions', bridge.getVersions());
        await note('getNotices', bridge.getNotices());
        await note('dismissNotice', bridge.dismissNotice({ kind: 'copy-newer' }));
        await note('getLock', bridge.getLock());
        await note('openDemo', bridge.openDemo());
        await note('openConnection', bridge.openConnection({ connectionId }));
        await note('signOutOfConnection', bridge.signOutOfConnection({ connectionId }));
        await note('removeConnection', bridge.removeConnection({ connectionId }));
        await note('signOut', bridge.signOut());
        return heard.map(([from, what]) => [from, JSON.stringify(what) ?? ''] as const);
      },
      { address: api.url, token: api.tokens.admin },
    );
    expect(told.length).toBeGreaterThan(25);
    expect(told.filter(([, text]) => text.includes(api.tokens.admin))).toEqual([]);
    const revealed = told.find(([from]) => from === 'revealSecret')?.[1] ?? '';
    const { value: secret } = JSON.parse(revealed) as { value: string };
    expect(secret).toMatch(/^kdemo_[\w-]{40}$/);
    expect(told.filter(([, text]) => text.includes(secret)).map(([from]) => from)).toEqual(['revealSecret']);
  });
});
