import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { KeyRow } from '../../shared/api-key.ts';
import { fail, ok } from '../../shared/app-error.ts';
import { NO_ACCESS } from '../../shared/permissions.ts';
import type { OpenPlace, Place } from '../../shared/place.ts';
import { rowsText } from '../../shared/rows-text.ts';
import type { Connection } from '../../shared/session-state.ts';
import { deferred } from '../test/deferred.ts';
import {
  createFakeBridge,
  DEMO_CONNECTION,
  type FakeBridge,
  PENDING,
  UNCERTAIN_CREATE,
} from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { showKeys } from '../test/show-keys.tsx';
import { createKeysStore } from './keys-store.ts';
import { KeysView } from './keys-view.tsx';

const NOW = Date.now();
const DAY = 86_400_000;

const KEYS: readonly KeyRow[] = [
  sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query', createdAt: NOW - DAY }),
  sampleKey('22222222-aaaa-4aaa-8aaa-000000000002', {
    name: 'Booking_App',
    createdAt: NOW - 430 * DAY,
    restricted: false,
  }),
  {
    kind: 'unreadable',
    id: null,
    name: null,
    lastFour: 'zzzz',
    createdAt: null,
    position: 2,
    problems: ['name', 'key id'],
  },
];

const show = (bridge: FakeBridge = createFakeBridge({}, KEYS), connection: Connection = DEMO_CONNECTION) =>
  showKeys(bridge, connection);

const bodyRows = () => screen.getAllByRole('row').slice(1);
const rowNames = () => bodyRows().map((row) => within(row).getAllByRole('cell')[0]?.textContent);

