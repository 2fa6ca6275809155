import { act } from '@testing-library/react';
import { createKeysStore } from '../keys/keys-store.ts';
import { KeysView } from '../keys/keys-view.tsx';
import { GoTo } from '../palette/go-to.tsx';
import { SettingsProvider } from '../settings/settings-context.tsx';
import { DEMO_CONNECTION, type FakeBridge } from './fake-bridge.ts';
import { renderWith } from './render-with.tsx';

/** The main view on the keys of a bridge, once they are asked for. */
export async function showKeys(bridge: FakeBridge, connection = DEMO_CONNECTION) {
  const store = createKeysStore({ bridge, now: Date.now, later: () => () => {} });
  renderWith(
    <SettingsProvider>
      <GoTo>
        <KeysView store={store} connection={connection} onSignIn={() => {}} onExport={() => {}} />
      </GoTo>
    </SettingsProvider>,
    bridge,
  );
  await act(async () => void store.start());
  return { bridge, store };
}
