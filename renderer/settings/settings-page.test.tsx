import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { fail } from '../../shared/app-error.ts';
import { NO_POLICY } from '../../shared/policy.ts';
import { SETTING_IDS, type SettingChange } from '../../shared/settings.ts';
import { CAN_LOCK, createFakeBridge, SIGNED_IN, settingsState, UNLOCKED } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { settingLabel } from './setting-words.ts';
import { SettingsProvider } from './settings-context.tsx';
import { SettingsDialog } from './settings-dialog.tsx';

async function show(overrides: Parameters<typeof createFakeBridge>[0] = {}, canLock = true) {
  const bridge = createFakeBridge(overrides);
  renderWith(
    <SettingsProvider>
      <SettingsDialog
        purpose="settings"
        means={(canLock ? CAN_LOCK : UNLOCKED).means}
        session={SIGNED_IN}
        onResult={() => undefined}
        onClose={() => undefined}
      />
    </SettingsProvider>,
    bridge,
  );
  await act(async () => {});
  // The dialog gives it the focus a moment later.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')));
  return bridge;
}

const set = (changed: SettingChange) => ({ getSettings: async () => settingsState(changed) });
const find = (query: string) =>
  fireEvent.change(screen.getByRole('searchbox', { name: 'Search settings' }), { target: { value: query } });
const headings = () => screen.queryAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);

it('shows each setting of the table, with what it is at first', async () => {
  await show();
  for (const id of SETTING_IDS) expect(screen.getAllByText(settingLabel(id)).length).toBe(1);
  expect(screen.getByText(/Default: 15 minutes\./)).toBeTruthy();
  expect(screen.getByText(/Default: Comfortable\./)).toBeTruthy();
});

it('changes what is chosen, of every kind', async () => {
  const bridge = await show(set({ updates: true }));
  const choose = (name: string, value: string) =>
    act(async () => void fireEvent.change(screen.getByRole('combobox', { name }), { target: { value } }));
  const click = (role: string, name: string) =>
    act(async () => void fireEvent.click(screen.getByRole(role, { name })));
  await choose('Colours', 'dark');
  await choose('A key is old after', '90');
  await choose('A key writes much with more than', '3');
  await choose('Lock after', 'never');
  await click('switch', 'Notifications of the system');
  await click('checkbox', 'Owner');
  expect(bridge.callsOf('changeSettings')).toEqual([
    { theme: 'dark' },
    { oldDays: 90 },
    { mostWrites: 3 },
    { lockMinutes: null },
    { notifications: true },
    { columns: ['owner'] },
  ]);
});

it('a setting goes back to its default alone, and keeps the focus; all of them by one button', async () => {
  const bridge = await show(set({ density: 'compact', theme: 'dark' }));
  expect(screen.queryByRole('button', { name: 'Reset Language' })).toBeNull();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Reset Density' })));
  expect(bridge.callsOf('changeSettings')).toEqual([{ density: 'comfortable' }]);
  expect(document.activeElement).toBe(screen.getByRole('combobox', { name: 'Density' }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Reset all settings' })));
  expect(bridge.callsOf('resetSettings')).toHaveLength(1);
  expect(screen.getByText('All settings are as they are at first.').getAttribute('role')).toBe('status');
});

it('finds by its name, by its area, and by what it can be; case and accents do not count', async () => {
  await show();
  find('COMPACT');
  expect(headings()).toEqual(['Appearance']);
  expect(screen.getAllByRole('combobox')).toHaveLength(1);
  find('espanol');
  expect(screen.getByRole('combobox', { name: 'Language' })).toBeTruthy();
  find('pass phrase');
  expect(screen.getByRole('button', { name: 'Change pass phrase…' })).toBeTruthy();
  find('security');
  expect(screen.getByRole('combobox', { name: 'Lock after' })).toBeTruthy();
  find('nothing like this');
  expect(headings()).toEqual([]);
  expect(screen.getByText('No setting matches.')).toBeTruthy();
});

it('what does nothing here says why', async () => {
  await show({}, false);
  expect(screen.getByRole<HTMLSelectElement>('combobox', { name: 'Lock after' }).disabled).toBe(true);
  expect(screen.getByText(/Off until a pass phrase is set\./)).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Look for updates once a day' }).disabled).toBe(
    true,
  );
  expect(screen.getByText(/updated by whatever installed it/)).toBeTruthy();
});

it('what the policy rules is locked with its reason, and has no way back', async () => {
  const rules = { ...NO_POLICY.rules, updates: false };
  await show({
    getPolicy: async () => ({ kind: 'in-force', rules }),
    getSettings: async () => ({ ...settingsState({ updates: false }), hasUpdates: true }),
  });
  expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Look for updates once a day' }).disabled).toBe(
    true,
  );
  expect(screen.getByText(/Ruled by the policy of this computer: off\./)).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Reset Look for updates once a day' })).toBeNull();
});

it('erasing asks once; an answer with no does nothing', async () => {
  const bridge = await show();
  const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Erase all data…' }));
  ask();
  const question = screen.getByRole('alertdialog', { name: 'Erase all data on this computer?' });
  fireEvent.click(within(question).getByRole('button', { name: 'Cancel' }));
  expect(bridge.callsOf('eraseAll')).toEqual([]);
  ask();
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Erase all data' })));
  expect(bridge.callsOf('eraseAll')).toHaveLength(1);
});

it('says where something could not be erased', async () => {
  await show({ eraseAll: async () => fail({ kind: 'change-under-way' }) });
  fireEvent.click(screen.getByRole('button', { name: 'Erase all data…' }));
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Erase all data' })));
  expect(screen.getByRole('alert')).toBeTruthy();
});
