import { access, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Attempt, CreateDetails } from '../../shared/attempt.ts';
import type { Cipher } from '../session/cipher.ts';
import { DEMO_FINGERPRINT } from '../session/connection.ts';
import { createAttemptSeal } from './attempt-seal.ts';
import { type AttemptStore, createAttemptStore } from './attempt-store.ts';
import { type Begun, createAttempts } from './attempts.ts';

const KEY_ID = '0f0e2d7c-4a1b-4f7e-9d55-2f9f3f0a1b2c';
const DETAILS: CreateDetails = {
  name: 'CRM_Query',
  access: { kind: 'restricted', permissions: ['calls.view'] },
  before: [KEY_ID],
  beforeIsWhole: true,
  keyId: null,
};
const CREATE: Begun = { kind: 'create', details: DETAILS };
const DELETE: Begun = { kind: 'delete', details: { keyId: KEY_ID, name: 'CRM_Query', lastFour: 'wxyz' } };

/** Turns every byte round: nothing of the text is readable. */
const flip = (bytes: Uint8Array) => bytes.map((byte) => 255 - byte);
const KEYRING: Cipher = {
  protection: async () => ({ kind: 'protected' }),
  encrypt: async (text) => flip(Buffer.from(text)),
  decrypt: async (bytes) => Buffer.from(flip(bytes)).toString(),
};
/** As on Linux without a keyring: it would encrypt, under a key that everyone knows. */
const NO_KEYRING: Cipher = {
  protection: async () => ({ kind: 'unprotected', reason: 'no-keyring' }),
  encrypt: async (text) => Buffer.from(`v10${text}`),
  decrypt: () => Promise.reject(new Error('no keyring')),
};

