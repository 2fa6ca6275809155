import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { NO_ACCESS } from '../../shared/permissions.ts';
import type { Preset } from '../../shared/presets.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { PresetsMenu } from './presets-menu.tsx';

const LEVELS = { ...NO_ACCESS, calls: 'read' } as const;
const OWN: Preset = { name: 'CRM', levels: { ...NO_ACCESS, contacts: 'write' } };

function open(own: readonly Preset[] = []) {
  const onChoose = vi.fn();
  const bridge = createFakeBridge({ getPresets: async () => own });
  renderWith(<PresetsMenu levels={LEVELS} disabled={false} onChoose={onChoose} />, bridge);
  fireEvent.click(screen.getByRole('button', { name: 'Presets' }));
  return { bridge, onChoose };
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('menuitem', { name }));
}

test('chooses one of the program', () => {
  const { onChoose } = open();
  press('Everything, read only');
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ levels: { calls: 'read', billing: 'read' } });
});

test("chooses and deletes one's own", async () => {
  const { bridge, onChoose } = open([OWN]);
  await screen.findByText('Your own');
  press('Delete preset CRM');
  await waitFor(() => expect(screen.queryByText('Your own')).toBeNull());
  expect(bridge.callsOf('deletePreset')).toEqual([{ presetName: 'CRM' }]);
  expect(onChoose).not.toHaveBeenCalled();
});

test('saves what is chosen under a name, which it must have', async () => {
  const { bridge } = open();
  press('Save as preset…');
  const name = await screen.findByLabelText('Preset name');
  fireEvent.keyDown(name, { key: 'Enter' });
  expect(screen.getByText('Enter a name')).toBeTruthy();
  fireEvent.change(name, { target: { value: ' Calls only ' } });
  expect(fireEvent.keyDown(name, { key: 'Enter' })).toBe(false);
  expect(bridge.callsOf('savePreset')).toEqual([{ name: 'Calls only', levels: LEVELS }]);
  await waitFor(() => expect(screen.queryByLabelText('Preset name')).toBeNull());
});
