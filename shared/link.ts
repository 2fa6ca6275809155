import type { ChosenPermissions } from './permissions.ts';

/** What a link asks for: to look at a key, or to fill in the form of a new one. It never does more. */
export type Link =
  | { readonly kind: 'open'; readonly connection: string | null; readonly keyId: string }
  | ({
      readonly kind: 'create';
      readonly connection: string | null;
      readonly name: string;
    } & ChosenPermissions);

/** What has become of the last link that was opened. */
export type LinkState =
  | { readonly kind: 'none' }
  /** It is none that Keydesk knows. */
  | { readonly kind: 'refused' }
  /** It is about a connection that is not the one that is open; null: about none that is known here. */
  | { readonly kind: 'elsewhere'; readonly connection: { readonly id: string; readonly name: string } | null }
  | { readonly kind: 'waiting'; readonly until: 'unlocked' | 'signed-in' | 'stored' }
  | { readonly kind: 'ready'; readonly link: Link };

/** Why a link has to wait; null where it has not. */
export type LinkWait = Extract<LinkState, { kind: 'waiting' }>['until'] | null;