describe('createAttempts', () => {
  let file: string;

  beforeEach(async () => {
    file = join(await mkdtemp(join(tmpdir(), 'keydesk-attempts-')), 'attempts.json');
  });

  /** One run of the program. */
  function start(
    cipher: Cipher = KEYRING,
    connection = 'here',
    store: AttemptStore = createAttemptStore(file),
  ) {
    const told: (readonly Attempt[])[] = [];
    const attempts = createAttempts({
      store,
      seal: createAttemptSeal(cipher),
      connection: () => connection,
      onChange: (open) => told.push(open),
      clock: () => 1_000,
    });
    return { attempts, told };
  }

  const content = () => readFile(file, 'utf8');
  const exists = () =>
    access(file).then(
      () => true,
      () => false,
    );

  it('has written an attempt down before its call is sent, and tells of it after a crash', async () => {
    const { attempts, told } = start();
    await attempts.begin(CREATE).written;
    expect(await attempts.list()).toEqual([]);
    expect(told.flat()).toEqual([]);
    expect(await content()).not.toContain('CRM_Query');
    const [found, ...more] = await start().attempts.list();
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      kind: 'create',
      stage: 'sent',
      at: 1_000,
      kept: 'whole',
      details: DETAILS,
    });
  });

  it('forgets what had a clear answer', async () => {
    const { attempts } = start();
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.clear(id);
    await attempts.unwritten();
    expect(attempts.unwritten()).toBeNull();
    expect(await start().attempts.list()).toEqual([]);
  });

  it('tells of what had none, at once and at the next start, until it is dismissed', async () => {
    const { attempts, told } = start();
    const { id, written } = attempts.begin(CREATE);
    attempts.dismiss(id);
    attempts.uncertain(id);
    expect(told.at(-1)).toMatchObject([{ id, stage: 'uncertain', details: DETAILS }]);
    await written;
    await attempts.unwritten();
    const next = start();
    expect(await next.attempts.list()).toMatchObject([{ id, stage: 'uncertain', details: DETAILS }]);
    next.attempts.dismiss(id);
    await next.attempts.unwritten();
    expect(await start().attempts.list()).toEqual([]);
  });

  it('tells of a key that was shown and not stored only after a crash', async () => {
    const { attempts } = start();
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.created(id, KEY_ID, true);
    expect(await attempts.list()).toEqual([]);
    // A second program that starts while the file is written would take its beginning for a leftover.
    await expect.poll(() => readFile(file, 'utf8')).toContain('"created"');
    expect(await start().attempts.list()).toMatchObject([
      { stage: 'created', details: { ...DETAILS, keyId: KEY_ID } },
    ]);
    attempts.stored();
    await attempts.unwritten();
    expect(await start().attempts.list()).toEqual([]);
  });

  it('forgets those of one connection at its sign-out, and keeps the others', async () => {
    const here = start();
    const first = here.attempts.begin(CREATE);
    here.attempts.uncertain(first.id);
    await first.written;
    await here.attempts.unwritten();
    const there = start(KEYRING, 'there');
    await there.attempts.list();
    const second = there.attempts.begin(CREATE);
    there.attempts.uncertain(second.id);
    await second.written;
    await there.attempts.unwritten();
    await there.attempts.forgetOf('there');
    expect(await there.attempts.list()).toEqual([]);
    expect(await start(KEYRING, 'there').attempts.list()).toEqual([]);
    expect(await start().attempts.list()).toMatchObject([{ id: first.id }]);
    await there.attempts.forgetOf('here');
    await expect(access(file)).rejects.toThrow();
  });

  it('tells at once of a key whose secret never came, until that key is gone', async () => {
    const { attempts } = start();
    const { id } = attempts.begin(CREATE);
    attempts.created(id, KEY_ID, false);
    attempts.stored();
    expect(await attempts.list()).toMatchObject([{ stage: 'created', details: { keyId: KEY_ID } }]);
    attempts.clearAbout(KEY_ID);
    expect(await attempts.list()).toEqual([]);
  });

  it('takes two unclear deletes of one key for the same matter', async () => {
    const { attempts } = start();
    const first = attempts.begin(DELETE);
    attempts.uncertain(first.id);
    const refused = attempts.begin(DELETE);
    attempts.clear(refused.id);
    expect((await attempts.list()).map(({ id }) => id)).toEqual([first.id]);
    const second = attempts.begin(DELETE);
    attempts.uncertain(second.id);
    expect((await attempts.list()).map(({ id }) => id)).toEqual([second.id]);
    attempts.clearAbout(KEY_ID);
    expect(await attempts.list()).toEqual([]);
  });

  it('writes time, connection and kind only where no keyring protects, and keeps the rest in memory', async () => {
    const { attempts } = start(NO_KEYRING);
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.uncertain(id);
    await attempts.unwritten();
    expect(await attempts.list()).toMatchObject([{ kept: 'time-only', details: DETAILS }]);
    expect(JSON.parse(await content())).toEqual({
      version: 1,
      attempts: [{ id, connection: 'here', at: 1_000, kind: 'create', stage: 'uncertain', sealed: null }],
    });
    expect(await start(NO_KEYRING).attempts.list()).toMatchObject([{ kept: 'time-only', details: null }]);
  });

  it('tells what it was about once the keyring opens, in the same run', async () => {
    await start().attempts.begin(CREATE).written;
    let isLocked = true;
    const decrypt: Cipher['decrypt'] = (bytes) =>
      isLocked ? Promise.reject(new Error('locked')) : KEYRING.decrypt(bytes);
    const { attempts, told } = start({ ...KEYRING, decrypt });
    expect(await attempts.list()).toMatchObject([{ details: null }]);
    isLocked = false;
    await attempts.readAgain();
    expect(told.at(-1)).toMatchObject([{ details: DETAILS, kept: 'whole' }]);
  });

  it('keeps what the keyring does not open now as it is', async () => {
    const { attempts } = start();
    await attempts.begin(CREATE).written;
    const locked = start(NO_KEYRING);
    expect(await locked.attempts.list()).toMatchObject([{ kept: 'whole', details: null }]);
    const { id, written } = locked.attempts.begin(DELETE);
    await written;
    locked.attempts.clear(id);
    await locked.attempts.unwritten();
    expect(await start().attempts.list()).toMatchObject([{ details: DETAILS }]);
  });

  it('does not take the details of one attempt for those of another', async () => {
    const { attempts } = start();
    await attempts.begin(CREATE).written;
    const other = '6f2c1f0e-6a51-4b46-8d0c-0d8a3c1a8a11';
    await writeFile(file, (await content()).replace(/"id":"[^"]*"/, `"id":"${other}"`));
    expect(await start().attempts.list()).toMatchObject([{ id: other, details: null }]);
  });

  it('lives in memory where the disk refuses, and says so', async () => {
    const refusing: AttemptStore = {
      read: () => Promise.reject(new Error('denied')),
      write: () => Promise.reject(new Error('disk full')),
      remove: async () => undefined,
    };
    const { attempts } = start(KEYRING, 'here', refusing);
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.uncertain(id);
    await attempts.unwritten();
    expect(await attempts.list()).toMatchObject([{ id, kept: 'nothing', details: DETAILS }]);
  });

  it('tells each connection of its own attempts', async () => {
    await start(KEYRING, 'there').attempts.begin(CREATE).written;
    const { attempts } = start();
    await attempts.begin(DELETE).written;
    expect(await start(KEYRING, 'there').attempts.list()).toMatchObject([{ kind: 'create' }]);
    expect(await start().attempts.list()).toMatchObject([{ kind: 'delete' }]);
  });

  it('keeps the demo’s in memory, without asking the keyring', async () => {
    const { attempts } = start(NO_KEYRING, DEMO_FINGERPRINT);
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.uncertain(id);
    await attempts.unwritten();
    expect(await attempts.list()).toMatchObject([{ id, kept: 'nothing' }]);
    expect(await exists()).toBe(false);
    attempts.forgetDemo();
    expect(await attempts.list()).toEqual([]);
  });

  it('is gone after a sign-out, with its file, also where a write was on its way', async () => {
    const { attempts } = start();
    await attempts.begin(CREATE).written;
    const { id } = attempts.begin(CREATE);
    const signedOut = attempts.forgetAll();
    attempts.uncertain(id);
    await signedOut;
    await attempts.unwritten();
    expect(await attempts.list()).toEqual([]);
    expect(await exists()).toBe(false);
  });

  it('stays where a sign-out cannot delete its file', async () => {
    const real = createAttemptStore(file);
    const { attempts } = start(KEYRING, 'here', {
      ...real,
      remove: () => Promise.reject(new Error('disk')),
    });
    const { id, written } = attempts.begin(CREATE);
    await written;
    attempts.uncertain(id);
    await expect(attempts.forgetAll()).rejects.toThrow('disk');
    expect(await attempts.list()).toMatchObject([{ id, details: DETAILS }]);
    attempts.dismiss(id);
    await attempts.unwritten();
    expect(await start().attempts.list()).toEqual([]);
  });
});
