import { chmod, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NO_POLICY } from '../../shared/policy.ts';
import { mayAsk, readPolicy } from './policy.ts';
import { policyPlace } from './policy-place.ts';

const STRICTEST = {
  allowedAddresses: [],
  connections: [],
  clipboardSeconds: 15,
  lockMinutes: 1,
  offlineCopy: false,
  updates: false,
  demo: false,
};

const FULL = {
  $schema: './policy.schema.json',
  version: 1,
  allowedAddresses: ['https://API.example.com/', 'https://api.diga.io'],
  connections: [{ name: 'Production', address: 'https://api.diga.io' }],
  clipboardSeconds: 30,
  lockMinutes: 5,
  offlineCopy: false,
  updates: false,
  demo: false,
};

const own = process.getuid?.() ?? null;

describe('the policy of this computer', () => {
  let folder: string;
  let file: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'keydesk-policy-'));
    file = join(folder, 'policy.json');
  });
  afterEach(() => rm(folder, { recursive: true }));

  const read = (administrator = own) => readPolicy({ file, administrator });
  const write = (content: unknown) =>
    writeFile(file, typeof content === 'string' ? content : JSON.stringify(content), { mode: 0o644 });

  it('is none where there is no file and no folder', async () => {
    expect(read()).toBe(NO_POLICY);
    await rm(folder, { recursive: true });
    expect(read()).toBe(NO_POLICY);
    await mkdir(folder);
  });

  it('rules what it says, and nothing else', async () => {
    await write(FULL);
    const { $schema, version, ...rules } = FULL;
    expect(read()).toEqual({
      kind: 'in-force',
      rules: { ...rules, allowedAddresses: ['https://api.example.com', 'https://api.diga.io'] },
    });
    await write({ version: 1, demo: false });
    expect(read()).toEqual({ kind: 'in-force', rules: { ...NO_POLICY.rules, demo: false } });
    await write(`\uFEFF${JSON.stringify({ version: 1 })}`);
    expect(read()).toEqual({ kind: 'in-force', rules: NO_POLICY.rules });
  });

  it.each<[string, unknown]>([
    ['empty', ''],
    ['no JSON', '{"version": 1,, '],
    ['zeros', '\0\0\0'],
    ['a list', []],
    ['null', null],
    ['of another version', { version: 2 }],
    ['of no version', { demo: false }],
    ['with a rule it does not know', { version: 1, demos: false }],
    ['with a text for a number', { version: 1, lockMinutes: '5' }],
    ['with too long a time', { version: 1, clipboardSeconds: 301 }],
    ['with an address that is none', { version: 1, allowedAddresses: ['http://example.com'] }],
    ['with a token', { version: 1, connections: [{ name: 'A', address: 'https://a.example', token: 't' }] }],
    [
      'with a connection that it does not allow',
      { version: 1, allowedAddresses: [], connections: [{ name: 'A', address: 'https://a.example' }] },
    ],
  ])('is as strict as can be where the file is %s', async (_what, content) => {
    await write(content);
    expect(read()).toEqual({ kind: 'broken', problem: 'malformed', rules: STRICTEST });
  });

  it('never takes rubbish for a policy', async () => {
    await fc.assert(
      fc.asyncProperty(fc.json(), async (text) => {
        await write(text);
        expect(read().kind).toBe('broken');
      }),
      { numRuns: 50 },
    );
  });

  it('is as strict as can be where it cannot be read: a folder, a link, a giant', async () => {
    const unreadable = { kind: 'broken', problem: 'unreadable', rules: STRICTEST };
    await mkdir(file);
    expect(read()).toEqual(unreadable);
    await rm(file, { recursive: true });
    await writeFile(join(folder, 'other.json'), JSON.stringify({ version: 1 }));
    await symlink(join(folder, 'other.json'), file);
    expect(read()).toEqual(unreadable);
    await rm(file);
    await writeFile(file, Buffer.alloc(1024 * 1024 + 1, ' '));
    expect(read()).toEqual(unreadable);
  });

  it.skipIf(own === null)('counts only where nobody but the administrator may write it', async () => {
    const unguarded = { kind: 'broken', problem: 'not-protected', rules: STRICTEST };
    await write({ version: 1 });
    expect(read().kind).toBe('in-force');
    expect(read((own ?? 0) + 1)).toEqual(unguarded);
    for (const mode of [0o664, 0o646]) {
      await chmod(file, mode);
      expect(read()).toEqual(unguarded);
    }
    await chmod(file, 0o644);
    await chmod(folder, 0o777);
    expect(read()).toEqual(unguarded);
    await chmod(folder, 0o700);
    expect(read().kind).toBe('in-force');
  });

  it('lies where only an administrator writes', () => {
    expect(policyPlace('linux')).toBe('/etc/keydesk/policy.json');
    expect(policyPlace('darwin')).toBe('/Library/Application Support/Keydesk/policy.json');
    expect(policyPlace('win32')).toBe('C:\\Program Files\\Keydesk\\policy.json');
  });

  it('allows an address letter for letter', () => {
    const rules = { ...NO_POLICY.rules, allowedAddresses: ['https://api.diga.io'] };
    expect(mayAsk(rules, 'https://api.diga.io')).toBe(true);
    for (const other of [
      'https://api.diga.io:8443',
      'http://api.diga.io',
      'https://api.diga.io.evil.example',
    ]) {
      expect(mayAsk(rules, other)).toBe(false);
    }
    expect(mayAsk(NO_POLICY.rules, 'https://anything.example')).toBe(true);
  });
});
