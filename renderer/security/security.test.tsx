import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import type { SessionState, TokenStorage } from '../../shared/session-state.ts';
import { SettingsProvider } from '../settings/settings-context.tsx';
import { SettingsDialog, type SettingsPurpose } from '../settings/settings-dialog.tsx';
import { CAN_LOCK, createFakeBridge, DEMO_CONNECTION, SIGNED_OUT, UNLOCKED } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';

const OLD = 'the old pass phrase';
const NEW = 'correct horse battery';

type Shown = {
  readonly isSet?: boolean;
  readonly purpose?: SettingsPurpose;
  readonly session?: SessionState;
};

async function show(overrides: Parameters<typeof createFakeBridge>[0] = {}, shown: Shown = {}) {
  const { isSet = false, purpose = 'settings', session = SIGNED_OUT } = shown;
  const bridge = createFakeBridge(overrides);
  const [onResult, onClose] = [vi.fn(), vi.fn()];
  renderWith(
    <SettingsProvider>
      <SettingsDialog
        purpose={purpose}
        means={(isSet ? CAN_LOCK : UNLOCKED).means}
        session={session}
        onResult={onResult}
        onClose={onClose}
      />
    </SettingsProvider>,
    bridge,
  );
  await act(async () => {});
  // The dialog gives the focus to its search a moment later.
  if (purpose === 'settings')
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('search'));
  return { bridge, onResult, onClose };
}

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const choice = (name: string) => screen.getByRole<HTMLSelectElement>('combobox', { name });
const click = (name: string) => act(async () => void fireEvent.click(screen.getByRole('button', { name })));
const alertText = () => screen.getByRole('alert').textContent;

function type(values: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(values)) field(name).value = value;
}

async function change(): Promise<void> {
  await click('Change pass phrase…');
  type({ 'Current pass phrase': OLD, 'New pass phrase': NEW, 'Repeat it': NEW });
  await click('Change pass phrase');
}

describe('the pass phrase', () => {
  it('is set, and nothing of it stays', async () => {
    const { bridge } = await show();
    expect(screen.getByText(/locks the window and encrypts nothing/).textContent).toContain(
      'Whoever forgets it signs out and connects again.',
    );
    await click('Set a pass phrase…');
    expect(document.activeElement).toBe(field('Pass phrase'));
    type({ 'Pass phrase': NEW, 'Repeat it': NEW });
    await click('Set pass phrase');
    expect(bridge.callsOf('setPassPhrase')).toEqual([{ current: null, passPhrase: NEW }]);
    expect(screen.getByText('The pass phrase has been set.')).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Set a pass phrase…'));
  });

  it.each([
    [{ 'Pass phrase': '', 'Repeat it': '' }, 'Use at least 8 characters', 'Pass phrase'],
    [{ 'Pass phrase': 'seven77', 'Repeat it': 'seven77' }, 'Use at least 8 characters', 'Pass phrase'],
    [{ 'Pass phrase': NEW, 'Repeat it': 'correct horse' }, 'This is not the same pass phrase', 'Repeat it'],
  ])('is refused at its field: %o', async (values, words, name) => {
    const { bridge } = await show({}, { purpose: 'pass-phrase' });
    type(values);
    await click('Set pass phrase');
    expect(alertText()).toBe(words);
    // Said once: by the complaint or by the hint.
    expect(screen.getAllByText(/at least 8 characters/i)).toHaveLength(1);
    expect(document.activeElement).toBe(field(name));
    expect(bridge.callsOf('setPassPhrase')).toEqual([]);
  });

  it('is changed only after the current one', async () => {
    const { bridge } = await show({}, { isSet: true });
    await click('Change pass phrase…');
    type({ 'New pass phrase': NEW, 'Repeat it': NEW });
    await click('Change pass phrase');
    expect(alertText()).toBe('Enter the pass phrase');
    type({ 'Current pass phrase': OLD });
    await click('Change pass phrase');
    expect(bridge.callsOf('setPassPhrase')).toEqual([{ current: OLD, passPhrase: NEW }]);
    expect(screen.getByText('The pass phrase has been changed.')).toBeTruthy();
  });

  it('a wrong current one is told at its field; the new one stays typed', async () => {
    await show({ setPassPhrase: async () => ok({ kind: 'wrong' }) }, { isSet: true });
    await change();
    expect(alertText()).toBe('This is not the pass phrase');
    expect(field('Current pass phrase').value).toBe('');
    expect(document.activeElement).toBe(field('Current pass phrase'));
    expect(field('New pass phrase').value).toBe(NEW);
  });

  it('a wait counts down and holds the button back', async () => {
    await show({ setPassPhrase: async () => ok({ kind: 'wait', seconds: 4 }) }, { isSet: true });
    await change();
    expect(screen.getByRole('timer').textContent).toBe('Try again in 4 seconds');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Change pass phrase' }).disabled).toBe(true);
  });

  it.each([
    ['unavailable', async () => ok({ kind: 'unavailable' } as const), 'could not be checked'],
    ['not saved', async () => fail({ kind: 'not-saved' }), "could not be saved on this computer's disk"],
    ['refused', () => Promise.reject(new Error('Refused')), 'Something went wrong in Keydesk'],
  ])('%s: said in place', async (_name, setPassPhrase, words) => {
    await show({ setPassPhrase }, { isSet: true });
    await change();
    expect(alertText()).toContain(words);
    expect(field('New pass phrase').value).toBe(NEW);
  });
});

