/** A connection that the policy gives beforehand: where to, never a token. */
export type GivenConnection = { readonly name: string; readonly address: string };

/** What an administrator of this computer has ruled. */
export type PolicyRules = {
  /** The only API addresses that may be asked; null: any. */
  readonly allowedAddresses: readonly string[] | null;
  readonly connections: readonly GivenConnection[];
  /** Seconds after which a copied key is cleared at the latest; null: as the person likes. */
  readonly clipboardSeconds: number | null;
  /** Minutes without a touch after which the window locks at the latest; null: as the person likes. */
  readonly lockMinutes: number | null;
  readonly offlineCopy: boolean;
  readonly updates: boolean;
  readonly demo: boolean;
};

export type PolicyProblem =
  /** It is there, and cannot be read. */
  | 'unreadable'
  /** It is not what the schema says. */
  | 'malformed'
  /** Somebody else than an administrator may write it. */
  | 'not-protected';

/** The policy of this computer, as it was when the program started. */
export type Policy =
  | { readonly kind: 'none'; readonly rules: PolicyRules }
  | { readonly kind: 'in-force'; readonly rules: PolicyRules }
  /** It cannot be followed: the strictest rules hold. */
  | { readonly kind: 'broken'; readonly problem: PolicyProblem; readonly rules: PolicyRules };

export const NO_POLICY: Policy = {
  kind: 'none',
  rules: {
    allowedAddresses: null,
    connections: [],
    clipboardSeconds: null,
    lockMinutes: null,
    offlineCopy: true,
    updates: true,
    demo: true,
  },
};
