import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import type { KeyRow, PendingSecret } from '../../shared/api-key.ts';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import type { CreateAttempt, CreateDetails } from '../../shared/attempt.ts';
import type { Bridge, LoadOutcome } from '../../shared/contract.ts';
import type { KeysStore } from '../keys/keys-state.ts';
import { createKeysStore } from '../keys/keys-store.ts';
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
import { CreateKeyDialog } from './create-key-dialog.tsx';

// 57 radios in a simulated DOM: slow where many programs share the machine.
vi.setConfig({ testTimeout: 20_000 });

/** The dialog opens by a click, as in the page: only then does it know where to give the focus back. */
function Page(props: {
  readonly onCreated: (pending: PendingSecret) => void;
  readonly refused: boolean;
  readonly keys: KeysStore;
}) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <button type="button" onClick={() => setOpened(true)}>
        Create API Key
      </button>
      <CreateKeyDialog
        opened={opened}
        onClose={() => setOpened(false)}
        onCreated={props.onCreated}
        keys={props.keys}
        connection={{ ...DEMO_CONNECTION, refused: { create: props.refused, delete: false } }}
      />
    </>
  );
}

async function open(bridge: FakeBridge = createFakeBridge(), refused = false) {
  const onCreated = vi.fn();
  const keys = createKeysStore({ bridge, now: Date.now, later: () => () => {} });
  await act(async () => void keys.start());
  renderWith(<Page onCreated={onCreated} refused={refused} keys={keys} />, bridge);
  const opener = button('Create API Key');
  act(() => opener.focus());
  fireEvent.click(opener);
  await waitFor(() => expect(document.activeElement).toBe(nameBox()));
  return { bridge, onCreated };
}

// Lean queries: with 57 radios on the page, a search by role that also asks what is visible takes its time.
const dialog = () => screen.queryByRole('dialog', { hidden: true });
const nameBox = () => screen.getByLabelText<HTMLInputElement>('Name');
const switchBox = () => screen.getByLabelText<HTMLInputElement>('Restrict key');
const question = (title: string) => screen.queryByText(title, { selector: '[role="alertdialog"] h2' });

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find(
    (candidate) => (candidate.getAttribute('aria-label') ?? candidate.textContent) === name,
  );
  if (!found) throw new Error(`No button "${name}"`);
  return found;
}

function radio(resource: string, level: string): HTMLInputElement {
  const row = screen
    .getByText(resource, { selector: '[role="radiogroup"] *' })
    .closest<HTMLElement>('[data-resource]');
  return within(row ?? document.body).getByLabelText(level);
}

const alerts = () => screen.queryAllByRole('alert', { hidden: true });

function fill(): void {
  fireEvent.change(nameBox(), { target: { value: 'CRM_Production' } });
  fireEvent.click(radio('Calls', 'Read'));
}

async function save(): Promise<void> {
  await act(async () => {
    fireEvent.click(button('Save'));
  });
}

function failing(error: AppError): FakeBridge {
  return createFakeBridge({ createKey: async () => fail(error) });
}

function pressEscape(): void {
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
}

test('begins in Name, restricted, without access', async () => {
  await open();
  expect(screen.getByRole('dialog', { name: 'Create an API Key' })).toBe(dialog());
  expect(nameBox().placeholder).toBe("E.g: 'CRM_Query'");
  expect(switchBox().checked).toBe(true);
  expect(screen.getByText('0 read, 0 write, 19 no access')).toBeTruthy();
});

test('Enter in Name saves: trimmed name, permissions of the levels', async () => {
  const { bridge, onCreated } = await open();
  fill();
  fireEvent.change(nameBox(), { target: { value: '  CRM_Production ' } });
  const form = nameBox().form;
  await act(async () => {
    if (form) fireEvent.submit(form);
  });
  expect(bridge.callsOf('createKey')).toEqual([
    { name: 'CRM_Production', access: { kind: 'restricted', permissions: ['calls.view'] } },
  ]);
  expect(onCreated).toHaveBeenCalledExactlyOnceWith(PENDING);
});

test('an empty name is refused at the field', async () => {
  const { bridge } = await open();
  await save();
  expect(alerts()[0]?.textContent).toBe('Enter a name');
  expect(document.activeElement).toBe(nameBox());
  expect(bridge.callsOf('createKey')).toEqual([]);
});