describe('the main view', () => {
  it('shows the dialog of a key that arrives later', async () => {
    const { bridge } = await show();
    act(() => bridge.emit('secretArrived', PENDING));
    expect(screen.getByRole('dialog', { name: 'Your new API key' })).toBeTruthy();
  });

  it('has the agreed names', async () => {
    await show();
    expect(screen.getByRole('heading', { name: 'API Keys' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Create API Key' })).toBeTruthy();
    expect(screen.getByRole('searchbox', { name: 'Search by name' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Refresh' })).toBeTruthy();
    const headers = screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    expect(headers).toEqual(['Name', 'Key ID', 'Key', 'Creation date', 'Key permissions', 'Actions']);
    expect(screen.getByRole('table').getAttribute('aria-rowcount')).toBe('4');
    expect(screen.getByText('3 keys')).toBeTruthy();
  });

  it('shows what a key is told to be, and never more of its secret than four characters', async () => {
    await show();
    const [first, second, third] = bodyRows();
    expect(first?.textContent).toContain('11111111');
    expect(first?.textContent).toContain('••••••••a1b2');
    expect(first?.textContent).toContain('Restricted');
    expect(second?.textContent).toContain('Unrestricted');
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe(
      'Created 14 months ago. Rotate keys periodically.',
    );
    expect(third?.textContent).toContain('Unreadable row');
    expect(third?.textContent).toContain('name, key id');
    expect(third?.textContent).toContain('unknown');
  });

  it('finds by name and says how many', async () => {
    await show();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'crm' } });
    expect(rowNames()).toEqual(['CRM_Query']);
    expect(screen.getByText('1 of 3 keys')).toBeTruthy();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'nothing' } });
    expect(screen.getByText(/No key's name contains/).textContent).toContain('“nothing”');
    fireEvent.click(screen.getByRole('button', { name: 'Clear search' }));
    expect(rowNames()).toHaveLength(3);
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'crm' } });
    fireEvent.keyDown(screen.getByRole('searchbox'), { key: 'Escape' });
    expect(rowNames()).toHaveLength(3);
  });

  it('sorts by a click on a header and tells the order', async () => {
    await show();
    const header = screen.getByRole('columnheader', { name: 'Name' });
    fireEvent.click(within(header).getByRole('button'));
    expect(header.getAttribute('aria-sort')).toBe('ascending');
    expect(rowNames().slice(0, 2)).toEqual(['Booking_App', 'CRM_Query']);
    fireEvent.click(within(header).getByRole('button'));
    expect(header.getAttribute('aria-sort')).toBe('descending');
  });

  it('moves between rows by keyboard and opens a row, its menu and its deletion', async () => {
    await show();
    const [first, second] = bodyRows();
    expect(first?.tabIndex).toBe(0);
    act(() => first?.focus());
    fireEvent.keyDown(first as Element, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(second);
    expect(first?.tabIndex).toBe(-1);
    fireEvent.keyDown(second as Element, { key: 'F10', shiftKey: true });
    const items = screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
    expect(items).toEqual(['Details', 'Duplicate…', 'Replace…', 'Delete']);
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete API key' });
    expect(dialog.textContent).toContain('Booking_App');
  });

  it('opens the menu of a row by its button; what cannot be deleted says why', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for unreadable row' }));
    expect(screen.getByRole('menu', { name: 'Actions for unreadable row' })).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('menuitem', { name: 'Delete' }).disabled).toBe(true);
    expect(screen.getByText('The key ID could not be read')).toBeTruthy();
  });

  it('duplicates a key: name and levels, and what no level tells as it is', async () => {
    const permissions = ['contacts.view', 'calls.create', 'flows.run'];
    const original = sampleKey('11111111-aaaa-4aaa-8aaa-000000000001', { name: 'CRM_Query', permissions });
    const { bridge } = await show(createFakeBridge({}, [original]));
    fireEvent.click(screen.getByRole('button', { name: 'Actions for CRM_Query' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Duplicate…' }));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('CRM_Query');
    expect(screen.getByText('1 read, 0 write, 18 no access')).toBeTruthy();
    expect(screen.getByText('and 2 kept as they are')).toBeTruthy();
    fireEvent.click(screen.getByLabelText('Drop flows.run'));
    fireEvent.click(screen.getByRole('button', { name: 'Save' }));
    await waitFor(() =>
      expect(bridge.callsOf('createKey')).toEqual([
        {
          name: 'CRM_Query',
          access: { kind: 'restricted', permissions: ['contacts.view', 'calls.create'] },
        },
      ]),
    );
  });

  it('cannot duplicate what could not be read, and says so', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for unreadable row' }));
    expect(screen.getByRole<HTMLButtonElement>('menuitem', { name: 'Duplicate…' }).disabled).toBe(true);
    expect(screen.getByText('This key could not be read')).toBeTruthy();
  });

  it('copies a key id through main', async () => {
    const { bridge } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Copy ID of CRM_Query' }));
    await screen.findByText('Copied');
    expect(bridge.callsOf('copyKeyId')).toEqual([{ id: '11111111-aaaa-4aaa-8aaa-000000000001' }]);
  });

  it('takes a deleted key out of the list', async () => {
    await show();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for CRM_Query' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete API key' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(screen.getByText('2 keys')).toBeTruthy());
  });

  it('disables what the token may not do, with the reason', async () => {
    await show(undefined, { ...DEMO_CONNECTION, refused: { create: true, delete: true } });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Create API Key' }).disabled).toBe(true);
    expect(screen.getByText('This token may not create keys')).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for CRM_Query' }));
    expect(screen.getByText('This token may not delete keys')).toBeTruthy();
  });
});

