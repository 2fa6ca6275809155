import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fail } from '../../shared/app-error.ts';
import type { UnlockOutcome } from '../../shared/lock-state.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, type FakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { LockScreen } from './lock-screen.tsx';

const PHRASE = 'correct horse battery';
const BOTH = { passPhrase: true, touchId: true };
const PHRASE_ONLY = { passPhrase: true, touchId: false };

const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Pass phrase' });
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

function show(overrides: Parameters<typeof createFakeBridge>[0] = {}, means = PHRASE_ONLY, atOnce = false) {
  const bridge = createFakeBridge(overrides);
  renderWith(<LockScreen means={means} linkWaits={false} atOnce={atOnce} onSignOut={() => {}} />, bridge);
  return bridge;
}

async function unlock(phrase = PHRASE): Promise<void> {
  field().value = phrase;
  const form = field().form;
  await act(async () => {
    if (form) fireEvent.submit(form);
  });
}

const answering = (outcome: UnlockOutcome) => ({ unlock: async () => outcome });

/** The calls that main answers while it is locked; any other would be refused. */
function expectNoOtherCall(bridge: FakeBridge): void {
  const others = ['getSession', 'getPendingSecret', 'loadKeys', 'getClipboard', 'getSettings'] as const;
  for (const channel of others) expect(bridge.callsOf(channel)).toEqual([]);
}

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('with a pass phrase', () => {
  it('has the focus in the field, and sends what was typed without keeping it', async () => {
    const { promise, resolve } = deferred<UnlockOutcome>();
    const bridge = show({ unlock: () => promise });
    expect(screen.getByRole('heading', { name: 'Keydesk is locked' })).toBeTruthy();
    expect(document.activeElement).toBe(field());
    await unlock();
    expect(bridge.callsOf('unlock')).toEqual([{ passPhrase: PHRASE }]);
    expect(field().value).toBe('');
    await unlock('again');
    expect(bridge.callsOf('unlock')).toHaveLength(1);
    await act(async () => resolve({ kind: 'unlocked' }));
    expect(document.body.innerHTML).not.toContain(PHRASE);
    expectNoOtherCall(bridge);
  });

  it('sends nothing for an empty field', async () => {
    const bridge = show();
    await unlock('');
    expect(bridge.callsOf('unlock')).toEqual([]);
  });

  it('says that it is the wrong one, at the field', async () => {
    show(answering({ kind: 'wrong' }));
    await unlock();
    expect(screen.getByRole('alert').textContent).toBe('This is not the pass phrase');
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
  });

  it('counts the wait down, read out once, and takes no pass phrase meanwhile', async () => {
    vi.useFakeTimers();
    const bridge = show(answering({ kind: 'wait', seconds: 4 }));
    await unlock();
    expect(screen.getByRole('timer').textContent).toBe('Try again in 4 seconds');
    expect(button('Unlock').disabled).toBe(true);
    await act(async () => vi.advanceTimersByTime(3000));
    expect(screen.getByRole('timer').textContent).toBe('Try again in 1 second');
    expect(screen.getByRole('alert').textContent).toBe('Try again in 4 seconds');
    await unlock();
    expect(bridge.callsOf('unlock')).toHaveLength(1);
    await act(async () => vi.advanceTimersByTime(1000));
    expect(screen.getByRole('status').textContent).toBe('You can try again now');
    expect(button('Unlock').disabled).toBe(false);
  });

  it.each([
    ['unavailable', answering({ kind: 'unavailable' })],
    ['refused', { unlock: () => Promise.reject(new Error('Refused')) }],
  ])('a check that is %s ends calmly', async (_name, overrides) => {
    show(overrides);
    await unlock();
    expect(screen.getByRole('alert').textContent).toBe('The pass phrase could not be checked. Try again');
  });
});

describe('with Touch ID', () => {
  it('prompts by itself once where the window was locked when it opened', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const bridge = show({ unlockByTouchId: async () => ({ kind: 'wrong' }) }, BOTH, true);
    await act(async () => {});
    expect(bridge.callsOf('unlockByTouchId')).toHaveLength(1);
    act(() => void window.dispatchEvent(new Event('focus')));
    expect(bridge.callsOf('unlockByTouchId')).toHaveLength(1);
    // What was prompted by itself is no failure of the person's.
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('locked later, it prompts when somebody comes back to the window', async () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    const bridge = show({}, BOTH);
    expect(bridge.callsOf('unlockByTouchId')).toEqual([]);
    await act(async () => void window.dispatchEvent(new Event('focus')));
    expect(bridge.callsOf('unlockByTouchId')).toHaveLength(1);
  });

  it.each([
    ['not recognised', async () => ({ kind: 'wrong' }) as const],
    ['refused', () => Promise.reject(new Error('Refused'))],
  ])('%s after the button: says so', async (_name, unlockByTouchId) => {
    show({ unlockByTouchId }, BOTH);
    await act(async () => void fireEvent.click(button('Unlock with Touch ID')));
    expect(screen.getByRole('alert').textContent).toBe('Touch ID did not unlock Keydesk');
  });

  it('alone, there is no field', () => {
    show({}, { passPhrase: false, touchId: true });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(button('Unlock with Touch ID')).toBeTruthy();
  });
});

describe('sign out instead', () => {
  it('says what it deletes, and can be called off', async () => {
    const bridge = show();
    fireEvent.click(button('Sign out instead'));
    const question = screen.getByRole('alertdialog', { name: 'Sign out instead' });
    expect(question.textContent).toContain('Every connection is signed out');
    expect(question.textContent).toContain('A new key that has not been stored is lost');
    await waitFor(() => expect(document.activeElement).toBe(button('Cancel')));
    fireEvent.click(button('Cancel'));
    expect(bridge.callsOf('signOut')).toEqual([]);
    fireEvent.click(button('Sign out instead'));
    await act(async () => void fireEvent.click(button('Sign out')));
    expect(bridge.callsOf('signOut')).toHaveLength(1);
    expectNoOtherCall(bridge);
  });

  it.each([
    ['fails', async () => fail({ kind: 'not-saved' }), "This could not be saved on this computer's disk"],
    ['is refused', () => Promise.reject(new Error('Refused')), 'Something went wrong in Keydesk'],
  ])('where it %s, the screen stays and says so', async (_name, signOut, sentence) => {
    show({ signOut });
    fireEvent.click(button('Sign out instead'));
    await act(async () => void fireEvent.click(button('Sign out')));
    expect(screen.getByRole('alert').textContent).toContain(sentence);
    expect(screen.getByRole('heading', { name: 'Keydesk is locked' })).toBeTruthy();
  });
});
