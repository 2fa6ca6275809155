import { expect, test, vi } from 'vitest';
import type { PendingSecret } from '../../shared/api-key.ts';
import { type AppError, fail, ok, type Result } from '../../shared/app-error.ts';
import { NO_ACCESS } from '../../shared/permissions.ts';
import { deferred } from '../test/deferred.ts';
import { createFakeBridge, PENDING, UNCERTAIN_CREATE } from '../test/fake-bridge.ts';
import { createCreateKeyStore } from './create-key-store.ts';
import { EMPTY_FORM } from './create-key-values.ts';

const CALLS_READ = { ...NO_ACCESS, calls: 'read' } as const;

/** A store with a form that can be saved, over a bridge that gives these answers in turn. */
function setup(...answers: readonly Result<PendingSecret>[]) {
  const left = [...answers];
  const bridge = createFakeBridge({ createKey: async () => left.shift() ?? ok(PENDING) });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: ' CRM ', levels: CALLS_READ });
  return { bridge, store, ...store.getState() };
}

test('an expiry is sent with the key; a day that is over stops it before anything is sent', async () => {
  const bridge = createFakeBridge();
  const store = createCreateKeyStore({ bridge, now: () => 1_000 });
  store.getState().edit({ name: 'CRM', restricted: false, expiresAt: 999 });
  await store.getState().save();
  expect(store.getState().problems).toEqual([{ field: 'expiry', message: 'This day is over' }]);
  expect(bridge.callsOf('createKey')).toEqual([]);
  store.getState().edit({ expiresAt: 2_000 });
  expect(store.getState().problems).toEqual([]);
  await store.getState().save();
  expect(bridge.callsOf('createKey')).toEqual([
    { name: 'CRM', access: { kind: 'unrestricted' }, expiresAt: 2_000 },
  ]);
});

test('sends the trimmed name with the permissions of the levels, and is blank afterwards', async () => {
  const { bridge, store, save } = setup();
  expect(await save()).toEqual(PENDING);
  expect(bridge.callsOf('createKey')).toEqual([
    { name: 'CRM', access: { kind: 'restricted', permissions: ['calls.view'] } },
  ]);
  expect(store.getState().form).toEqual(EMPTY_FORM);
});

test('an unrestricted key is sent without permissions, though the levels are kept', async () => {
  const { bridge, store, save, edit } = setup(fail({ kind: 'timeout' }));
  edit({ restricted: false });
  await save();
  expect(bridge.callsOf('createKey')).toEqual([{ name: 'CRM', access: { kind: 'unrestricted' } }]);
  expect(store.getState().form.levels).toEqual(CALLS_READ);
});

test('a name of spaces is refused at the field, and nothing is sent', async () => {
  const { bridge, store, save, edit } = setup();
  edit({ name: '  ' });
  await save();
  expect(store.getState().problems).toEqual([{ field: 'name', message: 'Enter a name' }]);
  edit({ name: 'x' });
  expect(store.getState().problems).toEqual([]);
  expect(bridge.callsOf('createKey')).toEqual([]);
});

test('a key that can do nothing is asked about first', async () => {
  const { bridge, store, save, confirm, back, edit } = setup();
  edit({ levels: NO_ACCESS });
  await save();
  expect(store.getState().phase.kind).toBe('confirming-empty');
  back();
  expect(await confirm()).toBeNull();
  expect(bridge.callsOf('createKey')).toEqual([]);
  await save();
  expect(await confirm()).toEqual(PENDING);
});

const FAILURES: readonly AppError[] = [
  { kind: 'unauthorized' },
  { kind: 'forbidden' },
  { kind: 'timeout' },
  { kind: 'rate-limited', retryAfterSeconds: 2 },
  { kind: 'secret-missing', keyId: 'k' },
  { kind: 'rejected', message: 'no', fields: [] },
  { kind: 'unexpected' },
];

test.each(FAILURES)('what was typed survives $kind', async (error) => {
  const { store, save } = setup(fail(error));
  expect(await save()).toBeNull();
  expect(store.getState().phase).toEqual({ kind: 'failed', error });
  expect(store.getState().form).toEqual({ ...EMPTY_FORM, name: ' CRM ', levels: CALLS_READ });
});

test('a call that is rejected on its way is a fault, not a crash', async () => {
  const bridge = createFakeBridge({ createKey: () => Promise.reject(new Error('refused')) });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: 'CRM', restricted: false });
  await store.getState().save();
  expect(store.getState().phase).toEqual({ kind: 'failed', error: { kind: 'unexpected' } });
});

