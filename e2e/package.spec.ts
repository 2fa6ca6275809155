import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chown, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from '@playwright/test';
import { UPDATE_FEED } from '../electron/updates/feed.ts';
import { makeCertificate } from './support/certificates.ts';
import { keyringLacks, startKeyring } from './support/keyring.ts';
import { PROJECT_ROOT } from './support/launch.ts';
import {
  ORDINARY_USER,
  type Outside,
  ownFolder,
  portsOf,
  processesOf,
  startOutside,
} from './support/outside.ts';
import { type Packaged, packageProgram, type Subject } from './support/packaged.ts';

/*
 * The shipped program, probed from outside. What it must not do, the same build on an Electron for development does:
 * a probe that finds nothing there would find nothing here either.
 */
test.describe.configure({ mode: 'default' });
test.skip(process.platform !== 'linux', 'The probes read /proc.');

/** Of the archive; a tenth more where it holds what fetches updates. */
const MOST_BYTES = UPDATE_FEED === '' ? 2_100_000 : 2_350_000;

let packaged: Packaged;

test.beforeAll(async () => {
  test.setTimeout(180_000);
  packaged = await packageProgram();
});

test.afterAll(() => packaged?.remove());

/** Where Chromium takes the keyring of the desktop. */
const ON_GNOME = { XDG_CURRENT_DESKTOP: 'GNOME' } as const;

/** A process that is forked from another one that stands ready has no launcher. */
const UNSANDBOXED = ['--no-sandbox', '--no-zygote'] as const;

type Extra = { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> };

/** Starts a program as an ordinary user, looks at it, and ends it. */
async function withProgram<T>(
  subject: Subject,
  { args = [], env = {} }: Extra,
  look: (program: Outside) => Promise<T>,
): Promise<T> {
  const program = startOutside({ command: subject.command, args: [...args, ...subject.args], env });
  try {
    await program.started();
    return await look(program);
  } finally {
    await program.end();
  }
}

/** Whether the shipped program says that it does not know an argument, and ends with 2. */
async function refuses(argument: string, command = packaged.shipped.command): Promise<boolean> {
  const program = startOutside({ command, args: [argument] });
  try {
    const code = await program.ended;
    return code === 2 && program.output().includes('--help says what Keydesk understands.\n');
  } finally {
    await program.end();
  }
}

test.describe('the command line', () => {
  const asOrdinaryUser = ORDINARY_USER === undefined ? {} : { uid: ORDINARY_USER, gid: ORDINARY_USER };
  /** What the program says on standard output, without a window or a display. */
  const say = async (argument: string): Promise<string> =>
    (await promisify(execFile)(packaged.shipped.command, [argument], { env: {}, ...asOrdinaryUser })).stdout;

  test('--version and --help answer and end', async () => {
    const { version } = JSON.parse(await readFile(path.join(PROJECT_ROOT, 'package.json'), 'utf8'));
    expect(await say('--version')).toBe(`Keydesk ${version}\n`);
    expect(await say('--help')).toContain('--user-data-dir=FOLDER');
  });

  test('what a program for development understands is refused', async () => {
    for (const argument of ['--open-demo', '--policy-file=/tmp/policy.json', '--no-sandbox', '/tmp']) {
      expect(await refuses(argument), argument).toBe(true);
    }
  });

  test('a shipped program by the name of a development one stays what it is', async () => {
    const renamed = path.join(packaged.shipped.folder, 'electron');
    await cp(packaged.shipped.command, renamed);
    expect(await refuses('--remote-debugging-port=0', renamed)).toBe(true);
    await rm(renamed);
  });
});

