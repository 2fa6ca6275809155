import { act, screen } from '@testing-library/react';
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
