/** The shapes that the key API puts on the wire. Words with underscores are the wire's own. */

export const ROLES = ['admin', 'member', 'reader'] as const;
export type Role = (typeof ROLES)[number];

/** One API key as it is told; the whole key is never part of it. */
export type WireKey = {
  readonly id: string;
  readonly name: string;
  /** A date-time. Free text here, so that a seed can hold one that cannot be. */
  readonly created_date: string;
  /** Null only in a seed: it makes a row that a client cannot read. */
  readonly last_four_digits: string | null;
  readonly creator_id: string;
  readonly restricted: boolean;
  readonly permissions: readonly string[] | null;
};

/** The answer to a create: the only one that holds the whole key. */
export type WireNewKey = WireKey & { readonly value: string };

export type WireProject = {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly members_count: number;
};

export type WireMember = {
  readonly id: string;
  readonly email: string;
  readonly first_name?: string;
  readonly last_name?: string;
  readonly role: { readonly id: string; readonly name: Role; readonly permissions: readonly string[] };
  readonly added_at: string;
};

export type WirePage<T> = {
  readonly data: readonly T[];
  readonly has_more: boolean;
  /** The ids at both ends of `data`; left out where it is empty. */
  readonly first_id?: string;
  readonly last_id?: string;
  /** Told only where no cursor was given. */
  readonly current_page?: number;
  readonly total_pages?: number;
};

export type WireError = {
  readonly status: 'error';
  readonly error_code: string;
  readonly message: string;
};

/** The other error body: what is wrong with a path, a query or a body. */
export type WireValidationError = { readonly detail: readonly WireIssue[] };

export type WireIssue = {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
};