test.describe('the policy of this computer', () => {
  test.skip(ORDINARY_USER === undefined, 'Another /etc for one program needs root.');

  /** The kind of policy that the shipped program finds where `/etc/keydesk` is as given. */
  async function policyOf(lay: (folder: string) => Promise<void>): Promise<string | undefined> {
    const folder = ownFolder('etc');
    const etc = path.join(folder, 'etc');
    await promisify(execFile)('cp', ['--archive', '/etc', etc]);
    await mkdir(path.join(etc, 'keydesk'));
    await lay(path.join(etc, 'keydesk'));
    const become = `exec setpriv --reuid=${ORDINARY_USER} --regid=${ORDINARY_USER} --clear-groups "$@"`;
    const program = startOutside({
      command: packaged.shipped.command,
      starter: ['unshare', '--mount', 'sh', '-c', `mount --bind '${etc}' /etc && ${become}`, 'sh'],
    });
    try {
      await program.started();
      const log = await readFile(path.join(program.profile, 'logs', 'keydesk.log'), 'utf8');
      return /"policy":"([a-z-]+)"/.exec(log)?.[1];
    } finally {
      await program.end();
      await rm(folder, { recursive: true });
    }
  }

  const policy = JSON.stringify({ version: 1, demo: false });

  test('is read where only an administrator writes', async () => {
    expect(await policyOf((folder) => writeFile(path.join(folder, 'policy.json'), policy))).toBe('in-force');
    expect(await policyOf(async () => undefined)).toBe('none');
  });

  test('is broken where somebody else may write it', async () => {
    const lay = async (folder: string) => {
      await writeFile(path.join(folder, 'policy.json'), policy);
      await chown(path.join(folder, 'policy.json'), ORDINARY_USER ?? 0, ORDINARY_USER ?? 0);
    };
    expect(await policyOf(lay)).toBe('broken');
  });
});

