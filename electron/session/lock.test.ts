import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { LockState } from '../../shared/lock-state.ts';
import { createLock } from './lock.ts';
import { createPassPhrase } from './pass-phrase.ts';

const PHRASE = 'correct horse battery staple';
/** Small, so that the tests are quick. */
const COST = 2 ** 14;

async function setUp({ finger = null as 'recognised' | 'refused' | null, phrase = true } = {}) {
  const file = join(await mkdtemp(join(tmpdir(), 'keydesk-lock-')), 'lock.json');
  const states: LockState[] = [];
  let now = 0;
  const passPhrase = createPassPhrase(file, COST);
  const lock = await createLock({
    passPhrase,
    touchId: {
      available: () => finger !== null,
      prompt: async () => {
        if (finger === 'refused') throw new Error('cancelled');
      },
    },
    minutes: () => 15,
    onChange: (state) => states.push(state),
    clock: () => now,
  });
  if (phrase) await lock.setPassPhrase(null, PHRASE);
  return { lock, file, states, passPhrase, pass: (seconds: number) => (now += seconds * 1000) };
}

describe('createLock', () => {
  it('is off, and says so, until something can unlock it', async () => {
    const { lock } = await setUp({ phrase: false });
    expect(lock.lock()).toBe(false);
    expect(lock.state()).toEqual({
      kind: 'unlocked',
      means: { passPhrase: false, touchId: false },
      minutes: 15,
      linkWaits: false,
    });
  });

  it('locks, and opens to the pass phrase alone', async () => {
    const { lock } = await setUp();
    expect(lock.lock()).toBe(true);
    expect(await lock.unlockByPassPhrase('wrong')).toEqual({ kind: 'wrong' });
    expect(lock.isLocked()).toBe(true);
    expect(await lock.unlockByPassPhrase(PHRASE)).toEqual({ kind: 'unlocked' });
    expect(lock.isLocked()).toBe(false);
  });

  it('opens to a finger that is recognised, not to another', async () => {
    const good = await setUp({ finger: 'recognised', phrase: false });
    good.lock.lock();
    expect(await good.lock.unlockByTouchId()).toEqual({ kind: 'unlocked' });
    const bad = await setUp({ finger: 'refused', phrase: false });
    bad.lock.lock();
    expect(await bad.lock.unlockByTouchId()).toEqual({ kind: 'wrong' });
    expect(bad.lock.isLocked()).toBe(true);
  });

  it('makes each further wrong try wait longer', async () => {
    const { lock, pass } = await setUp();
    lock.lock();
    for (let tries = 0; tries < 3; tries += 1)
      expect((await lock.unlockByPassPhrase('wrong')).kind).toBe('wrong');
    expect(await lock.unlockByPassPhrase(PHRASE)).toEqual({ kind: 'wait', seconds: 1 });
    pass(1);
    expect((await lock.unlockByPassPhrase('wrong')).kind).toBe('wrong');
    expect(await lock.unlockByPassPhrase(PHRASE)).toEqual({ kind: 'wait', seconds: 2 });
    pass(2);
    expect(await lock.unlockByPassPhrase(PHRASE)).toEqual({ kind: 'unlocked' });
  });

  it('takes no new pass phrase while it is locked', async () => {
    const { lock } = await setUp();
    lock.lock();
    expect(await lock.setPassPhrase(PHRASE, 'mine')).toEqual({ kind: 'unavailable' });
    expect(await lock.unlockByPassPhrase('mine')).toEqual({ kind: 'wrong' });
  });

  it('changes the pass phrase only for who knows the current one', async () => {
    const { lock } = await setUp();
    expect(await lock.setPassPhrase(null, 'another one')).toEqual({ kind: 'wrong' });
    expect(await lock.setPassPhrase(PHRASE, 'another one')).toEqual({ kind: 'unlocked' });
    lock.lock();
    expect(await lock.unlockByPassPhrase('another one')).toEqual({ kind: 'unlocked' });
  });

  it('forgets everything at sign-out', async () => {
    const { lock, file } = await setUp();
    lock.lock();
    await lock.reset();
    expect(lock.isLocked()).toBe(false);
    await expect(readFile(file)).rejects.toThrow();
    expect(lock.lock()).toBe(false);
  });
});

describe('createPassPhrase', () => {
  it('keeps no word of the phrase, and a new salt each time', async () => {
    const { file, passPhrase } = await setUp();
    const first = await readFile(file, 'utf8');
    expect(first).not.toContain('horse');
    await passPhrase.set(PHRASE);
    expect(await readFile(file, 'utf8')).not.toBe(first);
    expect(await createPassPhrase(file).matches(PHRASE)).toBe(true);
  });

  it('takes the same letters in another coding', async () => {
    const { passPhrase } = await setUp();
    await passPhrase.set('caf\u00e9');
    expect(await passPhrase.matches('cafe\u0301')).toBe(true);
  });

  it('puts a damaged file aside', async () => {
    const { file, passPhrase } = await setUp();
    await writeFile(file, '{"version":1');
    expect(await passPhrase.isSet()).toBe(false);
    expect(await readFile(`${file}.bad`, 'utf8')).toBe('{"version":1');
  });
});
