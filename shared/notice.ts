import type { PolicyProblem } from './policy.ts';

/** What the person must know about this computer's storage. */
export type Notice =
  /** `restored`: the last good settings are in use; else the defaults. */
  | { readonly kind: 'settings-damaged'; readonly restored: boolean }
  /** The offline copy of the list could not be read and was put aside. */
  | { readonly kind: 'copy-unreadable' }
  | { readonly kind: 'copy-not-saved' }
  /** The keyring protects nothing now: the offline copy is not renewed. */
  | { readonly kind: 'copy-unprotected' }
  /** The offline copy is of a newer version of Keydesk and is left alone. */
  | { readonly kind: 'copy-newer' }
  /** What is known locally was damaged. `restored`: the last good version is in use; else it begins anew. */
  | { readonly kind: 'facts-damaged'; readonly restored: boolean }
  /** A policy is there and cannot be followed: the strictest rules hold. */
  | { readonly kind: 'policy-broken'; readonly problem: PolicyProblem };

export type NoticeKind = Notice['kind'];

/** Every kind once: one that is forgotten does not compile. */
const KINDS: Readonly<Record<NoticeKind, true>> = {
  'settings-damaged': true,
  'copy-unreadable': true,
  'copy-not-saved': true,
  'copy-unprotected': true,
  'copy-newer': true,
  'facts-damaged': true,
  'policy-broken': true,
};

export const NOTICE_KINDS = Object.keys(KINDS) as readonly NoticeKind[];