test('off, the switch warns that the key may do everything', async () => {
  const { bridge } = await open();
  fill();
  fireEvent.click(switchBox());
  expect(screen.getByText(/full access to all API resources/)).toBeTruthy();
  expect(screen.getByText(/Avoid using unrestricted keys/)).toBeTruthy();
  expect(document.querySelector('[role="radiogroup"]')).toBeNull();
  await save();
  expect(bridge.callsOf('createKey')).toEqual([{ name: 'CRM_Production', access: { kind: 'unrestricted' } }]);
});

test('a key that can do nothing: asked first, and back to the permissions', async () => {
  const { bridge, onCreated } = await open();
  fireEvent.change(nameBox(), { target: { value: 'CRM' } });
  await save();
  expect(question('This key can do nothing')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(button('Go back to the permissions')));
  fireEvent.click(button('Go back to the permissions'));
  expect(question('This key can do nothing')).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(radio('Calls', 'No access')));
  expect(bridge.callsOf('createKey')).toEqual([]);
  await save();
  await act(async () => {
    fireEvent.click(button('Create it anyway'));
  });
  expect(onCreated).toHaveBeenCalledOnce();
});

test('while the call runs: locked, with progress and Cancel', async () => {
  const { promise, resolve } = deferred<Result<PendingSecret>>();
  const { bridge } = await open(createFakeBridge({ createKey: () => promise }));
  fill();
  await save();
  expect(nameBox().disabled && switchBox().disabled && radio('Calls', 'Write').disabled).toBe(true);
  expect(button('Save').disabled && button('Close').disabled).toBe(true);
  expect(screen.getByText('Creating the key…').getAttribute('role')).toBe('status');
  expect(document.activeElement?.textContent).toBe('Creating the key…');
  pressEscape();
  expect(dialog()).toBeTruthy();
  expect(question('Discard what you typed?')).toBeNull();
  fireEvent.click(button('Cancel'));
  expect(bridge.callsOf('cancel')).toEqual([{ call: 'createKey' }]);
  await act(async () => resolve(fail({ kind: 'cancelled' })));
  expect(screen.getByText('Cancelled. Nothing was created.')).toBeTruthy();
  expect(nameBox().value).toBe('CRM_Production');
});

test('complaints of the API stand at their fields, as plain text', async () => {
  const message = '<b>taken</b>';
  await open(
    failing({
      kind: 'rejected',
      message: null,
      fields: [
        { field: 'name', message },
        { field: 'permissions', message: 'Unknown permission' },
        { field: 'restricted', message: 'Must be on' },
      ],
    }),
  );
  fill();
  await save();
  expect(alerts().map((alert) => alert.textContent)).toEqual([message, 'Unknown permission']);
  expect(screen.getByText('Must be on')).toBeTruthy();
  expect(document.activeElement).toBe(nameBox());
  fireEvent.change(nameBox(), { target: { value: 'Another' } });
  expect(screen.queryByText(message)).toBeNull();
});

test.each([
  [{ kind: 'unauthorized' }, 'The server does not accept this token'],
  [{ kind: 'rate-limited', retryAfterSeconds: null }, 'The server asks to wait'],
  [{ kind: 'rejected', message: 'Too many', fields: [] }, 'The server did not accept this'],
] as const)('everything typed survives %o', async (error, sentence) => {
  await open(failing(error));
  fill();
  await save();
  expect(alerts()[0]?.textContent).toContain(sentence);
  expect(nameBox().value).toBe('CRM_Production');
  expect(radio('Calls', 'Read').checked).toBe(true);
});

test('editing after a failure leaves the focus where it is', async () => {
  await open(failing({ kind: 'timeout' }));
  fill();
  await save();
  act(() => radio('Contacts', 'No access').focus());
  fireEvent.click(radio('Contacts', 'Read'));
  expect(document.activeElement).toBe(radio('Contacts', 'No access'));
});

const MADE = sampleKey('3b241101-e2bb-4255-8caf-4136c566a962', {
  name: 'CRM_Production',
  createdAt: Date.now(),
  creatorId: DEMO_CONNECTION.user?.id ?? null,
});
const ATTEMPT: CreateAttempt = {
  ...UNCERTAIN_CREATE,
  details: { ...UNCERTAIN_CREATE.details, name: 'CRM_Production' } as CreateDetails,
};

