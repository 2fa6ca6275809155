import { expect, it } from 'vitest';
import { createFakeBridge } from '../test/fake-bridge.ts';
import { boundBridge } from './bound-bridge.ts';

it('says whose list is asked for, and whose keys are changed', async () => {
  const bridge = createFakeBridge();
  const bound = boundBridge(bridge, 'a');
  await bound.loadKeys({ loadId: 1, wantsCopy: true });
  await bound.createKey({ name: 'x', access: { kind: 'unrestricted' } });
  await bound.deleteKey({ id: 'k' });
  await bound.deleteKeys({ ids: ['k'], count: 1 });
  for (const channel of ['loadKeys', 'createKey', 'deleteKey', 'deleteKeys'] as const)
    expect(bridge.callsOf(channel)).toMatchObject([{ connectionId: 'a' }]);
});
