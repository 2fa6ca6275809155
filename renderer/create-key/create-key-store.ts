import { createStore } from 'zustand/vanilla';
import type { NewKey } from '../../shared/api-key.ts';
import type { AppError } from '../../shared/app-error.ts';
import { openCreateOf } from '../../shared/attempt.ts';
import type { Bridge } from '../../shared/contract.ts';
import { t } from '../../shared/language/words.ts';
import { quietly, settled } from '../settled.ts';
import {
  BLANK,
  type CreateKeyState,
  type CreateKeyStore,
  concerns,
  EDITING,
  isBusy,
  SAVING,
  UNCERTAIN,
  type Uncertain,
} from './create-key-state.ts';
import { canDoNothing, formOf, newKeyOf } from './create-key-values.ts';
import { expiryProblem } from './expiry-values.ts';

type CreateKeyStoreParts = { readonly bridge: Bridge; readonly now?: () => number };

/** The form of a new key. What was typed survives every error; only `reset`, `settle` and success forget it. */
export function createCreateKeyStore({ bridge, now = Date.now }: CreateKeyStoreParts): CreateKeyStore {
  /** The attempt that main has kept of a create of this name without a clear answer. */
  const openAttempt = async (name: string) => openCreateOf(name, await bridge.getAttempts().catch(() => []));

  return createStore<CreateKeyState>()((set, get) => {
    const failed = (error: AppError) => {
      const fields = error.kind === 'rejected' ? error.fields : [];
      set((state) => ({
        // What the person cancelled before it was sent is no failure.
        phase:
          error.kind === 'cancelled' ? { kind: 'editing', note: 'cancelled' } : { kind: 'failed', error },
        problems: fields.filter(({ field }) => field !== 'other'),
        leftoverId: error.kind === 'secret-missing' ? error.keyId : state.leftoverId,
      }));
    };

    const look = (uncertain: Uncertain): null => {
      set({ phase: UNCERTAIN, uncertain });
      return null;
    };

    const send = async (key: NewKey) => {
      set({ phase: SAVING, problems: [], uncertain: null });
      const result = await settled(bridge.createKey(key));
      if (result.ok) {
        set(BLANK);
        return result.value;
      }
      const { error } = result;
      const cause = error.kind === 'outcome-unknown' ? error.cause : null;
      const mayExist = cause !== null || error.kind === 'unexpected';
      const attempt = mayExist ? await openAttempt(key.name) : null;
      if (attempt) return look({ attempt, cause });
      failed(error);
      return null;
    };

    /** Sends, unless an earlier try has to be looked into first; it may be of a page that was locked or has crashed. */
    const sendOrLook = async (key: NewKey) => {
      const { uncertain } = get();
      if (uncertain) return look(uncertain);
      set({ phase: SAVING, problems: [] });
      const attempt = await openAttempt(key.name);
      if (attempt) return look({ attempt, cause: null });
      const { phase } = get();
      if (phase.kind !== 'saving' || !phase.cancelling) return send(key);
      failed({ kind: 'cancelled' });
      return null;
    };

    const dismiss = () => {
      const { uncertain } = get();
      if (uncertain) quietly(bridge.dismissAttempt({ id: uncertain.attempt.id }));
    };

    const createAgain = async () => {
      const { form, phase } = get();
      if (phase.kind !== 'uncertain') return null;
      dismiss();
      return send(newKeyOf(form));
    };

    return {
      ...BLANK,
      begin: (form, note = 'none') => {
        if (!isBusy(get().phase)) set({ ...BLANK, form, begun: form, phase: { kind: 'editing', note } });
      },
      edit: (change) => {
        if (isBusy(get().phase)) return;
        set(({ form, problems }) => ({
          form: { ...form, ...change },
          problems: problems.filter((problem) => !concerns(problem, change)),
        }));
      },
      save: async () => {
        const { form, phase } = get();
        if (isBusy(phase)) return null;
        const key = newKeyOf(form);
        const expiry = expiryProblem(form.expiresAt, now());
        if (key.name === '') {
          set({ phase: { ...EDITING }, problems: [{ field: 'name', message: t('create.enterName') }] });
        } else if (expiry) {
          set({ phase: { ...EDITING }, problems: [{ field: 'expiry', message: expiry }] });
        } else if (canDoNothing(key)) {
          set({ phase: { kind: 'confirming-empty' } });
        } else {
          return sendOrLook(key);
        }
        return null;
      },
      confirm: async () => {
        const { form, phase } = get();
        return phase.kind === 'confirming-empty' ? sendOrLook(newKeyOf(form)) : null;
      },
      back: () => {
        if (!isBusy(get().phase)) set({ phase: EDITING });
      },
      cancel: () => {
        if (get().phase.kind !== 'saving') return;
        set({ phase: { kind: 'saving', cancelling: true } });
        quietly(bridge.cancel({ call: 'createKey' }));
      },
      deleteLeftover: async () => {
        const { leftoverId, phase } = get();
        if (leftoverId === null || isBusy(phase)) return;
        set({ phase: { kind: 'deleting-leftover' } });
        const result = await settled(bridge.deleteKey({ id: leftoverId }));
        if (!result.ok) return failed(result.error);
        set({ phase: { kind: 'editing', note: 'leftover-deleted' }, leftoverId: null });
      },
      resume: (attempt) => {
        if (isBusy(get().phase) || !attempt.details) return;
        const uncertain = { attempt, cause: null };
        set({ ...BLANK, form: formOf(attempt.details), phase: UNCERTAIN, uncertain });
      },
      createAgain,
      replace: async (id, onDeleted) => {
        if (get().phase.kind !== 'uncertain') return null;
        set({ phase: { kind: 'deleting-candidate' } });
        const result = await settled(bridge.deleteKey({ id }));
        set({ phase: { kind: 'uncertain', error: result.ok ? null : result.error } });
        if (!result.ok) return null;
        onDeleted(id);
        return createAgain();
      },
      settle: () => {
        if (isBusy(get().phase)) return;
        dismiss();
        set(BLANK);
      },
      reset: () => {
        if (!isBusy(get().phase)) set(BLANK);
      },
    };
  });
}