test('complaints go to their fields and leave with a change there', async () => {
  const fields = [
    { field: 'name', message: 'taken' },
    { field: 'permissions', message: 'unknown' },
    { field: 'other', message: 'odd' },
  ] as const;
  const { store, save, edit } = setup(fail({ kind: 'rejected', message: null, fields }));
  await save();
  expect(store.getState().problems).toEqual(fields.slice(0, 2));
  edit({ levels: NO_ACCESS });
  expect(store.getState().problems).toEqual(fields.slice(0, 1));
});

const UNKNOWN: AppError = { kind: 'outcome-unknown', cause: 'timeout' };

/** A store whose first create gets no clear answer, and main has kept the attempt. */
async function setupUncertain(overrides: Parameters<typeof createFakeBridge>[0] = {}) {
  const left: Result<PendingSecret>[] = [fail(UNKNOWN)];
  const bridge = createFakeBridge({
    createKey: async () => left.shift() ?? ok(PENDING),
    getAttempts: async () => (left.length === 0 ? [UNCERTAIN_CREATE] : []),
    ...overrides,
  });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: ' CRM ', levels: CALLS_READ });
  expect(await store.getState().save()).toBeNull();
  return { bridge, store, ...store.getState() };
}

test('after an unknown outcome nothing is sent again before a yes, and the form is kept', async () => {
  const { bridge, store, form, phase, save, back, createAgain } = await setupUncertain();
  expect(phase).toEqual({ kind: 'uncertain', error: null });
  expect(store.getState().uncertain).toEqual({ attempt: UNCERTAIN_CREATE, cause: 'timeout' });
  back();
  expect(await createAgain()).toBeNull();
  expect(await save()).toBeNull();
  expect(store.getState()).toMatchObject({ phase: { kind: 'uncertain' }, form });
  expect(bridge.callsOf('createKey')).toHaveLength(1);
  expect(await createAgain()).toEqual(PENDING);
  expect(bridge.callsOf('createKey')).toHaveLength(2);
  expect(bridge.callsOf('dismissAttempt')).toEqual([{ id: UNCERTAIN_CREATE.id }]);
  expect(store.getState().uncertain).toBeNull();
});

test('an empty key after an unknown outcome is asked about twice', async () => {
  const { bridge, store, edit, save, back, confirm } = await setupUncertain();
  back();
  edit({ levels: NO_ACCESS });
  await save();
  expect(store.getState().phase.kind).toBe('confirming-empty');
  await confirm();
  expect(store.getState().phase.kind).toBe('uncertain');
  expect(bridge.callsOf('createKey')).toHaveLength(1);
});

test('a key that is replaced is deleted, then created once more', async () => {
  const onDeleted = vi.fn();
  const { bridge, replace } = await setupUncertain();
  expect(await replace('k1', onDeleted)).toEqual(PENDING);
  expect(bridge.callsOf('deleteKey')).toEqual([{ id: 'k1' }]);
  expect(onDeleted).toHaveBeenCalledExactlyOnceWith('k1');
  expect(bridge.callsOf('createKey')).toHaveLength(2);
  expect(bridge.callsOf('dismissAttempt')).toHaveLength(1);
});

test('where the delete fails, nothing is created and the question stays', async () => {
  const error: AppError = { kind: 'server-error', status: 503 };
  const { bridge, store, replace } = await setupUncertain({ deleteKey: async () => fail(error) });
  expect(await replace('k1', () => {})).toBeNull();
  expect(store.getState().phase).toEqual({ kind: 'uncertain', error });
  expect(bridge.callsOf('createKey')).toHaveLength(1);
  expect(bridge.callsOf('dismissAttempt')).toEqual([]);
});

test('settling forgets the attempt and the form; leaving keeps the attempt', async () => {
  const first = await setupUncertain();
  first.settle();
  expect(first.bridge.callsOf('dismissAttempt')).toHaveLength(1);
  const second = await setupUncertain();
  second.reset();
  expect(second.bridge.callsOf('dismissAttempt')).toEqual([]);
  for (const { bridge, store } of [first, second]) {
    expect(store.getState()).toMatchObject({
      form: { name: '' },
      uncertain: null,
      phase: { kind: 'editing' },
    });
    expect(bridge.callsOf('createKey')).toHaveLength(1);
  }
});

test('an attempt of before is taken up with the form as it was, and nothing is sent', async () => {
  const bridge = createFakeBridge();
  const store = createCreateKeyStore({ bridge });
  store.getState().resume(UNCERTAIN_CREATE);
  expect(store.getState()).toMatchObject({
    form: { name: 'CRM', restricted: true, levels: CALLS_READ },
    phase: { kind: 'uncertain' },
    uncertain: { attempt: UNCERTAIN_CREATE, cause: null },
  });
  expect(bridge.callsOf('createKey')).toEqual([]);
});

