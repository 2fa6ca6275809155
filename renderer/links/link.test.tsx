import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { type KnownConnection, USUAL_SETTINGS } from '../../shared/connections.ts';
import type { Link, LinkState } from '../../shared/link.ts';
import { NO_ACCESS } from '../../shared/permissions.ts';
import type { Connection } from '../../shared/session-state.ts';
import { ConnectionDeskContext, NO_DESK } from '../connections/connection-desk.ts';
import { createFakeBridge, DEMO_CONNECTION, PENDING } from '../test/fake-bridge.ts';
import { renderWith } from '../test/render-with.tsx';
import { sampleKey } from '../test/sample-key.ts';
import { showKeys } from '../test/show-keys.tsx';
import { LinkStatus } from './link-notice.tsx';

const ID = '11111111-aaaa-4aaa-8aaa-000000000001';
const OPEN: Link = { kind: 'open', connection: null, keyId: ID };
const CREATE: Link = {
  kind: 'create',
  connection: null,
  name: 'From_A_Ticket',
  levels: { ...NO_ACCESS, calls: 'read' },
  carried: [],
};
const ready = (link: Link): LinkState => ({ kind: 'ready', link });

async function show(state: LinkState = { kind: 'none' }, connection: Connection = DEMO_CONNECTION) {
  const bridge = createFakeBridge({ getLink: async () => state }, [sampleKey(ID, { name: 'CRM_Query' })]);
  await showKeys(bridge, connection);
  return bridge;
}

const words = () => screen.queryByRole('region', { name: 'Link' })?.textContent;

it('opens the details of a key, once', async () => {
  const bridge = await show(ready(OPEN));
  expect(await screen.findByRole('dialog', { name: 'Details of CRM_Query' })).toBeTruthy();
  expect(bridge.callsOf('closeLink')).toHaveLength(1);
});

it('says that the key is not in the list', async () => {
  const bridge = await show(ready({ ...OPEN, keyId: ID.replace('1', '2') }));
  expect(words()).toContain('This link is about a key that is not in the list.');
  fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(bridge.callsOf('closeLink')).toHaveLength(1);
});

it('fills in the form of a new key, says so, and sends nothing', async () => {
  const bridge = await show(ready(CREATE));
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' })).value).toBe(
    'From_A_Ticket',
  );
  expect(screen.getByText('1 read, 0 write, 18 no access')).toBeTruthy();
  expect(screen.getByText('A link has filled in this form. Check it before you save.')).toBeTruthy();
  expect(bridge.callsOf('createKey')).toEqual([]);
});

it('never takes the place of a form that is open: it waits, and says so', async () => {
  const bridge = await show();
  fireEvent.click(screen.getByRole('button', { name: 'Create API Key' }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Name' }), { target: { value: 'Mine' } });
  await act(async () => bridge.emit('linkChanged', ready(CREATE)));
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Name' }).value).toBe('Mine');
  expect(document.body.textContent).toContain('It waits until you have closed what is open.');
  expect(bridge.callsOf('closeLink')).toEqual([]);
});

it('waits while a new key is shown', async () => {
  const bridge = await show();
  act(() => bridge.emit('secretArrived', PENDING));
  await act(async () => bridge.emit('linkChanged', ready(OPEN)));
  expect(screen.queryByRole('dialog', { name: 'Details of CRM_Query' })).toBeNull();
  expect(bridge.callsOf('closeLink')).toEqual([]);
});

it('says why nothing can be created', async () => {
  await show(ready(CREATE), { ...DEMO_CONNECTION, refused: { create: true, delete: false } });
  expect(words()).toContain('This token may not create keys.');
});

it.each([
  [{ kind: 'refused' }, 'This link is none that Keydesk knows. Nothing was done.'],
  [
    { kind: 'elsewhere', connection: null },
    'This link is about a project that Keydesk does not know here. Nothing was done.',
  ],
  [{ kind: 'waiting', until: 'signed-in' }, 'A link was opened. It waits until you are signed in.'],
  [{ kind: 'waiting', until: 'stored' }, 'A link was opened. It waits until the new key is stored.'],
] as const)('is told in every screen where it is %o', async (state, sentence) => {
  const bridge = createFakeBridge({ getLink: async () => state });
  renderWith(<LinkStatus />, bridge);
  expect(await screen.findByText(sentence)).toBeTruthy();
});

describe('a link to another connection', () => {
  const BETA: KnownConnection = {
    id: 'b',
    name: 'Beta',
    projectName: 'Beta',
    address: 'https://api.example.com',
    settings: USUAL_SETTINGS,
    standing: 'ready',
  };

  function showElsewhere(around: ReactElement) {
    const opened: string[] = [];
    const bridge = createFakeBridge({
      getLink: async () => ({ kind: 'elsewhere', connection: { id: 'b', name: 'Beta' } }),
    });
    const desk = {
      ...NO_DESK,
      connections: [BETA],
      open: ({ id }: KnownConnection) => void opened.push(id),
    };
    renderWith(
      <ConnectionDeskContext value={desk}>
        {around}
        <LinkStatus />
      </ConnectionDeskContext>,
      bridge,
    );
    return opened;
  }

  it('opens it at once where nothing else is open', async () => {
    const opened = showElsewhere(<main />);
    await waitFor(() => expect(opened).toEqual(['b']));
  });

  it('asks where something is open that could be lost', async () => {
    const opened = showElsewhere(<div role="dialog" aria-modal="true" tabIndex={-1} />);
    expect(await screen.findByText('A link was opened about Beta, which is not open now.')).toBeTruthy();
    expect(opened).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Open it there' }));
    expect(opened).toEqual(['b']);
  });
});
