import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NO_POLICY, type Policy } from '../../shared/policy.ts';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { AddConnection } from './add-connection.tsx';

it('begins with an address that the policy of this computer allows', async () => {
  const rules = { ...NO_POLICY.rules, allowedAddresses: ['https://keys.example.com'] };
  const policy: Policy = { kind: 'in-force', rules };
  const bridge = createFakeBridge({ getPolicy: async () => policy });
  await act(async () => {
    renderWith(<AddConnection onResult={(result) => result} onClose={() => undefined} />, bridge);
  });
  expect(screen.getByLabelText<HTMLInputElement>('API address').value).toBe('https://keys.example.com');
});

it('offers what the policy gives beforehand: the address and the name are filled in, the token is asked for', async () => {
  const given = { name: 'Team keys', address: 'https://keys.example.com' };
  const policy: Policy = { kind: 'in-force', rules: { ...NO_POLICY.rules, connections: [given] } };
  const bridge = createFakeBridge({ getPolicy: async () => policy });
  await act(async () => {
    renderWith(<AddConnection onResult={(result) => result} onClose={() => undefined} />, bridge);
  });
  fireEvent.click(screen.getByRole('button', { name: 'Team keys' }));
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Team keys');
  expect(screen.getByLabelText<HTMLInputElement>('API address').value).toBe(given.address);
  fireEvent.change(screen.getByLabelText(/Admin token/), { target: { value: 'typed' } });
  fireEvent.click(screen.getByRole('button', { name: 'Connect' }));
  await waitFor(() =>
    expect(bridge.callsOf('connect')).toEqual([{ address: given.address, token: 'typed' }]),
  );
  expect(bridge.callsOf('changeConnection')).toMatchObject([{ settings: { ownName: 'Team keys' } }]);
});