describe('the times', () => {
  it('are saved at once', async () => {
    const { bridge } = await show({}, { isSet: true });
    await act(async () => void fireEvent.change(choice('Lock after'), { target: { value: 'never' } }));
    const clear = choice('Clear a copied key from the clipboard after');
    await act(async () => void fireEvent.change(clear, { target: { value: '30' } }));
    expect(bridge.callsOf('changeSettings')).toEqual([{ lockMinutes: null }, { clipboardSeconds: 30 }]);
  });

  it('of the lock has its reason while nothing can unlock', async () => {
    await show();
    expect(choice('Lock after').disabled).toBe(true);
    expect(screen.getByText(/Off until a pass phrase is set\./)).toBeTruthy();
    expect(choice('Clear a copied key from the clipboard after').disabled).toBe(false);
  });

  it('that could not be saved say so', async () => {
    await show({ changeSettings: () => Promise.reject(new Error('disk')) }, { isSet: true });
    await act(async () => void fireEvent.change(choice('Lock after'), { target: { value: '5' } }));
    expect(alertText()).toContain("could not be saved on this computer's disk");
    expect(choice('Lock after').value).toBe('15');
  });
});

describe('the token', () => {
  const signedIn = (tokenStorage: TokenStorage): SessionState => ({
    kind: 'signed-in',
    connection: { ...DEMO_CONNECTION, kind: 'api', tokenStorage },
  });

  it.each([
    ['no-keyring', 'this computer has no keyring'],
    ['keyring-locked', 'the keyring of this computer is locked'],
    ['not-saved', 'the token could not be saved'],
  ] as const)('in memory only (%s): the reason, and another try', async (reason, words) => {
    const session = signedIn({ kind: 'memory', reason });
    const { bridge, onResult } = await show({ checkKeyring: async () => ok(session) }, { session });
    expect(screen.getByText(new RegExp(words))).toBeTruthy();
    await click('Check again');
    expect(bridge.callsOf('checkKeyring')).toHaveLength(1);
    expect(onResult).toHaveBeenCalledWith(ok(session));
    expect(screen.getByText('Checked just now: nothing has changed.')).toBeTruthy();
  });

  it('a check that fails says so', async () => {
    const session = signedIn({ kind: 'memory', reason: 'not-saved' });
    await show({ checkKeyring: () => Promise.reject(new Error('Refused')) }, { session });
    await click('Check again');
    expect(screen.getByText('Something went wrong in Keydesk')).toBeTruthy();
  });

  it('in the keyring, there is nothing to check', async () => {
    await show({}, { session: signedIn({ kind: 'keyring' }) });
    expect(screen.getByText(/kept encrypted/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Check again' })).toBeNull();
  });
});