/** The first create gets no clear answer; the list then has these keys. */
async function openUncertain(rows: readonly KeyRow[], overrides: Partial<Bridge> = {}) {
  const answers: Result<PendingSecret>[] = [fail({ kind: 'outcome-unknown', cause: 'timeout' })];
  const bridge = createFakeBridge(
    {
      createKey: async () => answers.shift() ?? ok(PENDING),
      getAttempts: async () => (answers.length === 0 ? [ATTEMPT] : []),
      ...overrides,
    },
    rows,
  );
  const opened = await open(bridge);
  fill();
  await save();
  return opened;
}

test('after an unknown outcome: says why, reads the list again, and shows the key that may be it', async () => {
  const { bridge } = await openUncertain([MADE, sampleKey('another', { name: 'CRM_Staging' })]);
  expect(bridge.callsOf('loadKeys')).toHaveLength(2);
  expect(alerts()[0]?.textContent).toContain('This key may exist');
  expect(alerts()[0]?.textContent).toContain('The server did not answer in time');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('This key may exist'));
  expect(screen.getByText('A new key of this name is in the list.')).toBeTruthy();
  expect(screen.getByText(MADE.id)).toBeTruthy();
  expect(screen.getByText('you')).toBeTruthy();
  expect(screen.queryByText('another')).toBeNull();
  expect(bridge.callsOf('createKey')).toHaveLength(1);
});

test('"Delete it and create again" does both, once', async () => {
  const { bridge, onCreated } = await openUncertain([MADE]);
  await act(async () => {
    fireEvent.click(screen.getByText('Delete it and create again'));
  });
  expect(bridge.callsOf('deleteKey')).toEqual([{ id: MADE.id }]);
  expect(bridge.callsOf('createKey')).toHaveLength(2);
  expect(bridge.callsOf('dismissAttempt')).toEqual([{ id: ATTEMPT.id }]);
  expect(onCreated).toHaveBeenCalledExactlyOnceWith(PENDING);
});

test('a list that may not be whole is no proof that the key is not there', async () => {
  const outcomes: LoadOutcome[] = [{ kind: 'complete' }, { kind: 'partial' }];
  const loadKeys: Bridge['loadKeys'] = async ({ loadId }) =>
    bridge.emit('keysEnded', { loadId, result: ok(outcomes.shift() ?? { kind: 'complete' }) });
  const bridge: FakeBridge = createFakeBridge({
    loadKeys,
    createKey: async () => fail({ kind: 'outcome-unknown', cause: 'timeout' }),
    getAttempts: async () => [ATTEMPT],
  });
  await open(bridge);
  fill();
  await save();
  expect(alerts()[1]?.textContent).toContain('nobody knows yet');
  expect(screen.queryByText(/No new key of this name/)).toBeNull();
  expect(screen.queryByText('Create again')).toBeNull();
  await act(async () => {
    fireEvent.click(button('Retry'));
  });
  expect(screen.getByText(/No new key of this name/)).toBeTruthy();
});

test('a key that somebody else created is deleted only after another question', async () => {
  const { bridge } = await openUncertain([{ ...MADE, creatorId: 'somebody' }]);
  expect(screen.getByText('somebody else (somebody)')).toBeTruthy();
  fireEvent.click(screen.getByText('Delete it and create again'));
  expect(question('Somebody else created this key')).toBeTruthy();
  expect(bridge.callsOf('deleteKey')).toEqual([]);
  pressEscape();
  expect(question('Somebody else created this key')).toBeNull();
  expect(bridge.callsOf('deleteKey')).toEqual([]);
});

test('no new key: says so, and "Create again" sends once more', async () => {
  const { bridge, onCreated } = await openUncertain([]);
  expect(screen.getByText('No new key of this name is in the list:')).toBeTruthy();
  await act(async () => {
    fireEvent.click(button('Create again'));
  });
  expect(bridge.callsOf('createKey')).toHaveLength(2);
  expect(onCreated).toHaveBeenCalledOnce();
});

