import type { ChosenPermissions } from './permissions.ts';
import type { RotatedKey } from './rotation.ts';
import type { ViewId } from './views.ts';

/** Where a person is in the list: what a page that crashed, or was locked, comes back to. Nothing of it is secret. */
export type Place = {
  readonly view: ViewId;
  readonly query: string;
  readonly sort: {
    readonly column: 'name' | 'project' | 'created' | 'permissions';
    readonly direction: 'ascending' | 'descending';
  };
  readonly open: OpenPlace;
};

/** What is open over the list; one thing at a time. */
export type OpenPlace =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'details'; readonly keyId: string }
  | { readonly kind: 'delete'; readonly keyId: string }
  /** The guide of a rotation; `keyId` is the old key. */
  | { readonly kind: 'replace'; readonly keyId: string }
  | { readonly kind: 'create'; readonly form: CreateKeyForm };

/** What a person types and chooses for a new key. */
export type CreateKeyForm = ChosenPermissions & {
  readonly name: string;
  readonly restricted: boolean;
  /** Milliseconds since the epoch; null: the key does not expire. */
  readonly expiresAt: number | null;
  /** The key whose place the new one takes. */
  readonly replaces: RotatedKey | null;
};
