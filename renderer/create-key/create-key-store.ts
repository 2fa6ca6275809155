import { createStore, type StoreApi } from 'zustand/vanilla';
import type { NewKey, PendingSecret } from '../../shared/api-key.ts';
import type { AppError, FieldProblem, OutcomeUnknownCause } from '../../shared/app-error.ts';
import { type CreateAttempt, openCreateOf } from '../../shared/attempt.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { CreateKeyForm } from '../../shared/place.ts';
import { quietly, settled } from '../settled.ts';
import { canDoNothing, EMPTY_FORM, formOf, newKeyOf } from './create-key-values.ts';
import { expiryProblem } from './expiry-values.ts';

/** What is said beside the form. */
export type Note = 'none' | 'from-link' | 'cancelled' | 'leftover-deleted';

export type CreateKeyPhase =
  | { readonly kind: 'editing'; readonly note: Note }
  /** "This key can do nothing": asked before it is created. */
  | { readonly kind: 'confirming-empty' }
  | { readonly kind: 'saving'; readonly cancelling: boolean }
  | { readonly kind: 'deleting-leftover' }
  /** "This key may exist": the list is looked into before anything else; `error` is of a delete that failed. */
  | { readonly kind: 'uncertain'; readonly error: AppError | null }
  | { readonly kind: 'deleting-candidate' }
  | { readonly kind: 'failed'; readonly error: AppError };

/** A create without a clear answer. */
export type Uncertain = {
  readonly attempt: CreateAttempt;
  /** Null where only main knows of it: the program has ended since, or the attempt was left open. */
  readonly cause: OutcomeUnknownCause | null;
};

export type CreateKeyState = {
  readonly form: CreateKeyForm;
  /** The form as it was opened: what differs from it was typed. */
  readonly begun: CreateKeyForm;
  readonly phase: CreateKeyPhase;
  /** Complaints that belong to a field; gone once that field is changed. */
  readonly problems: readonly FieldProblem[];
  /** The last try ended so that nobody knows whether the key exists. No second one is sent before a yes to it. */
  readonly uncertain: Uncertain | null;
  /** The id of a key that was created without its secret being sent: good for nothing but deleting. */
  readonly leftoverId: string | null;
  /** Opens the form filled in; nothing of it counts as typed. */
  readonly begin: (form: CreateKeyForm, note?: Note) => void;
  readonly edit: (change: Partial<CreateKeyForm>) => void;
  /** Creates the key, or asks first. Answers the key once there is one. */
  readonly save: () => Promise<PendingSecret | null>;
  /** Yes to what was asked. */
  readonly confirm: () => Promise<PendingSecret | null>;
  /** No to what was asked; back to the form. */
  readonly back: () => void;
  readonly cancel: () => void;
  readonly deleteLeftover: () => Promise<void>;
  /** Takes up an attempt that was left open: the form as it was, and the question what came of it. */
  readonly resume: (attempt: CreateAttempt) => void;
  /** Sends the create once more, because the person says so. */
  readonly createAgain: () => Promise<PendingSecret | null>;
  /** Deletes a key whose secret nobody has, and creates it again. */
  readonly replace: (id: string, onDeleted: (id: string) => void) => Promise<PendingSecret | null>;
  /** Leaves everything as it is: nothing is sent, and the attempt is forgotten. */
  readonly settle: () => void;
  readonly reset: () => void;
};

export type CreateKeyStore = StoreApi<CreateKeyState>;

const EDITING: CreateKeyPhase = { kind: 'editing', note: 'none' };
const SAVING: CreateKeyPhase = { kind: 'saving', cancelling: false };
const UNCERTAIN: CreateKeyPhase = { kind: 'uncertain', error: null };

const BLANK = {
  form: EMPTY_FORM,
  begun: EMPTY_FORM,
  phase: EDITING,
  problems: [],
  uncertain: null,
  leftoverId: null,
} as const;

/** Whether a change is one of the field that a complaint is about. */
function concerns({ field }: FieldProblem, change: Partial<CreateKeyForm>): boolean {
  if (field === 'permissions') return 'levels' in change || 'carried' in change;
  return field === 'expiry' ? 'expiresAt' in change : field in change;
}

/** Whether the form is locked, because a call is under way. */
export function isBusy(phase: CreateKeyPhase): boolean {
  return phase.kind === 'saving' || phase.kind === 'deleting-leftover' || phase.kind === 'deleting-candidate';
}

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
          set({ phase: { ...EDITING }, problems: [{ field: 'name', message: 'Enter a name' }] });
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
