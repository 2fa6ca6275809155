import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useEffect, useState } from 'react';
import { expect, it } from 'vitest';
import { fail, ok } from '../../shared/app-error.ts';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Connection, SessionState } from '../../shared/session-state.ts';
import { useBridge } from '../bridge.ts';
import { createKeysStore } from '../keys/keys-store.ts';
import { KeysView } from '../keys/keys-view.tsx';
import { createFakeBridge, DEMO_CONNECTION } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { useConnectionDesk } from './connection-desk.ts';
import { ConnectionsRoot } from './connections-root.tsx';
import type { Errand } from './errand.ts';

const ID = '11111111-aaaa-4aaa-8aaa-000000000001';
const KEYS = [sampleKey(ID, { name: 'CRM_Query' })];
const known = (id: string, standing: KnownConnection['standing'] = 'ready'): KnownConnection => ({
  id,
  name: id,
  projectName: id,
  address: `https://${id}.example.com`,
  settings: USUAL_SETTINGS,
  standing,
});
const connection = (id: string): Connection => ({ ...DEMO_CONNECTION, kind: 'api', id, name: id });
const signedIn = (id: string): SessionState => ({ kind: 'signed-in', connection: connection(id) });

function Keys({ connection: shown }: { readonly connection: Connection }) {
  const bridge = useBridge();
  const [store] = useState(() => createKeysStore({ bridge, now: Date.now, later: () => () => {} }));
  useEffect(() => store.start(), [store]);
  return <KeysView store={store} connection={shown} onSignIn={() => {}} onExport={() => {}} />;
}

function Go({ to, errand }: { readonly to: string; readonly errand: Errand }) {
  const { openIn } = useConnectionDesk();
  return (
    <button type="button" onClick={() => openIn(to, errand)}>
      Go
    </button>
  );
}

function Root({ to, errand }: { readonly to: string; readonly errand: Errand }) {
  const [session, setSession] = useState(signedIn('alpha'));
  const open = session.kind === 'signed-in' ? session.connection : DEMO_CONNECTION;
  return (
    <ConnectionsRoot
      session={session}
      onResult={(result) => {
        if (result.ok) setSession(result.value);
        return result;
      }}
      isAll={false}
      onAll={() => {}}
    >
      <Go to={to} errand={errand} />
      <p>Open: {open.name}</p>
      <Keys key={open.id} connection={open} />
    </ConnectionsRoot>
  );
}

async function go(to: string, errand: Errand, changes: Partial<Omit<Bridge, 'on'>> = {}) {
  const bridge = createFakeBridge(
    {
      getConnections: async () => [known('alpha'), known('beta'), known('gamma', 'signed-out')],
      openConnection: async ({ connectionId }) => ok(signedIn(connectionId)),
      signInAgain: async ({ connectionId }) => ok(signedIn(connectionId)),
      ...changes,
    },
    KEYS,
  );
  renderWith(<Root to={to} errand={errand} />, bridge);
  await act(async () => {});
  await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Go' })));
  return bridge;
}

it.each([
  ['details', 'Details of CRM_Query'],
  ['delete', 'Delete API key'],
] as const)('goes to another connection, and there to %s', async (kind, title) => {
  const bridge = await go('beta', { kind, keyId: ID });
  expect(bridge.callsOf('openConnection')).toEqual([{ connectionId: 'beta' }]);
  expect(await screen.findByText('Open: beta')).toBeTruthy();
  expect(await screen.findByRole('dialog', { name: title })).toBeTruthy();
});

it('needs no switch where the connection is open', async () => {
  const bridge = await go('alpha', { kind: 'details', keyId: ID });
  expect(bridge.callsOf('openConnection')).toEqual([]);
  expect(await screen.findByRole('dialog', { name: 'Details of CRM_Query' })).toBeTruthy();
});

it('says where the key is gone, and does nothing', async () => {
  await go('beta', { kind: 'delete', keyId: ID.replace('1', '2') });
  expect(await screen.findByText('This key is not in the list of this project any more.')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('is not done in the connection that is open where the other one cannot be opened', async () => {
  await go(
    'beta',
    { kind: 'details', keyId: ID },
    { openConnection: async () => fail({ kind: 'secret-pending' }) },
  );
  expect((await screen.findByRole('alert')).textContent).toContain('Store that key first');
  expect(screen.getByText('Open: alpha')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('waits for a token that is asked for', async () => {
  await go('gamma', { kind: 'details', keyId: ID });
  const dialog = await screen.findByRole('dialog', { name: 'Sign in' });
  fireEvent.change(within(dialog).getByLabelText(/Admin token/), { target: { value: 'typed' } });
  fireEvent.submit(dialog.querySelector('form') ?? dialog);
  expect(await screen.findByText('Open: gamma')).toBeTruthy();
  expect(await screen.findByRole('dialog', { name: 'Details of CRM_Query' })).toBeTruthy();
});

it('is forgotten with the question for a token', async () => {
  await go('gamma', { kind: 'details', keyId: ID });
  const dialog = await screen.findByRole('dialog', { name: 'Sign in' });
  fireEvent.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(screen.getByText('Open: alpha')).toBeTruthy();
});
