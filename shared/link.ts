import type { ChosenPermissions } from './permissions.ts';

/** What a link asks for: to look at a key, or to fill in the form of a new one. It never does more. */
export type Link =
  | { readonly kind: 'open'; readonly connection: string | null; readonly keyId: string }
  | ({
      readonly kind: 'create';
      readonly connection: string | null;
      readonly name: string;
    } & ChosenPermissions);