test('an attempt brings back what no level tells, and creating again sends it', async () => {
  const bridge = createFakeBridge();
  const store = createCreateKeyStore({ bridge });
  const { details } = UNCERTAIN_CREATE;
  const access = { kind: 'restricted', permissions: ['calls.create', 'flows.run', 'contacts.view'] } as const;
  store.getState().resume({ ...UNCERTAIN_CREATE, details: details && { ...details, access } });
  expect(store.getState().form.carried).toEqual(['calls.create', 'flows.run']);
  await store.getState().createAgain();
  expect(bridge.callsOf('createKey')).toEqual([
    {
      name: 'CRM',
      access: { kind: 'restricted', permissions: ['contacts.view', 'calls.create', 'flows.run'] },
    },
  ]);
});

test('a form that is opened filled in has nothing of its own to lose', () => {
  const store = createCreateKeyStore({ bridge: createFakeBridge() });
  const form = { ...EMPTY_FORM, name: 'CRM', carried: ['flows.run'] };
  store.getState().begin(form);
  expect(store.getState()).toMatchObject({ form, begun: form, phase: { kind: 'editing' } });
  store.getState().edit({ carried: [] });
  expect(store.getState().begun).toEqual(form);
});

test('an outcome of which main kept nothing is told as it is', async () => {
  const { store, save } = setup(fail(UNKNOWN));
  await save();
  expect(store.getState().phase).toEqual({ kind: 'failed', error: UNKNOWN });
});

test('while a call runs, nothing is edited, sent or reset; it can be cancelled once', async () => {
  const { promise, resolve } = deferred<Result<PendingSecret>>();
  const bridge = createFakeBridge({ createKey: () => promise });
  const store = createCreateKeyStore({ bridge });
  const { edit, save, reset, back, cancel } = store.getState();
  edit({ name: 'CRM', restricted: false });
  const saving = save();
  await vi.waitFor(() => expect(bridge.callsOf('createKey')).toHaveLength(1));
  edit({ name: 'other' });
  reset();
  back();
  await save();
  expect(store.getState()).toMatchObject({ form: { name: 'CRM' }, phase: { kind: 'saving' } });
  cancel();
  expect(store.getState().phase).toEqual({ kind: 'saving', cancelling: true });
  expect(bridge.callsOf('cancel')).toEqual([{ call: 'createKey' }]);
  resolve(fail({ kind: 'cancelled' }));
  expect(await saving).toBeNull();
  expect(store.getState().phase).toEqual({ kind: 'editing', note: 'cancelled' });
  expect(store.getState().uncertain).toBeNull();
  expect(bridge.callsOf('createKey')).toHaveLength(1);
});

test('a key whose secret was not sent can be deleted from here', async () => {
  const deleteKey = vi.fn(async () => ok({ alreadyGone: true }));
  const bridge = createFakeBridge({
    createKey: async () => fail({ kind: 'secret-missing', keyId: 'k1' }),
    deleteKey,
  });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: 'CRM', restricted: false });
  await store.getState().save();
  expect(store.getState()).toMatchObject({ leftoverId: 'k1', uncertain: null });
  await store.getState().deleteLeftover();
  expect(deleteKey).toHaveBeenCalledExactlyOnceWith({ id: 'k1' });
  expect(store.getState()).toMatchObject({
    leftoverId: null,
    phase: { kind: 'editing', note: 'leftover-deleted' },
    form: { name: 'CRM' },
  });
});

test('a form that outlived its attempt, as after a lock, is not sent again before a yes', async () => {
  const bridge = createFakeBridge({ getAttempts: async () => [UNCERTAIN_CREATE] });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: ' CRM ', levels: CALLS_READ });
  expect(await store.getState().save()).toBeNull();
  expect(store.getState()).toMatchObject({
    phase: { kind: 'uncertain' },
    uncertain: { attempt: UNCERTAIN_CREATE, cause: null },
  });
  expect(bridge.callsOf('createKey')).toEqual([]);
  expect(await store.getState().createAgain()).toEqual(PENDING);
});

test('a save that is cancelled while main is asked for earlier attempts sends nothing', async () => {
  const { promise, resolve } = deferred<readonly []>();
  const bridge = createFakeBridge({ getAttempts: () => promise });
  const store = createCreateKeyStore({ bridge });
  store.getState().edit({ name: 'CRM', levels: CALLS_READ });
  const saving = store.getState().save();
  expect(await store.getState().save()).toBeNull();
  store.getState().cancel();
  resolve([]);
  expect(await saving).toBeNull();
  expect(store.getState().phase).toEqual({ kind: 'editing', note: 'cancelled' });
  expect(bridge.callsOf('createKey')).toEqual([]);
});
