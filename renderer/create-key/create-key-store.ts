import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NewKey, PendingSecret } from '../../shared/api-key.ts';
import type { AppError, FieldProblem } from '../../shared/app-error.ts';
import type { Bridge } from '../../shared/contract.ts';
import { quietly, settled } from '../settled.ts';
import { type CreateKeyForm, canDoNothing, EMPTY_FORM, newKeyOf } from './create-key-values.ts';

export type CreateKeyPhase =
  | { readonly kind: 'editing'; readonly note: 'none' | 'cancelled' | 'leftover-deleted' }
  /** "This key can do nothing": asked before it is created. */
  | { readonly kind: 'confirming-empty' }
  /** An earlier try may have created it: asked before a second one can be made. */
  | { readonly kind: 'confirming-again' }
  | { readonly kind: 'saving'; readonly cancelling: boolean }
  | { readonly kind: 'deleting-leftover' }
  | { readonly kind: 'failed'; readonly error: AppError };

export type CreateKeyState = {
  readonly form: CreateKeyForm;
  readonly phase: CreateKeyPhase;
  /** Complaints that belong to a field; gone once that field is changed. */
  readonly problems: readonly FieldProblem[];
  /** A try ended so that nobody knows whether the key exists. */
  readonly mayExist: boolean;
  /** The id of a key that was created without its secret being sent: good for nothing but deleting. */
  readonly leftoverId: string | null;
  readonly edit: (change: Partial<CreateKeyForm>) => void;
  /** Creates the key, or asks first. Answers the key once there is one. */
  readonly save: () => Promise<PendingSecret | null>;
  /** Yes to what was asked. */
  readonly confirm: () => Promise<PendingSecret | null>;
  /** No to what was asked. */
  readonly back: () => void;
  readonly cancel: () => void;
  readonly deleteLeftover: () => Promise<void>;
  readonly reset: () => void;
};

export type CreateKeyStore = StoreApi<CreateKeyState>;

const EDITING: CreateKeyPhase = { kind: 'editing', note: 'none' };

const BLANK = { form: EMPTY_FORM, phase: EDITING, problems: [], mayExist: false, leftoverId: null } as const;

/** Whether the form is locked, because a call is under way. */
export function isBusy(phase: CreateKeyPhase): boolean {
  return phase.kind === 'saving' || phase.kind === 'deleting-leftover';
}

const OPEN_OUTCOMES: readonly AppError['kind'][] = ['outcome-unknown', 'secret-missing', 'unexpected'];

/** The form of a new key. What was typed survives every error; only `reset` and success forget it. */
export function createCreateKeyStore({ bridge }: { readonly bridge: Bridge }): CreateKeyStore {
  return createStore<CreateKeyState>()((set, get) => {
    const failed = (error: AppError) => {
      const fields = error.kind === 'rejected' ? error.fields : [];
      set((state) => ({
        // What the person cancelled before it was sent is no failure.
        phase:
          error.kind === 'cancelled' ? { kind: 'editing', note: 'cancelled' } : { kind: 'failed', error },
        problems: fields.filter(({ field }) => field !== 'other'),
        mayExist: state.mayExist || OPEN_OUTCOMES.includes(error.kind),
        leftoverId: error.kind === 'secret-missing' ? error.keyId : state.leftoverId,
      }));
    };

    const send = async (key: NewKey) => {
      set({ phase: { kind: 'saving', cancelling: false }, problems: [] });
      const result = await settled(bridge.createKey(key));
      if (!result.ok) {
        failed(result.error);
        return null;
      }
      set(BLANK);
      return result.value;
    };

    return {
      ...BLANK,
      edit: (change) => {
        if (isBusy(get().phase)) return;
        set(({ form, problems }) => ({
          form: { ...form, ...change },
          problems: problems.filter(
            ({ field }) => !(field === 'permissions' ? 'levels' in change : field in change),
          ),
        }));
      },
      save: async () => {
        const { form, phase, mayExist } = get();
        if (isBusy(phase)) return null;
        const key = newKeyOf(form);
        if (key.name === '') {
          set({ phase: { ...EDITING }, problems: [{ field: 'name', message: 'Enter a name' }] });
        } else if (canDoNothing(key)) {
          set({ phase: { kind: 'confirming-empty' } });
        } else if (mayExist) {
          set({ phase: { kind: 'confirming-again' } });
        } else {
          return send(key);
        }
        return null;
      },
      confirm: async () => {
        const { form, phase, mayExist } = get();
        if (phase.kind === 'confirming-empty' && mayExist) {
          set({ phase: { kind: 'confirming-again' } });
          return null;
        }
        const asked = phase.kind === 'confirming-empty' || phase.kind === 'confirming-again';
        return asked ? send(newKeyOf(form)) : null;
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
        set({ phase: { kind: 'editing', note: 'leftover-deleted' }, leftoverId: null, mayExist: false });
      },
      reset: () => {
        if (!isBusy(get().phase)) set(BLANK);
      },
    };
  });
}