describe('states of the main view', () => {
  it('is busy while the first rows are awaited, and counts what came', async () => {
    const { bridge } = await show(createFakeBridge({ loadKeys: async () => undefined }));
    expect(screen.getByRole('table').getAttribute('aria-busy')).toBe('true');
    expect(screen.getByRole('status').textContent).toBe('Loading');
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(bridge.callsOf('cancel')).toEqual([{ call: 'loadKeys' }]);
  });

  it('explains an empty project, with one button', async () => {
    await show(createFakeBridge());
    expect(screen.getByRole('heading', { name: 'No API keys yet' })).toBeTruthy();
    expect(screen.getAllByRole('button', { name: 'Create API Key' })).toHaveLength(1);
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  it('says why nothing could be loaded and tries again', async () => {
    const loadKeys = vi.fn(async () => undefined);
    const bridge = createFakeBridge({ loadKeys });
    await show(bridge);
    const { loadId } = bridge.callsOf('loadKeys')[0] as { loadId: number };
    act(() => bridge.emit('keysEnded', { loadId, result: fail({ kind: 'server-not-found' }) }));
    expect(screen.getByRole('alert').textContent).toContain('Cannot find the server');
    fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
    expect(loadKeys).toHaveBeenCalledTimes(2);
  });

  it('refreshes by F5 and by the menu; a failure keeps the list under a banner', async () => {
    let walks = 0;
    const bridge = createFakeBridge({
      loadKeys: async ({ loadId }) => {
        walks += 1;
        if (walks === 1) bridge.emit('keysLoaded', { loadId, rows: rowsText(KEYS), estimatedTotal: 3 });
        const result = walks === 3 ? fail({ kind: 'timeout' }) : ok({ kind: 'complete' } as const);
        if (walks !== 2) bridge.emit('keysEnded', { loadId, result });
      },
    });
    const { store } = await show(bridge);
    fireEvent.keyDown(window, { key: 'F5' });
    expect(walks).toBe(2);
    expect(screen.getByRole('status').textContent).toBe('Refreshing');
    const { loadId } = bridge.callsOf('loadKeys')[1] as { loadId: number };
    act(() => bridge.emit('keysEnded', { loadId, result: fail({ kind: 'cancelled' }) }));
    expect(store.state.getState().load).toEqual({ kind: 'ready' });
    await act(async () => bridge.emit('menuCommand', 'refresh'));
    expect(screen.getByRole('alert').textContent).toContain('The server did not answer in time');
    expect(rowNames()).toHaveLength(3);
  });

  it('opens the creation by the menu and by Ctrl+N, not over another dialog', async () => {
    const { bridge } = await show();
    act(() => bridge.emit('menuCommand', 'create-key'));
    expect(await screen.findByRole('dialog', { name: 'Create an API Key' })).toBeTruthy();
    const before = bridge.callsOf('loadKeys').length;
    fireEvent.keyDown(window, { key: 'F5' });
    expect(bridge.callsOf('loadKeys')).toHaveLength(before);
  });

  it('shows the key that waits to be stored, and refreshes once it is', async () => {
    const pending = { keyId: '33333333-aaaa-4aaa-8aaa-000000000003', name: 'New_Key', lastFour: 'n3w1' };
    const { bridge } = await show(createFakeBridge({ getPendingSecret: async () => pending }, KEYS));
    const dialog = await screen.findByRole('dialog', { name: 'Your new API key' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Copy key' }));
    await within(dialog).findByText('Copied');
    fireEvent.click(within(dialog).getByRole('button', { name: 'I have stored this key' }));
    await waitFor(() => expect(bridge.callsOf('loadKeys')).toHaveLength(2));
  });
});

describe('a list that is loaded anew', () => {
  /** The first walk brings KEYS; the others are in the test's hand. */
  async function showAndRefresh() {
    const bridge: FakeBridge = createFakeBridge({
      loadKeys: async ({ loadId }) => {
        if (bridge.callsOf('loadKeys').length > 1) return;
        bridge.emit('keysLoaded', { loadId, rows: rowsText(KEYS), estimatedTotal: 3 });
        bridge.emit('keysEnded', { loadId, result: ok({ kind: 'complete' }) });
      },
    });
    const { store } = await show(bridge);
    return (rows: readonly KeyRow[]) =>
      act(async () => {
        store.refresh();
        const { loadId } = bridge.callsOf('loadKeys').at(-1) as { loadId: number };
        bridge.emit('keysLoaded', { loadId, rows: rowsText(rows), estimatedTotal: rows.length });
        bridge.emit('keysEnded', { loadId, result: ok({ kind: 'complete' }) });
      });
  }
  const [crm, ...others] = KEYS;

  it('is marked with its time until the fresh one is there', async () => {
    const bridge = createFakeBridge({ loadKeys: async () => undefined });
    await show(bridge);
    const { loadId } = bridge.callsOf('loadKeys')[0] as { loadId: number };
    const savedAt = NOW - 3 * 3_600_000 - 60_000;
    act(() => bridge.emit('copyLoaded', { loadId, rows: rowsText(KEYS), savedAt, isLast: true }));
    expect(screen.getByText('Refreshing')).toBeTruthy();
    expect(screen.getByText('List from 3 hours ago')).toBeTruthy();
  });

  it('renews the details that are open, and tells where their key is gone', async () => {
    const refresh = await showAndRefresh();
    fireEvent.doubleClick(bodyRows()[0] as Element);
    await screen.findByRole('dialog', { name: 'Details of CRM_Query' });
    await refresh([{ ...crm, name: 'Renamed' } as KeyRow, ...others]);
    const details = screen.getByRole('dialog', { name: 'Details of Renamed' });
    expect(within(details).queryByText('This key is no longer in the list')).toBeNull();
    await refresh(others);
    expect(within(details).getByText('This key is no longer in the list')).toBeTruthy();
    expect(within(details).getByRole<HTMLButtonElement>('button', { name: 'Delete' }).disabled).toBe(true);
  });

  it('tells an open deletion that its key is gone', async () => {
    const refresh = await showAndRefresh();
    fireEvent.click(screen.getByRole('button', { name: 'Actions for CRM_Query' }));
    fireEvent.click(screen.getByRole('menuitem', { name: 'Delete' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete API key' });
    await refresh(others);
    expect(dialog.textContent).toContain('This key is no longer in the list');
  });
});

describe('an attempt that was left open', () => {
  it('is told above the table, and leads to its form', async () => {
    const bridge = createFakeBridge({ getAttempts: async () => [UNCERTAIN_CREATE] }, KEYS);
    await show(bridge);
    const banner = () => screen.queryByText(/may exist: creating it got no clear answer/);
    expect(banner()).toBeTruthy();
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Look for it' }));
    });
    expect(screen.getByText('This key may exist')).toBeTruthy();
    expect(banner()).toBeNull();
    fireEvent.click(screen.getByText('Go back to the form'));
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('CRM');
    expect(bridge.callsOf('createKey')).toEqual([]);
  });

  it('leads to its form where nothing can be created, so that it does not vanish', async () => {
    const attempts = { getAttempts: async () => [UNCERTAIN_CREATE] };
    const connection: Connection = { ...DEMO_CONNECTION, standing: 'token-refused' };
    await show(createFakeBridge(attempts, KEYS), connection);
    await act(async () => {
      fireEvent.click(screen.getByRole('button', { name: 'Look for it' }));
    });
    expect(screen.getByText('This key may exist')).toBeTruthy();
  });

  it('is left to its dialog, also before that has the answer', async () => {
    const answer = deferred<Awaited<ReturnType<FakeBridge['createKey']>>>();
    const bridge = createFakeBridge({ createKey: () => answer.promise }, KEYS);
    await show(bridge);
    fireEvent.click(screen.getByRole('button', { name: 'Create API Key' }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'CRM' } });
    fireEvent.click(screen.getByRole('switch', { name: 'Restrict key' }));
    await act(async () => void fireEvent.click(screen.getByRole('button', { name: 'Save' })));
    expect(bridge.callsOf('createKey')).toHaveLength(1);
    await act(async () => bridge.emit('attemptsChanged', [UNCERTAIN_CREATE]));
    expect(screen.queryByText(/may exist: creating it got no clear answer/)).toBeNull();
  });

  it('to delete: the list is read again, as what it said before counts no more', async () => {
    const { bridge } = await show();
    const loads = bridge.callsOf('loadKeys').length;
    const attempt = {
      id: UNCERTAIN_CREATE.id,
      kind: 'delete',
      at: NOW,
      stage: 'uncertain',
      kept: 'whole',
      details: { keyId: '11111111-aaaa-4aaa-8aaa-000000000001', name: 'CRM_Query', lastFour: 'a1b2' },
    } as const;
    await act(async () => bridge.emit('attemptsChanged', [attempt]));
    expect(bridge.callsOf('loadKeys')).toHaveLength(loads + 1);
    const banner = () => screen.queryByText(/It is still in the list/);
    fireEvent.click(screen.getByRole('button', { name: 'Delete…' }));
    expect(screen.getByRole('dialog', { name: 'Delete API key' })).toBeTruthy();
    expect(banner()).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(banner()).toBeTruthy();
    await act(async () => bridge.emit('attemptsChanged', []));
    expect(banner()).toBeNull();
  });
});

it('shows the way to another token wherever this one was refused, also after "Not now"', async () => {
  const onSignIn = vi.fn();
  const bridge = createFakeBridge({}, KEYS);
  const store = createKeysStore({ bridge, now: Date.now, later: () => () => {} });
  const connection: Connection = { ...DEMO_CONNECTION, standing: 'token-refused' };
  renderWith(
    <KeysView store={store} connection={connection} onSignIn={onSignIn} onExport={() => undefined} />,
    bridge,
  );
  await act(async () => void store.start());
  expect(bodyRows()).toHaveLength(3);
  fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(onSignIn).toHaveBeenCalledOnce();
});

describe('the place', () => {
  const place = (open: OpenPlace): Place => ({
    view: 'keys',
    query: 'crm',
    sort: { column: 'name', direction: 'ascending' },
    open,
  });
  const CRM = KEYS[0]?.id ?? '';

  it('is told to main as it changes', async () => {
    const { bridge } = await show();
    fireEvent.change(screen.getByRole('searchbox'), { target: { value: 'book' } });
    fireEvent.click(screen.getByRole('button', { name: 'Create API Key' }));
    fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'New' } });
    expect(bridge.callsOf('keepPlace').at(-1)).toMatchObject({
      query: 'book',
      open: { kind: 'create', form: { name: 'New', restricted: true } },
    });
  });

  it.each([
    [{ kind: 'details', keyId: CRM }, 'Details of CRM_Query'],
    [{ kind: 'delete', keyId: CRM }, 'Delete API key'],
  ] as const)('is gone back to: %o', async (open, name) => {
    await show(createFakeBridge({ getPlace: async () => place(open) }, KEYS));
    expect(await screen.findByRole('dialog', { name })).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('searchbox', { hidden: true }).value).toBe('crm');
  });

  it('brings a form back as it was', async () => {
    const form = {
      name: 'Half_Typed',
      restricted: true,
      levels: { ...NO_ACCESS, calls: 'write' },
      carried: ['flows.run'],
      expiresAt: null,
      replaces: null,
    } as const;
    await show(createFakeBridge({ getPlace: async () => place({ kind: 'create', form }) }, KEYS));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })).value).toBe('Half_Typed');
    expect(screen.getByText('0 read, 1 write, 18 no access')).toBeTruthy();
    expect(screen.getByText('flows.run')).toBeTruthy();
  });

  it('of a form is over when its key arrives, which was on its way when the page came back', async () => {
    const form = {
      name: 'CRM_Query',
      restricted: true,
      levels: NO_ACCESS,
      carried: [],
      expiresAt: null,
      replaces: null,
    };
    const { bridge } = await show(
      createFakeBridge({ getPlace: async () => place({ kind: 'create', form }) }, KEYS),
    );
    await screen.findByRole('textbox', { name: 'Name' });
    act(() => bridge.emit('secretArrived', PENDING));
    const dialog = screen.getByRole('dialog', { name: 'Your new API key' });
    fireEvent.click(within(dialog).getByRole('button', { name: 'Copy key' }));
    await within(dialog).findByText('Copied');
    fireEvent.click(within(dialog).getByRole('button', { name: 'I have stored this key' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    fireEvent.click(screen.getByRole('button', { name: 'Create API Key' }));
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })).value).toBe('');
  });

  it('of a key that is gone opens nothing, and nothing is told before main was asked', async () => {
    const gone = { kind: 'details', keyId: 'gone' } as const;
    const { promise, resolve } = deferred<Place | null>();
    const { bridge } = await show(createFakeBridge({ getPlace: () => promise }, KEYS));
    expect(bridge.callsOf('keepPlace')).toEqual([]);
    await act(async () => resolve(place(gone)));
    expect(screen.queryByRole('dialog')).toBeNull();
    await waitFor(() =>
      expect(bridge.callsOf('keepPlace').at(-1)).toMatchObject({ open: { kind: 'nothing' } }),
    );
  });
});