test.describe('the files', () => {
  test('the fuses are those of the table', async () => {
    const wire = await getCurrentFuseWire(packaged.shipped.command);
    const on = (fuse: FuseV1Options): boolean => wire[fuse] === FuseState.ENABLE;
    expect({
      runAsNode: on(FuseV1Options.RunAsNode),
      nodeOptions: on(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      nodeCliInspect: on(FuseV1Options.EnableNodeCliInspectArguments),
      grantFileProtocolExtraPrivileges: on(FuseV1Options.GrantFileProtocolExtraPrivileges),
      browserProcessSpecificSnapshot: on(FuseV1Options.LoadBrowserProcessSpecificV8Snapshot),
      cookieEncryption: on(FuseV1Options.EnableCookieEncryption),
      asarIntegrity: on(FuseV1Options.EnableEmbeddedAsarIntegrityValidation),
      onlyLoadAppFromAsar: on(FuseV1Options.OnlyLoadAppFromAsar),
    }).toEqual({
      runAsNode: false,
      nodeOptions: false,
      nodeCliInspect: false,
      grantFileProtocolExtraPrivileges: false,
      browserProcessSpecificSnapshot: false,
      cookieEncryption: true,
      asarIntegrity: true,
      onlyLoadAppFromAsar: true,
    });
  });

  test('the archive holds the built program and nothing else, and stands alone', async () => {
    const resources = path.join(packaged.shipped.folder, 'resources');
    expect(await readdir(resources)).toEqual(['app.asar']);
    const beside = await readdir(packaged.shipped.folder);
    expect(beside).toEqual(expect.arrayContaining(['LICENSE.txt', 'LICENSES.packages.txt']));
    const files = filesOf(path.join(resources, 'app.asar'));
    const allowed =
      /^(package\.json|out\/main\/(chunks\/)?[\w.-]+\.js|out\/preload\/preload\.cjs|out\/renderer\/(index\.html|crashed\.(html|css)|assets\/[\w.-]+\.(js|css|svg|png|woff2)))$/;
    expect(files.filter((file) => !allowed.test(file))).toEqual([]);
    expect(files).toContain('out/main/main.js');
    expect((await stat(path.join(resources, 'app.asar'))).size).toBeLessThan(MOST_BYTES);
  });

  test('the archive holds no secret, no source map and nothing of the development server', async () => {
    const archive = path.join(packaged.shipped.folder, 'resources', 'app.asar');
    const texts = filesOf(archive).map((file) => ({
      file,
      text: extractFile(archive, file).toString('latin1'),
    }));
    const telling = [
      /\b(person|kdemo)_[\w-]{40}/,
      /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
      /\b(sk|pk|rk)_(live|test)_\w{16}|\bgh[pousr]_\w{36}|\bAKIA[0-9A-Z]{16}|\bnpm_\w{36}/,
      /Bearer [\w.~+/-]{16,}/,
      /sourceMappingURL/,
      /keydesk-dev|ELECTRON_RENDERER_URL|@vite\/client|unsafe-inline|unsafe-eval/,
      /\/(root|home|Users|tmp)\/\w/,
    ];
    const found = texts.flatMap(({ file, text }) =>
      telling.flatMap((pattern) => (pattern.exec(text)?.[0] ? [`${file}: ${pattern.exec(text)?.[0]}`] : [])),
    );
    expect(found).toEqual([]);
  });
});

function filesOf(archive: string): readonly string[] {
  return listPackage(archive, { isPack: false })
    .map((file) => file.replace(/^[\\/]/, '').replaceAll('\\', '/'))
    .filter((file) => path.extname(file) !== '' && !/\/chunks$|\/assets$/.test(file));
}

test.describe('the sandbox', () => {
  for (const name of ['shipped', 'development'] as const) {
    test(`the ${name} program runs its page in it, started by an ordinary user`, async () => {
      await withProgram(packaged[name], {}, async (program) => {
        const pages = async () =>
          (await processesOf(program))
            .filter(({ type }) => type === 'renderer')
            .map(({ seccomp }) => seccomp);
        await expect.poll(pages).toEqual(['2']);
      });
    });
  }
});

test.describe('fault 44: a debugger', () => {
  const switches = ['--remote-debugging-port=0', '--inspect=0', '--inspect-brk=0', '--inspect-port=0'];

  for (const argument of switches) {
    test(`does not start: ${argument}`, async () => {
      expect(await refuses(argument)).toBe(true);
    });
  }

  test('opens no port', async () => {
    expect(await withProgram(packaged.shipped, {}, portsOf)).toEqual([]);
  });

  test('the same probe finds the port of a program for development', async () => {
    const look = (argument: string) =>
      withProgram(
        packaged.development,
        { args: [argument] },
        async (program) => (await portsOf(program)).length,
      );
    expect(await look('--remote-debugging-port=0')).toBe(1);
    expect(await look('--inspect=0')).toBe(1);
    expect(await withProgram(packaged.development, {}, portsOf)).toEqual([]);
  });

  test('SIGUSR1 ends the program, where it opens a debugger in one for development', async () => {
    const signal = (program: Outside) => process.kill(program.pid, 'SIGUSR1');
    await withProgram(packaged.shipped, {}, async (program) => {
      signal(program);
      expect(await program.ended).toBeNull();
    });
    await withProgram(packaged.development, {}, async (program) => {
      signal(program);
      await expect.poll(async () => (await portsOf(program)).length).toBe(1);
    });
  });
});

test.describe('fault 44: a program that is watched from before its first line', () => {
  /** V8 prints the arguments of each function; the tracing begins with the process. */
  const ways = ['--js-flags=--trace', '-js-flags=--trace', '--trace-startup=*', '--trace-config-file='];
  for (const way of ways) {
    test(`does not start: ${way}`, async () => {
      expect(await refuses(way)).toBe(true);
      await withProgram(packaged.development, { args: [way] }, async () => undefined);
    });
  }

  test('the same probe finds the arguments in the output of a program for development', async () => {
    const args = ['--js-flags=--trace'];
    await withProgram(packaged.development, { args }, async ({ output, profile }) => {
      // What it prints comes through a pipe, some time later, and where that is full a part of it is lost.
      await expect.poll(() => output().includes(`${profile}/`), { timeout: 40_000 }).toBe(true);
    });
  });
});

test('no switch opens the inner calls of Chromium to the page', async () => {
  const argument = '--enable-blink-features=MojoJS';
  const carries = (subject: Subject): Promise<boolean> =>
    withProgram(subject, { args: [argument] }, async (program) => {
      const pages = (await processesOf(program)).filter(({ type }) => type === 'renderer');
      expect(pages).toHaveLength(1);
      const lines = await Promise.all(pages.map(({ pid }) => readFile(`/proc/${pid}/cmdline`, 'utf8')));
      return lines.join().includes('MojoJS');
    });
  expect(await refuses(argument)).toBe(true);
  expect(await carries(packaged.development)).toBe(true);
});

test.describe('fault 44: code of somebody else', () => {
  /** A module that leaves a trace when it is run. */
  async function evil() {
    const folder = ownFolder('evil');
    const trace = path.join(folder, 'trace');
    const module = path.join(folder, 'evil.cjs');
    const code = `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'was here'); process.exit(0)`;
    await writeFile(module, code);
    const program = path.join(folder, 'program');
    await mkdir(program);
    await writeFile(path.join(program, 'main.js'), code);
    await writeFile(
      path.join(program, 'package.json'),
      JSON.stringify({ name: 'evil', version: '1.0.0', main: 'main.js' }),
    );
    const launcher = path.join(folder, 'launcher.sh');
    await writeFile(launcher, `#!/bin/sh\ntouch '${trace}'\nexec "$@"\n`, { mode: 0o755 });
    return { folder, module, program, launcher, code, ran: () => existsSync(trace) };
  }

  /** Whether the code runs; the program itself may start or not. */
  async function runs(
    subject: Subject,
    extra: (made: Awaited<ReturnType<typeof evil>>) => Extra,
  ): Promise<boolean> {
    const made = await evil();
    const { args = [], env = {} } = extra(made);
    const program = startOutside({ command: subject.command, args: [...args, ...subject.args], env });
    const done = program.ended.then(() => true);
    await Promise.race([done, program.started().catch(() => undefined)]);
    const ran = made.ran();
    await program.end();
    await rm(made.folder, { recursive: true });
    return ran;
  }

  const ways: Readonly<Record<string, (made: Awaited<ReturnType<typeof evil>>) => Extra>> = {
    'ELECTRON_RUN_AS_NODE with -e': ({ code }) => ({
      env: { ELECTRON_RUN_AS_NODE: '1' },
      args: ['-e', code],
    }),
    '--gpu-launcher': ({ launcher }) => ({ args: [`--gpu-launcher=${launcher}`, ...UNSANDBOXED] }),
    'NODE_OPTIONS=--require': ({ module }) => ({ env: { NODE_OPTIONS: `--require ${module}` } }),
  };
  for (const [title, extra] of Object.entries(ways)) {
    test(`${title} does not run it`, async () => {
      expect(await runs(packaged.shipped, extra)).toBe(false);
      expect(await runs(packaged.development, extra)).toBe(true);
    });
  }

  test('a program given as argument is not loaded', async () => {
    const other: (typeof ways)[string] = ({ program }) => ({ args: [program] });
    expect(await runs(packaged.shipped, other)).toBe(false);
    expect(await runs({ ...packaged.development, args: [] }, other)).toBe(true);
  });

  test('a folder beside the archive is not taken in its place', async () => {
    const beside = path.join(packaged.shipped.folder, 'resources', 'app');
    const made = await evil();
    await cp(made.program, beside, { recursive: true });
    await withProgram(packaged.shipped, {}, async () => undefined);
    expect(made.ran()).toBe(false);
    await rm(beside, { recursive: true });
    await rm(made.folder, { recursive: true });
  });
});

test('a keyring that is locked and whose box is refused does not hold up the start', async () => {
  const lacks = keyringLacks();
  test.skip(lacks.length > 0, `Not installed: ${lacks.join(', ')}`);
  const keyring = await startKeyring({ user: ORDINARY_USER });
  try {
    await keyring.lock();
    const env = { ...keyring.env, ...ON_GNOME };
    await withProgram(packaged.shipped, { env }, async (program) => {
      const types = async () => (await processesOf(program)).map(({ type }) => type);
      await expect.poll(types).toContain('renderer');
    });
  } finally {
    await keyring.stop();
  }
});

test.describe('fault 44: a server whose certificate nobody vouches for', () => {
  const lacks = keyringLacks();
  test.skip(lacks.length > 0, `A saved connection needs a keyring; not installed: ${lacks.join(', ')}`);

  const ways: Readonly<Record<string, Extra>> = {
    '--ignore-certificate-errors': { args: ['--ignore-certificate-errors'] },
    'NODE_TLS_REJECT_UNAUTHORIZED=0': { env: { NODE_TLS_REJECT_UNAUTHORIZED: '0' } },
  };
  for (const [title, extra] of Object.entries(ways)) {
    test(`${title} lets no request through`, async () => {
      expect(await asks(packaged.shipped, extra)).toBe('refused');
    });
  }

  test('the same probe sees the request of a program for development', async () => {
    const asked = await asks(packaged.development, { args: ['--ignore-certificate-errors'] });
    expect(asked).toBe('asked');
  });

  const leaks: Readonly<Record<string, (file: string) => Extra>> = {
    'SSLKEYLOGFILE=': (file) => ({ env: { SSLKEYLOGFILE: file } }),
    '--ssl-key-log-file': (file) => ({ args: [`--ssl-key-log-file=${file}`] }),
    '--log-net-log': (file) => ({ args: [`--log-net-log=${file}`, '--net-log-capture-mode=Everything'] }),
  };
  for (const [title, extra] of Object.entries(leaks)) {
    test(`${title} gets no file of what goes over the line`, async () => {
      const writes = async (subject: Subject): Promise<boolean> => {
        const folder = ownFolder('lines');
        const file = path.join(folder, 'lines.log');
        await asks(subject, extra(file));
        const written = existsSync(file);
        await rm(folder, { recursive: true });
        return written;
      };
      expect(await writes(packaged.shipped)).toBe(false);
      expect(await writes(packaged.development)).toBe(true);
    });
  }

  /** Whether a program opens its saved connection: its server's request, or the end of the handshake. */
  async function asks(subject: Subject, { args = [], env = {} }: Extra): Promise<'asked' | 'refused'> {
    const server = createServer(makeCertificate({ host: '127.0.0.1' }));
    const keyring = await startKeyring({ user: ORDINARY_USER });
    const folder = ownFolder('saved');
    const programs: Outside[] = [];
    const start = (of: Subject, first: readonly string[], more: Readonly<Record<string, string>> = {}) => {
      const program = startOutside({
        command: of.command,
        args: [...first, ...of.args],
        env: { ...keyring.env, ...ON_GNOME, ...more },
        profile: folder,
      });
      programs.push(program);
      return program;
    };
    try {
      const { promise: ended, resolve: end } = Promise.withResolvers<'refused'>();
      const outcome = new Promise<'asked' | 'refused'>((resolve) => {
        server.on('request', () => resolve('asked'));
        server.on('tlsClientError', () => resolve('refused'));
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const module = path.join(folder, 'save.cjs');
      await writeFile(module, saving(path.join(folder, 'connections.json'), `https://127.0.0.1:${port}`));
      const saver = start(packaged.development, ['-r', module]);
      expect(await saver.ended, saver.output()).toBe(0);
      // One that does not know an argument ends before it asks.
      void start(subject, args, env).ended.then((code) => code === 2 && end('refused'));
      return await Promise.race([outcome, ended]);
    } finally {
      for (const program of programs) await program.end();
      server.closeAllConnections();
      server.close();
      await keyring.stop();
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** A module that saves a connection as the program does, with the keyring's key, and ends. */
  function saving(file: string, address: string): string {
    const connection = {
      id: '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11',
      address,
      name: 'Saved',
      projectId: null,
    };
    return `
      const { app, safeStorage } = require('electron');
      app.whenReady().then(() => {
        const sealed = ${JSON.stringify(JSON.stringify({ address, token: 'a-token' }))};
        const token = safeStorage.encryptString(sealed).toString('base64');
        const connection = { ...${JSON.stringify(connection)}, token };
        require('node:fs').writeFileSync(${JSON.stringify(file)}, JSON.stringify({ version: 1, connections: [connection] }));
        app.exit(token.startsWith('djEx') ? 0 : 1);
      });
    `;
  }
});
