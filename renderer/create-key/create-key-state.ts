import type { StoreApi } from 'zustand/vanilla';
import type { PendingSecret } from '../../shared/api-key.ts';
import type { AppError, FieldProblem, OutcomeUnknownCause } from '../../shared/app-error.ts';
import type { CreateAttempt } from '../../shared/attempt.ts';
import type { CreateKeyForm } from '../../shared/place.ts';
import { EMPTY_FORM } from './create-key-values.ts';

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

export const EDITING: CreateKeyPhase = { kind: 'editing', note: 'none' };
export const SAVING: CreateKeyPhase = { kind: 'saving', cancelling: false };
export const UNCERTAIN: CreateKeyPhase = { kind: 'uncertain', error: null };

/** Nothing is typed, and nothing is under way. */
export const BLANK = {
  form: EMPTY_FORM,
  begun: EMPTY_FORM,
  phase: EDITING,
  problems: [],
  uncertain: null,
  leftoverId: null,
} as const;

/** Whether a change is one of the field that a complaint is about. */
export function concerns({ field }: FieldProblem, change: Partial<CreateKeyForm>): boolean {
  if (field === 'permissions') return 'levels' in change || 'carried' in change;
  return field === 'expiry' ? 'expiresAt' in change : field in change;
}

/** Whether the form is locked, because a call is under way. */
export function isBusy(phase: CreateKeyPhase): boolean {
  return phase.kind === 'saving' || phase.kind === 'deleting-leftover' || phase.kind === 'deleting-candidate';
}