test('the list cannot be read again: says so, judges nothing, and offers Retry', async () => {
  const results: Result<LoadOutcome>[] = [ok({ kind: 'complete' }), fail({ kind: 'timeout' })];
  const bridge: FakeBridge = createFakeBridge({
    createKey: async () => fail({ kind: 'outcome-unknown', cause: 'timeout' }),
    getAttempts: async () => (bridge.callsOf('createKey').length > 0 ? [ATTEMPT] : []),
    loadKeys: async ({ loadId }) =>
      bridge.emit('keysEnded', { loadId, result: results.shift() ?? ok({ kind: 'complete' }) }),
  });
  await open(bridge);
  fill();
  await save();
  expect(screen.getByText('The list could not be read again, so nobody knows yet.')).toBeTruthy();
  expect(screen.queryByText(/is in the list/)).toBeNull();
  await act(async () => {
    fireEvent.click(button('Retry'));
  });
  expect(screen.getByText('No new key of this name is in the list:')).toBeTruthy();
});

test('back to the form, which is as it was; Save asks again before it sends', async () => {
  const { bridge } = await openUncertain([MADE]);
  fireEvent.click(button('Go back to the form'));
  expect(nameBox().value).toBe('CRM_Production');
  expect(radio('Calls', 'Read').checked).toBe(true);
  await waitFor(() => expect(document.activeElement).toBe(nameBox()));
  await save();
  expect(screen.getByText('This key may exist')).toBeTruthy();
  expect(bridge.callsOf('createKey')).toHaveLength(1);
});

test('"Keep it" closes, sends nothing and forgets the attempt', async () => {
  const { bridge } = await openUncertain([MADE]);
  fireEvent.click(button('Keep it'));
  expect(dialog()).toBeNull();
  expect(bridge.callsOf('dismissAttempt')).toEqual([{ id: ATTEMPT.id }]);
  expect(bridge.callsOf('createKey')).toHaveLength(1);
  expect(bridge.callsOf('deleteKey')).toEqual([]);
});

test('a key whose secret did not come has Delete at hand', async () => {
  const { bridge } = await open(failing({ kind: 'secret-missing', keyId: 'k1' }));
  fill();
  await save();
  expect(alerts()[0]?.textContent).toContain('Created, but the server did not send the key');
  await act(async () => {
    fireEvent.click(button('Delete this key'));
  });
  expect(bridge.callsOf('deleteKey')).toEqual([{ id: 'k1' }]);
  expect(screen.getByText('The key that could not be used has been deleted.')).toBeTruthy();
});

test('the key whose secret did not come is not deleted while another one is made', async () => {
  const { promise } = deferred<Result<PendingSecret>>();
  const answers = [Promise.resolve(fail({ kind: 'secret-missing', keyId: 'k1' })), promise];
  await open(createFakeBridge({ createKey: () => answers.shift() ?? promise }));
  fill();
  await save();
  expect(button('Delete this key').disabled).toBe(false);
  await save();
  expect(button('Delete this key').disabled).toBe(true);
});

test('Escape closes straight away when nothing is lost, and gives the focus back', async () => {
  await open();
  pressEscape();
  expect(dialog()).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(button('Create API Key')));
});

test.each(['Go back', 'Close', 'Escape'])('%s asks when something was typed', async (way) => {
  await open();
  fill();
  if (way === 'Escape') pressEscape();
  else fireEvent.click(button(way));
  expect(question('Discard what you typed?')).toBeTruthy();
  pressEscape();
  expect(question('Discard what you typed?')).toBeNull();
  expect(nameBox().value).toBe('CRM_Production');
  fireEvent.click(button('Go back'));
  fireEvent.click(button('Discard'));
  expect(dialog()).toBeNull();
  fireEvent.click(button('Create API Key'));
  expect(nameBox().value).toBe('');
});

test('Escape in a filter that is set clears the filter only', async () => {
  await open();
  const filter = screen.getByLabelText<HTMLInputElement>('Filter resources');
  fireEvent.change(filter, { target: { value: 'call' } });
  act(() => filter.focus());
  pressEscape();
  expect(filter.value).toBe('');
  expect(dialog()).toBeTruthy();
});

test('a token that may not create keys cannot save', async () => {
  await open(createFakeBridge(), true);
  expect(button('Save').disabled).toBe(true);
  expect(screen.getByText('The server does not let this token create keys.')).toBeTruthy();
});

test('a name that tells nothing gets a soft word', async () => {
  await open();
  fireEvent.change(nameBox(), { target: { value: 'test' } });
  expect(screen.getByText('This name does not tell what the key is for.')).toBeTruthy();
});
