import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NO_POLICY, type Policy, type PolicyRules } from '../../shared/policy.ts';
import { App } from '../app.tsx';
import { SettingsProvider } from '../settings/settings-context.tsx';
import { SettingsDialog } from '../settings/settings-dialog.tsx';
import { CAN_LOCK, createFakeBridge, SIGNED_OUT, settingsState } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { policyProblemText, ruleLines } from './policy-text.ts';

const STRICTEST: PolicyRules = {
  allowedAddresses: [],
  connections: [],
  clipboardSeconds: 15,
  lockMinutes: 1,
  offlineCopy: false,
  updates: false,
  demo: false,
};

const inForce = (rules: Partial<PolicyRules>): Policy => ({
  kind: 'in-force',
  rules: { ...NO_POLICY.rules, ...rules },
});

describe('what is ruled', () => {
  it('has a line each, and none where nothing is', () => {
    expect(ruleLines(NO_POLICY)).toEqual([]);
    const lines = ruleLines(
      inForce({ ...STRICTEST, allowedAddresses: ['https://a.example', 'https://b.example'] }),
    );
    expect(lines.map(({ title, text }) => `${title}: ${text}`)).toEqual([
      'API addresses: Only a.example, b.example.',
      'Lock: After 1 minute at most.',
      'Clipboard: A copied key stays 15 seconds at most.',
      'Offline copy: Off. No list of keys is kept on this computer.',
      'Updates: Off. Keydesk does not look for them.',
      'Demo project: Off.',
    ]);
    expect(ruleLines(inForce(STRICTEST))[0]?.text).toBe('None may be asked.');
  });

  it('says what is wrong with a policy that cannot be followed', () => {
    const texts = (['unreadable', 'malformed', 'not-protected'] as const).map(policyProblemText);
    expect(new Set(texts).size).toBe(3);
  });
});

describe('Settings under a policy', () => {
  async function show(policy: Policy) {
    const bridge = createFakeBridge({
      getPolicy: async () => policy,
      getSettings: async () => settingsState({ clipboardSeconds: 30, lockMinutes: 5 }),
    });
    renderWith(
      <SettingsProvider>
        <SettingsDialog
          purpose="settings"
          means={CAN_LOCK.means}
          session={SIGNED_OUT}
          onResult={() => undefined}
          onClose={() => undefined}
        />
      </SettingsProvider>,
      bridge,
    );
    await act(async () => {});
  }
  const choices = (name: RegExp) =>
    [...screen.getByRole<HTMLSelectElement>('combobox', { name }).options].map(
      ({ textContent }) => textContent,
    );

  it('offers no time beyond it and no "Never", and gives the reason', async () => {
    await show(inForce({ clipboardSeconds: 45, lockMinutes: 5 }));
    expect(choices(/clipboard/)).toEqual(['15 seconds', '30 seconds', '45 seconds']);
    expect(screen.getByText(/Ruled by the policy of this computer: at most 45 seconds\./)).toBeTruthy();
    // One choice is none.
    expect(screen.getByRole<HTMLSelectElement>('combobox', { name: /Lock after/ }).disabled).toBe(true);
    expect(screen.getByRole('region', { name: 'Policy of this computer' })).toBeTruthy();
  });

  it('says nothing of it where there is none', async () => {
    await show(NO_POLICY);
    expect(choices(/clipboard/)).toContain('Never');
    expect(screen.queryByText(/policy/i)).toBeNull();
  });

  it('gives the reason of the strictest rules', async () => {
    await show({ kind: 'broken', problem: 'malformed', rules: STRICTEST });
    expect(screen.getByText(/has a mistake in it\. The strictest rules hold/)).toBeTruthy();
  });
});

describe('the sign-in under a policy', () => {
  async function show(policy: Policy) {
    const bridge = createFakeBridge({ getSession: async () => SIGNED_OUT, getPolicy: async () => policy });
    renderWith(<App />, bridge);
    await screen.findByRole('heading', { name: 'Connect a project' });
    await act(async () => {});
  }
  const address = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'API address' }).value;
  const demo = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Open the demo project' });

  it('begins with what is given, and each of several fills in its address', async () => {
    await show(
      inForce({
        connections: [
          { name: 'Production', address: 'https://a.example' },
          { name: 'Staging', address: 'https://b.example' },
        ],
      }),
    );
    expect(address()).toBe('https://a.example');
    fireEvent.click(screen.getByRole('button', { name: 'Staging' }));
    expect(address()).toBe('https://b.example');
    expect(demo().disabled).toBe(false);
  });

  it('begins with what is allowed', async () => {
    await show(inForce({ allowedAddresses: ['https://only.example'] }));
    expect(address()).toBe('https://only.example');
    expect(screen.queryByRole('group', { name: 'Given for this computer' })).toBeNull();
  });

  it('locks the demo with the reason', async () => {
    await show(inForce({ demo: false }));
    expect(demo().disabled).toBe(true);
    expect(screen.getByText('Ruled by the policy of this computer: off.')).toBeTruthy();
  });
});
